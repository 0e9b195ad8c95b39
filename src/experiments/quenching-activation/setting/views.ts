/** What the drawings of this paper show alike: which neurons are activated, the colours of network and twin, and words. */
import { cos, sin } from "../../../math/elementary.ts";
import { dots } from "../../../plots/cloud.ts";
import { roundedAround } from "../../../plots/domains.ts";
import type { MovingMark } from "../../../plots/moving.ts";
import { inWords } from "../../../plots/numbers.ts";
import type { Point } from "../../../plots/strokes.ts";
import type { Key } from "../../drawing/drawing.ts";
import { isActivated } from "./measures.ts";
import type { Scaling } from "./network.ts";
import type { Target } from "./target.ts";

/** Channels of points {x, y}. */
export const AT_XY = { x: "x", y: "y" } as const;

/** The unit circle as a line. */
export const CIRCLE = Array.from({ length: 97 }, (_, k) => {
  const angle = (k * Math.PI) / 48;
  return { x: cos(angle), y: sin(angle) };
});

export const ACTIVATED = "var(--series-2)";
/** Of neurons that are not activated. */
export const OTHERS = "var(--series-3)";
export const NETWORK = "var(--series-2)";
/** Of the network whose input weights stay as they are. */
export const TWIN = "var(--series-1)";

export const NEURON_KEYS: readonly Key[] = [
  { label: "activated neuron: a tenth of Σ|a||b| or more", colour: ACTIVATED, mark: "dot" },
  { label: "any other neuron", colour: OTHERS, mark: "dot" },
];

export const NETWORK_KEYS: readonly Key[] = [
  { label: "network", colour: NETWORK, mark: "line" },
  { label: "its random-feature twin", colour: TWIN, mark: "line" },
];

/** A neuron, from 1 on, with its coefficient a|b|. */
export interface Carrying {
  readonly number: number;
  readonly coefficient: number;
  readonly isActivated: boolean;
}

export function carryingIn(coefficients: ArrayLike<number> = []): Carrying[] {
  const all = Array.from(coefficients);
  const pathNorm = all.reduce((sum, coefficient) => sum + Math.abs(coefficient), 0);
  return all.map((coefficient, j) => ({
    number: j + 1,
    coefficient,
    isActivated: isActivated(coefficient, pathNorm),
  }));
}

/** Neurons as dots, those that are activated on top and larger. */
export function neuronDots(neurons: readonly (Carrying & Point)[]): MovingMark[] {
  const those = (isActivated: boolean) => neurons.filter((neuron) => neuron.isActivated === isActivated);
  return [dots(those(false), 5, OTHERS, 0.6), dots(those(true), 9, ACTIVATED, 0.9)];
}

/** "no neuron is activated", "1 neuron is activated", "3 neurons are activated". */
export function activatedInWords(count: number): string {
  return `${count === 0 ? "no" : count} neuron${count < 2 ? "" : "s"} ${count < 2 ? "is" : "are"} activated`;
}

/** What a run has come to: how many neurons are activated, and an error of the network beside that of its twin. */
export function standingInWords(
  { time = 0, activated }: { readonly time?: number; readonly activated?: number },
  error: {
    readonly name: string;
    readonly ofNetwork?: number | undefined;
    readonly ofTwin?: number | undefined;
  },
): string {
  if (activated === undefined)
    return `at the start no neuron carries anything, and the ${error.name} is ${inWords(error.ofNetwork, 2)}.`;
  return `${activatedInWords(activated)} at t = ${inWords(time)}; the ${error.name} is ${inWords(error.ofNetwork, 2)}, that of the random-feature twin ${inWords(error.ofTwin, 2)}.`;
}

interface Setting extends Target {
  readonly scaling: Scaling;
}

/**
 * The axis of coefficients a|b|. Where a few neurons may come to carry all, up to what each then carries, so that it stays
 * as it is through a run (`below` is how far it goes under 0, as a share of that), and wider where something is beyond;
 * elsewhere as wide as the coefficients are.
 */
export function coefficientAxis(
  { target, teachers, angles, scaling }: Setting,
  values: readonly number[],
  { mayWin = true, below = 0.1 } = {},
) {
  const winners = { neurons: teachers, circle: 3, own: angles.length }[target];
  const domain =
    mayWin && scaling === "conventional" ? roomFor(1 / winners, below, values) : roundedAround(values);
  return { label: "↑ a|b|", domain, ticks: 6 };
}

function roomFor(most: number, below: number, values: readonly number[]): [number, number] {
  const step = most / 10;
  const least = Math.floor(Math.min(-below * most, ...values) / step + 1e-9) * step;
  return [least, Math.max(1.05 * most, Math.ceil(Math.max(...values) / step) * step)];
}
