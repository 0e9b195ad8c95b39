/** On how many lines the neurons of some networks gather at either frequency, and how these numbers compare. */
import { medianOfAll } from "../setting/draws.ts";

/** The lines of each network as far as they are known, and once all are, their medians. */
export function compared(low: readonly number[], high: readonly number[], draws: number) {
  const [medianLow, medianHigh] = [medianOfAll(low, draws), medianOfAll(high, draws)];
  const areKnown = medianLow !== undefined && medianHigh !== undefined;
  return {
    quantities: areKnown ? { difference: medianLow - medianHigh, medianLow, medianHigh } : {},
    series: { low, high },
  };
}

/** The frequencies, each once. */
export function frequenciesOf({ low, high }: { readonly low: number; readonly high: number }): number[] {
  return [...new Set([low, high])];
}
