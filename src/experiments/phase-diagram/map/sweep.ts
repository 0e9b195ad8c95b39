/** The map as runs of one width at one point each, and how all of them compare with the theory. */
import { mean } from "../../../math/statistics.ts";
import { type Exponent, inputExponent } from "../../../theory/exponents.ts";
import { boundary } from "../../../theory/phaseDiagram.ts";
import type { ParametersOf, Sweep } from "../../experiment.ts";
import { axesOf, onGrid, partsOfGrid } from "../setting/grid.ts";
import type { meta } from "./meta.ts";
import { type DistanceName, exponentsOf, type MapSeries, zerosOf } from "./series.ts";

export const sweep: Sweep<typeof meta> = {
  // A single point does not depend on what the map is compared with, nor on the distance of its points.
  parts: (grid, seed) => partsOfGrid({ ...grid, spacing: "0.1", theory: "diagram" }, grid, seed),
  /**
   * The distances of every point and width, as far as they are known, point by point (NaN where they are not); once all
   * are known, how the map compares with the theory.
   */
  join: (reports, grid) => {
    const distances = (name: DistanceName) => onGrid(grid, reports, ({ quantities }) => [quantities[name]]);
    const series = {
      ...axesOf(grid),
      inputDistance: distances("inputDistance"),
      outputDistance: distances("outputDistance"),
      weightDistance: distances("weightDistance"),
    };
    const isComplete = series.weightDistance.every(Number.isFinite);
    return { quantities: isComplete ? judgeMap(series, grid.theory) : {}, series };
  },
};

/** With what a map is compared: the theory, or one of two that are wrong on purpose. */
type Theory = ParametersOf<typeof meta>["theory"];

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

/** The quantities of a map, see meta.ts. */
function judgeMap(series: MapSeries, theory: Theory) {
  const prediction = PREDICTIONS[theory];
  const gammas = Array.from(series.gamma);
  const gammaPrimes = Array.from(series.gammaPrime);
  const inputs = exponentsOf(series, "inputDistance");
  const outputs = exponentsOf(series, "outputDistance");
  const errors = inputs.map((exponent, k) =>
    Math.abs(exponent - prediction.exponent(gammas[k] as number, gammaPrimes[k] as number)),
  );
  /** |S_a(γ, γ′) − S_w(γ, ±γ′)| at all points where both are known. */
  const exchangeErrors = outputs.flatMap((output, k) => {
    const partner = gammas.findIndex(
      (gamma, j) =>
        gamma === gammas[k] && gammaPrimes[j] === prediction.exchange * (gammaPrimes[k] as number),
    );
    const difference = Math.abs(output - (inputs[partner] ?? Number.NaN));
    return Number.isNaN(difference) ? [] : [difference];
  });
  const wrongSigns = inputs.filter((exponent, k) => {
    const distance = (gammas[k] as number) - prediction.boundary(gammaPrimes[k] as number);
    return Math.abs(distance) > CLEAR_OF_BOUNDARY && exponent * distance < 0;
  });
  const isOneRow = new Set(gammaPrimes).size === 1;
  return {
    wrongSigns: wrongSigns.length,
    unresolved: outputs.filter(Number.isNaN).length,
    zero: isOneRow ? zerosOf(series, inputs)[0]?.gamma : undefined,
    meanError: ifDefined(errors, mean),
    largestError: ifDefined(errors, (all) => Math.max(...all)),
    meanExchangeError: ifDefined(exchangeErrors, mean),
    largestExchangeError: ifDefined(exchangeErrors, (all) => Math.max(...all)),
  };
}

/** Undefined for no errors, or where one of them is not known. */
function ifDefined(
  errors: readonly number[],
  summary: (errors: readonly number[]) => number,
): number | undefined {
  return errors.length === 0 || errors.some(Number.isNaN) ? undefined : summary(errors);
}
