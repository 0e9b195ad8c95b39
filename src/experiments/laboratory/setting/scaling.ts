/** How a network is scaled: what stands in front of the sum, how large its weights begin, how fast its layers are. */
import { scalings } from "../../../theory/phaseDiagram.ts";
import type { Setup } from "./setup.ts";

/** The network f = κ Σ a σ(w·x), ȧ = −ρₐ ∂R/∂a, ẇ = −ρ_w ∂R/∂w, a ~ N(0, β₁²), w ~ N(0, β₂²). */
export interface Scaled {
  readonly outputFactor: number;
  readonly outputRate: number;
  readonly inputRate: number;
  readonly outputSize: number;
  readonly inputSize: number;
}

/** Where the named scalings lie in the phase diagram (Luo et al., Table 1). */
const PLACES = {
  ntk: { gamma: 0.5, gammaPrime: 0 },
  meanField: { gamma: 1, gammaPrime: 0 },
  xavier: { gamma: 1, gammaPrime: 0 },
  he: { gamma: 0.5, gammaPrime: 0.5 },
  lecun: { gamma: 0.5, gammaPrime: 0.5 },
} as const;

/** γ and γ′, where a scaling is named by them or has a place among them. */
export function placeOf({
  scaling,
  gamma,
  gammaPrime,
}: Setup): { gamma: number; gammaPrime: number } | undefined {
  if (scaling === "normalised") return { gamma, gammaPrime };
  return scaling === "plain" || scaling === "average" ? undefined : PLACES[scaling];
}

export function scaledBy(setup: Setup): Scaled {
  const { width, layers, outputRate } = setup;
  const inputRate = layers === "both" ? setup.inputRate : 0;
  const rates = (output: number, input: number) => ({
    outputRate: outputRate * output,
    inputRate: inputRate * input,
  });
  const place = placeOf(setup);
  if (place) {
    const { kappa, kappaPrime } = scalings(place.gamma, place.gammaPrime, width);
    return { outputFactor: kappa, ...rates(1 / kappaPrime, kappaPrime), outputSize: 1, inputSize: 1 };
  }
  if (setup.scaling === "average")
    return { outputFactor: 1 / width, ...rates(width, width), outputSize: 1, inputSize: 1 };
  return { outputFactor: 1 / setup.alpha, ...rates(1, 1), outputSize: setup.beta1, inputSize: setup.beta2 };
}
