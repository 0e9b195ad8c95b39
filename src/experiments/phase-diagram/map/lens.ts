/** What the map shows of its points: which exponent, and what the theory has to say about it. */
import { type Exponent, inputExponent, outputExponent, weightExponent } from "../../../theory/exponents.ts";
import { boundary } from "../../../theory/phaseDiagram.ts";
import { type DistanceName, exponentsOf, type MapSeries } from "../setting/exponents.ts";

interface View {
  readonly distance: DistanceName;
  readonly symbol: string;
  readonly theory: Exponent;
  /** γ at which the theory's exponent vanishes in a row. */
  readonly boundary: (gammaPrime: number) => number;
}

const INPUT: View = { distance: "inputDistance", symbol: "S_w", theory: inputExponent, boundary };

export const LENSES = {
  input: INPUT,
  output: {
    distance: "outputDistance",
    symbol: "S_a",
    theory: outputExponent,
    boundary: (gammaPrime) => boundary(-gammaPrime),
  },
  weight: { distance: "weightDistance", symbol: "S_θ", theory: weightExponent, boundary: () => 1 },
  error: { ...INPUT, symbol: "|S_w − formula|" },
} as const satisfies Record<string, View>;

export type Lens = keyof typeof LENSES;

/** The lens of this name; that of the input weights if there is none. */
export function lensNamed(name: string | undefined): Lens {
  return name !== undefined && Object.hasOwn(LENSES, name) ? (name as Lens) : "input";
}

/** The number behind the colour of every point; NaN where there is none, or none that float32 resolves. */
export function valuesThrough(lens: Lens, series: MapSeries): number[] {
  const { distance, theory } = LENSES[lens];
  const exponents = exponentsOf(series, distance);
  if (lens !== "error") return exponents;
  return exponents.map((exponent, k) =>
    Math.abs(exponent - theory(series.gamma[k] as number, series.gammaPrime[k] as number)),
  );
}
