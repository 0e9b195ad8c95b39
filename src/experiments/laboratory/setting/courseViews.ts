/** What drawings of a course over time share in the laboratory: one axis for all of a run, and what of a line is on it. */
import { logAxis } from "../../../plots/axes.ts";
import { decadesAround } from "../../../plots/domains.ts";
import type { Point } from "../../../plots/strokes.ts";
import type { Setup } from "./setup.ts";
import { strideOf } from "./workload.ts";

/** Looks that a course has room for at least. */
const LEAST_ROOM = 10;

/** Times of looks: at the network that is seen, and at the further ones of an ensemble. */
interface Looked {
  readonly lookTime?: ArrayLike<number>;
  readonly furtherTime?: ArrayLike<number>;
}

/** From the first look after the start to the end, where they are known beforehand: steps that adapt end when they end. */
export function courseAxis(setup: Setup, { lookTime = [], furtherTime = [] }: Looked = {}) {
  const times = [...Array.from(lookTime), ...Array.from(furtherTime)];
  return logAxis("t →", setup.rule === "adaptive" ? decadesOf(times) : plannedCourse(setup));
}

/** Whole decades around all times after the start. */
function decadesOf(times: readonly number[]): [number, number] {
  const later = times.filter((time) => time > 0);
  const [first] = later;
  return first === undefined ? [1, 10] : decadesAround(later, [first, first]);
}

function plannedCourse(setup: Setup): [number, number] {
  const end = setup.steps * setup.rate;
  return [Math.min(strideOf(setup) * setup.rate, end / LEAST_ROOM), end];
}

/** Of a line what is on such an axis. */
export function onCourse({ domain }: { readonly domain: readonly [number, number] }, line: readonly Point[]) {
  const [from, to] = domain;
  return line.filter(({ x }) => x >= from * (1 - 1e-9) && x <= to * (1 + 1e-9));
}

/** Of a line what is on such an axis, and has a place on a logarithmic one beside it. */
export function inDecades(axis: { readonly domain: readonly [number, number] }, line: readonly Point[]) {
  return onCourse(axis, line).filter(({ y }) => y > 0);
}

/** A logarithmic axis beside that of time, in whole decades around what is drawn. */
export function decadesAxis(label: string, drawn: readonly Point[]) {
  const heights = drawn.map(({ y }) => y);
  return { ...logAxis(`↑ ${label}`, decadesAround(heights, [0.01, 1])), grid: true };
}
