/** What drawings of time-scales share: colours and names of components, axes of time, and what the scenario says in words. */
import { ruleX } from "@observablehq/plot";
import { logAxis } from "../../../plots/axes.ts";
import { inWords } from "../../../plots/numbers.ts";
import type { Point } from "../../../plots/strokes.ts";
import { expectedTime } from "../../../theory/time-scales/predictions.ts";
import type { Components } from "../../../theory/time-scales/reducedFlow.ts";
import type { Fate } from "../../../theory/time-scales/scenario.ts";
import type { Key } from "../../drawing/drawing.ts";

export const SUBSCRIPTS = ["₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈"] as const;
const NAMES = ["constant", "linear", "quadratic", "cubic", "quartic", "quintic"] as const;
/** ε^(1/2k), and ε for degree 0, for the degrees of which the scenario says something. */
export const SCALES = ["ε", "√ε log 1/ε", "⁴√ε", "⁶√ε"] as const;

/** "quadratic", "degree 6". */
export function nameOf(degree: number): string {
  return NAMES[degree] ?? `degree ${degree}`;
}

const COLOURS = ["var(--series-1)", "var(--series-2)", "var(--series-3)", "var(--series-4)"] as const;

export function colourOf(degree: number): string {
  return COLOURS[degree % COLOURS.length] as string;
}

/** A key per component. */
export function componentKeys(count: number): Key[] {
  return Array.from({ length: count }, (_, degree) => ({
    label: `${nameOf(degree)} component`,
    colour: colourOf(degree),
    mark: "line" as const,
  }));
}

/** From well before the first step to the end. */
export function timeAxis(epsilon: number, duration: number) {
  return logAxis("time t →", [epsilon / 50, duration]);
}

/** Points on that axis, on which the start, t = 0, is its left end. */
export function onTimeAxis(
  { epsilon, duration }: { readonly epsilon: number; readonly duration: number },
  points: readonly Point[],
): Point[] {
  const [from] = timeAxis(epsilon, duration).domain;
  return points.map(({ x, y }) => ({ x: Math.max(from, x), y }));
}

/** When the components that are in their turn should be halved, as far as that is before the end. */
export function expectedTimes(
  fates: readonly Fate[],
  components: Components,
  { epsilon, duration }: { readonly epsilon: number; readonly duration: number },
) {
  return fates
    .flatMap((fate, degree) =>
      fate === "in turn" ? [{ degree, time: expectedTime(degree, epsilon, components) }] : [],
    )
    .filter(({ time }) => time < duration);
}

/** Dotted lines at these times. */
export function expectedRules(expected: ReturnType<typeof expectedTimes>) {
  return expected.map(({ degree, time }) =>
    ruleX([time], { stroke: colourOf(degree), strokeDasharray: "2 3", strokeWidth: 1.25 }),
  );
}

const WHY: Readonly<Record<Fate, (name: string, degree: number) => string>> = {
  "in turn": (name, degree) => `the ${name} one on the scale ${SCALES[degree]}`,
  "nothing to learn": (name) => `there is no ${name} one to learn`,
  never: (name) => `the ${name} one never, since no neuron computes it`,
  blocked: (name) => `the ${name} one not at all, since φ₁σ₁ = 0 and no overlap begins to grow`,
  unspread: (name) => `the ${name} one in a time that does not shrink with ε, since all readouts start alike`,
  "not launched": (name) =>
    `the ${name} one in a time that does not shrink with ε, since a degree below it is missing`,
  "too few groups": (name, degree) =>
    `the ${name} one in a time that does not shrink with ε, since it takes ${degree + 1} groups of neurons`,
  "wrong sign": (name) =>
    `the ${name} one late, since σ₃φ₃ has the other sign than σ₁φ₁, and where ε is not small neither it nor the quadratic one`,
  early: (name) => `the ${name} one soon after the quadratic one, since there are so many groups`,
  uncertain: (name) => `of the ${name} one nothing is predicted here`,
};

/** What the scenario says of each component, in a sentence. */
export function predictionInWords(fates: readonly Fate[]): string {
  if (fates.every((fate) => fate === "in turn"))
    return `Expected: all components in turn, on the scales ${SCALES.slice(0, fates.length).join(", ")}.`;
  const parts = fates.map((fate, degree) => WHY[fate](nameOf(degree), degree));
  return `Expected: ${parts.join("; ")}.`;
}

/** When components were halved, in a sentence. */
export function timesInWords(times: readonly (number | undefined)[]): string {
  const learnt = times.flatMap((time, degree) =>
    time === undefined ? [] : [`${nameOf(degree)} at ${inWords(time, 2)}`],
  );
  return learnt.length > 0 ? `Halved in the run: ${learnt.join(", ")}.` : "No component is halved yet.";
}
