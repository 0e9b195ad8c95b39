/** The two coordinates of the phase diagram, and widths, as parameters of its experiments. */
import { real, whole } from "../../declared.ts";

const GAMMA = real("Output scaling", [0.3, 2], { symbol: "γ", step: 0.05, hint: "κ = m to the power −γ" });
const GAMMA_PRIME = real("Imbalance", [-0.8, 0.8], {
  symbol: "γ′",
  step: 0.05,
  hint: "κ′ = m to the power −γ′",
});

/** A point of the diagram. */
export const POINT = { gamma: GAMMA, gammaPrime: GAMMA_PRIME } as const;

/** The edges of a grid of points. */
export const EDGES = {
  gammaFrom: { ...GAMMA, label: "Left edge" },
  gammaTo: { ...GAMMA, label: "Right edge" },
  gammaPrimeFrom: { ...GAMMA_PRIME, label: "Lower edge" },
  gammaPrimeTo: { ...GAMMA_PRIME, label: "Upper edge" },
} as const;

type Ends = readonly [from: number, to: number];

/** The values of these edges. */
export function edgesAt([gammaFrom, gammaTo]: Ends, [gammaPrimeFrom, gammaPrimeTo]: Ends) {
  return { gammaFrom, gammaTo, gammaPrimeFrom, gammaPrimeTo };
}

/** m as the paper counts it, up to `maximum`. */
export const halfWidth = (maximum: number) =>
  whole("Neurons in a half", [10, maximum], { symbol: "m", step: 10, hint: "The network has 2m neurons." });

/** A case in each regime, at γ′ = 0. */
export function regimeCases(linear: number, condensed: number) {
  const at = (gamma: number, regime: string) => ({
    label: `γ = ${gamma}, ${regime}`,
    parameters: { gamma },
  });
  return [at(linear, "linear"), at(1, "critical"), at(condensed, "condensed")];
}
