/** A row of Fig. 5 as runs of one width at one γ each, and what they come to together. Trains nothing: run.ts does. */
import { mean } from "../../../math/statistics.ts";
import { inputExponent } from "../../../theory/exponents.ts";
import type { Division, Measurement, Part } from "../../experiment.ts";
import type { Values } from "../../parameters.ts";
import { zeroOf } from "../map/exponents.ts";
import type { PixelRange, Stop } from "../mnist/parameters.ts";
import type { DigitPoint } from "../mnist/training.ts";
import { PUBLISHED } from "./meta.ts";
import { exponentsOf, GAMMAS, type RowSeries } from "./row.ts";

interface Row {
  readonly gammaPrime: number;
  readonly widths: readonly number[];
  readonly pixels: PixelRange;
  readonly stop: Stop;
}

/** Width by width, so that a first picture of the whole row comes early. */
function parts({ widths, ...others }: Row): Part[] {
  return widths.flatMap((width) =>
    GAMMAS.map((gamma) => ({
      parameters: { ...others, gamma, width } satisfies DigitPoint as unknown as Values,
      work: width,
    })),
  );
}

/** RD of every point and width, as far as they are known (NaN where they are not), and once all are, what they say. */
function join(
  reports: readonly (Measurement | null)[],
  { gammaPrime, widths }: Row,
): Pick<Measurement, "quantities" | "series"> {
  const series = {
    gamma: Float64Array.from(GAMMAS),
    width: Float64Array.from(widths),
    relativeDistance: Float64Array.from(
      GAMMAS.flatMap((_, point) =>
        widths.map(
          (_width, k) => reports[k * GAMMAS.length + point]?.quantities.relativeDistance ?? Number.NaN,
        ),
      ),
    ),
  };
  const isComplete = reports.every((report) => report?.finished);
  return { quantities: isComplete ? judgeRow(series, gammaPrime) : {}, series };
}

/** Quantities of meta.ts; one that is not defined for this row is missing. */
function judgeRow(series: RowSeries, gammaPrime: number): Measurement["quantities"] {
  const exponents = exponentsOf(series);
  const zero = zeroOf(GAMMAS, exponents);
  const meanDistance = (name: string, from: readonly number[]) => {
    const distance = mean(exponents.map((exponent, k) => Math.abs(exponent - (from[k] as number))));
    return Number.isNaN(distance) ? {} : { [name]: distance };
  };
  return {
    ...(zero === null ? {} : { zero }),
    ...meanDistance(
      "meanError",
      GAMMAS.map((gamma) => inputExponent(gamma, gammaPrime)),
    ),
    ...(gammaPrime === 0 ? meanDistance("publishedError", PUBLISHED.exponents) : {}),
  };
}

export const division: Division<Row> = { parts, join };
