/** The two coordinates of the phase diagram, and widths, as parameters of its experiments. */
import type { NumberParameter } from "../../parameters.ts";

const GAMMA = {
  kind: "real",
  label: "Output scaling",
  symbol: "γ",
  minimum: 0.3,
  maximum: 2,
  step: 0.05,
  hint: "κ = m to the power −γ",
} as const satisfies NumberParameter;

const GAMMA_PRIME = {
  kind: "real",
  label: "Imbalance",
  symbol: "γ′",
  minimum: -0.8,
  maximum: 0.8,
  step: 0.05,
  hint: "κ′ = m to the power −γ′",
} as const satisfies NumberParameter;

/** A point of the diagram. */
export const POINT = { gamma: GAMMA, gammaPrime: GAMMA_PRIME } as const;

/** The edges of a grid of points. */
export const EDGES = {
  gammaFrom: { ...GAMMA, label: "Left edge" },
  gammaTo: { ...GAMMA, label: "Right edge" },
  gammaPrimeFrom: { ...GAMMA_PRIME, label: "Lower edge" },
  gammaPrimeTo: { ...GAMMA_PRIME, label: "Upper edge" },
} as const;

/** m as the paper counts it, up to `maximum`. */
export function halfWidth(maximum: number) {
  return {
    kind: "whole",
    label: "Neurons in a half",
    symbol: "m",
    minimum: 10,
    maximum,
    step: 10,
    hint: "The network has 2m neurons.",
  } as const satisfies NumberParameter;
}

/** A case in each regime, at γ′ = 0. */
export function regimeCases(linear: number, condensed: number) {
  const at = (gamma: number, regime: string) => ({
    label: `γ = ${gamma}, ${regime}`,
    parameters: { gamma },
  });
  return [at(linear, "linear"), at(1, "critical"), at(condensed, "condensed")];
}
