/** What drawings of a course over time share in the laboratory: an axis on which looks have room, and what of a line is on it. */
import { logAxis } from "../../../plots/axes.ts";
import { decadesAround } from "../../../plots/domains.ts";
import type { Point } from "../../../plots/strokes.ts";
import type { Setup } from "./setup.ts";
import { strideOf } from "./workload.ts";

/** Looks that a course has room for at least. */
const LEAST_ROOM = 10;

/** From the first look after the start to the end, as far as they are known beforehand: steps that adapt end when they end. */
export function courseAxis(setup: Setup, times: ArrayLike<number> = []) {
  return logAxis("t →", setup.rule === "adaptive" ? decadesOf(times) : plannedCourse(setup));
}

/** Whole decades around all times after the start. */
function decadesOf(times: ArrayLike<number>): [number, number] {
  const later = Array.from(times).filter((time) => time > 0);
  const [first, last] = [later[0], later.at(-1)];
  return first === undefined || last === undefined ? [1, 10] : decadesAround(later, [first, last]);
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

/** Both axes logarithmic, in whole decades around what is drawn over time; of nothing yet, a first decade or two. */
export function courseAxes(label: string, drawn: readonly { readonly x: number; readonly y: number }[]) {
  const [times, heights] = [drawn.map(({ x }) => x), drawn.map(({ y }) => y)];
  return {
    x: logAxis("t →", decadesAround(times, [1, 10])),
    y: { ...logAxis(`↑ ${label}`, decadesAround(heights, [0.01, 1])), grid: true },
  };
}
