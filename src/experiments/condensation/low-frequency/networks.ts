/** On how many lines the neurons of some networks gather at either frequency, and how these numbers compare. */
import type { Measured, QuantityOf, SeriesOf } from "../../experiment.ts";
import { medianOfAll } from "../setting/draws.ts";
import type { meta } from "./meta.ts";

/** The lines of each network as far as they are known, and once all are, their medians. */
export function compared(
  low: readonly number[],
  high: readonly number[],
  draws: number,
): Measured<QuantityOf<typeof meta>, SeriesOf<typeof meta>> {
  const [medianLow, medianHigh] = [medianOfAll(low, draws), medianOfAll(high, draws)];
  return {
    quantities:
      medianLow === undefined || medianHigh === undefined
        ? {}
        : { difference: medianLow - medianHigh, medianLow, medianHigh },
    series: { low: Float64Array.from(low), high: Float64Array.from(high) },
  };
}

/** The frequencies, each once. */
export function frequenciesOf({ low, high }: { readonly low: number; readonly high: number }): number[] {
  return [...new Set([low, high])];
}
