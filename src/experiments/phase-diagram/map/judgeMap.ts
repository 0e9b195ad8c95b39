/** How a finished map compares with the boundary of the paper and with the exponents derived for this site. */
import { mean } from "../../../math/statistics.ts";
import { type Exponent, inputExponent } from "../../../theory/exponents.ts";
import { boundary } from "../../../theory/phaseDiagram.ts";
import { exponentsOf, type MapSeries, zerosOf } from "../setting/exponents.ts";

/** With what a map is compared: the theory, or one of two that are wrong on purpose. */
export type Theory = "diagram" | "mirrored" | "vertical";

interface Prediction {
  readonly boundary: (gammaPrime: number) => number;
  readonly exponent: Exponent;
  /** What γ′ of the output weights corresponds to for the input weights, as a factor. */
  readonly exchange: number;
}

const PREDICTIONS: Readonly<Record<Theory, Prediction>> = {
  diagram: { boundary, exponent: inputExponent, exchange: -1 },
  mirrored: {
    boundary: (gammaPrime) => boundary(-gammaPrime),
    exponent: (gamma, gammaPrime) => inputExponent(gamma, -gammaPrime),
    exchange: 1,
  },
  vertical: { boundary: () => 1, exponent: (gamma) => gamma - 1, exchange: 1 },
};

/** From this distance in its row on, the sign of a point must be that of its side of the boundary. */
const CLEAR_OF_BOUNDARY = 0.15;

/** The quantities of a map, see meta.ts; one that is not defined for this map is missing. */
export function judgeMap(series: MapSeries, theory: Theory): Record<string, number> {
  const prediction = PREDICTIONS[theory];
  const gammas = Array.from(series.gamma);
  const gammaPrimes = Array.from(series.gammaPrime);
  const inputs = exponentsOf(series, "inputDistance");
  const outputs = exponentsOf(series, "outputDistance");
  const errors = inputs.map((exponent, k) =>
    Math.abs(exponent - prediction.exponent(gammas[k] as number, gammaPrimes[k] as number)),
  );
  const exchangeErrors = differencesOfLayers(gammas, gammaPrimes, inputs, outputs, prediction.exchange);
  const [zero] = zerosOf(series, inputs);
  const rows = new Set(gammaPrimes).size;
  const wrongSigns = inputs.filter((exponent, k) => {
    const distance = (gammas[k] as number) - prediction.boundary(gammaPrimes[k] as number);
    return Math.abs(distance) > CLEAR_OF_BOUNDARY && exponent * distance < 0;
  });
  const unresolved = outputs.filter(Number.isNaN).length;
  return {
    wrongSigns: wrongSigns.length,
    unresolved,
    ...(zero && rows === 1 ? { zero: zero.gamma } : {}),
    ...summary(errors, "meanError", "largestError"),
    ...summary(exchangeErrors, "meanExchangeError", "largestExchangeError"),
  };
}

/** |S_a(γ, γ′) − S_w(γ, ±γ′)| at all points where both are known. */
function differencesOfLayers(
  gammas: readonly number[],
  gammaPrimes: readonly number[],
  inputs: readonly number[],
  outputs: readonly number[],
  exchange: number,
): number[] {
  return outputs.flatMap((output, k) => {
    const partner = gammas.findIndex(
      (gamma, j) => gamma === gammas[k] && gammaPrimes[j] === exchange * (gammaPrimes[k] as number),
    );
    const difference = Math.abs(output - (inputs[partner] ?? Number.NaN));
    return Number.isNaN(difference) ? [] : [difference];
  });
}

function summary(errors: readonly number[], meanName: string, largestName: string): Record<string, number> {
  if (errors.length === 0 || errors.some(Number.isNaN)) return {};
  return { [meanName]: mean(errors), [largestName]: Math.max(...errors) };
}
