/** The network with one input of Figs 5 and 6: what can be set of it, and what the paper sets. Describes; trains nothing. */
import type { Workload } from "../../../engine/workload.ts";
import { whole } from "../../declared.ts";
import type { Parameters, ValuesOf } from "../../parameters.ts";
import { epochs, tinyNetwork, workloadOn } from "./parameters.ts";
import { ADAM, TINY } from "./published.ts";

export const ONE_INPUT = {
  ...tinyNetwork(1, 400),
  ...epochs(20_000, "1 is the paper’s 5 · 10⁻⁴ for Adam, and Δt = 0.1 for gradient descent."),
} as const satisfies Parameters;

export type OneInput = ValuesOf<typeof ONE_INPUT>;

/** Fig. 6; Fig. 5 has 1000 steps. */
export const PAPERS_ONE_INPUT: OneInput = { ...TINY, width: 100, ...ADAM, steps: 200 };

/** n of Figs 5 and 6, and where the inputs lie. */
export const SAMPLE_SIZE = 40;
export const INTERVAL = { minimum: -1, maximum: 1.5 } as const;

export const SAMPLED = {
  equidistant: "the paper’s, at 40 equidistant x",
  random: "the paper’s, at 40 random x",
} as const;

/** The multiplicity of another activation, to compare a network with: what a control asks for. */
export const COMPARED = whole("Compared with p =", [0, 4], {
  hint: "0 is the p of the activation, and 1 for ReLU, which has none.",
});

export function workloadOf(
  network: Pick<OneInput, "activation" | "width" | "optimiser">,
  sampleSize = SAMPLE_SIZE,
): Workload {
  return workloadOn({ sampleSize, inputs: 1 }, network);
}
