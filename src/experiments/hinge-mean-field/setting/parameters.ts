/** What can be set of a network here, and of the theory beside it. */
import type { Growing } from "../../../theory/hinge-mean-field/growth.ts";
import { type DataLaw, projectionOf } from "../../../theory/hinge-mean-field/projection.ts";
import { choice, real, whole } from "../../declared.ts";
import type { ChoiceParameter } from "../../parameters.ts";

export type Start = "plain" | "antisymmetric";

/** h: what counts is h/α alone. */
export const MARGIN = 1;

export const WIDTH = whole("Nodes", [2, 2000], { symbol: "M", step: 10 });
export const SAMPLES = whole("Examples", [20, 50_000], { symbol: "N", step: 0.1, isLogarithmic: true });
export const INPUTS = whole("Inputs", [2, 200], { symbol: "d" });
export const RATE = real("Rate", [0.1, 10], {
  symbol: "β",
  step: 0.1,
  isLogarithmic: true,
  hint: "Of gradient descent, over the number of nodes: sets the unit of time.",
});
export const SCALE = real("Scale", [0.1, 400], {
  symbol: "α",
  step: 0.1,
  isLogarithmic: true,
  hint: "The output is multiplied with it in the loss, which is then divided by it.",
});
export const FLIPPED = real("Flipped labels", [0, 0.3], { symbol: "p", step: 0.01 });
export const DATA = choice("Inputs drawn", {
  gaussian: "Gaussian",
  sphere: "on a sphere",
  "near-and-far": "Gaussian, near or far",
}) satisfies ChoiceParameter<DataLaw>;
export const START = choice("Weights of the start", {
  plain: "all drawn by themselves",
  antisymmetric: "in pairs, so that f = 0",
}) satisfies ChoiceParameter<Start>;
export const DURATION = real("Duration", [1, 1000], { symbol: "t", step: 0.1, isLogarithmic: true });
export const STEP = real("Step, relative", [0.2, 4], {
  step: 0.1,
  isLogarithmic: true,
  hint: "1: early, γ grows in a step by 2 % of what satisfies half of the examples.",
});

/** A network and its examples. */
export interface Setting {
  readonly width: number;
  readonly samples: number;
  readonly inputs: number;
  readonly rate: number;
  readonly scale: number;
  readonly flipped: number;
  readonly data: DataLaw;
  readonly start: Start;
  readonly step: number;
}

/** A network that trains in a moment, with the paper's α and h. */
export const SMALL = {
  width: 200,
  samples: 6000,
  inputs: 30,
  rate: 1.5,
  scale: 1,
  flipped: 0,
  data: "gaussian",
  start: "plain",
  step: 1,
} as const satisfies Setting;

/**
 * Fig. 1 of the paper, by its caption, whose rate is 10³/M; γ grows by a per cent in an early step, so that Euler's rule is
 * within half a per cent of the flow.
 */
export const PUBLISHED = {
  width: 400,
  samples: 100_000,
  inputs: 100,
  rate: 2.5,
  duration: 2000,
  step: 0.25,
} as const;

/** The same as the theory takes it. */
export function growingOf({
  inputs,
  rate,
  scale,
  flipped,
  data,
}: Pick<Setting, "inputs" | "rate" | "scale" | "flipped" | "data">): Growing {
  return {
    inputDimension: inputs,
    rate,
    scale,
    margin: MARGIN,
    flipped,
    projection: projectionOf(data, inputs),
  };
}

/** Why a start cannot be drawn; undefined where it can. */
export function refusedStart({ start, width }: Pick<Setting, "start" | "width">): string | undefined {
  return start === "antisymmetric" && width % 2 === 1
    ? `Nodes in pairs are an even number of nodes, and ${width} is odd: take one more.`
    : undefined;
}
