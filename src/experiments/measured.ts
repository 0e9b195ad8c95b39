/** From what an experiment gives to what is reported: plain data that can be handed over, without what is not a number. */
import type { Looked, Measured, Series } from "./experiment.ts";

/** A run measured NaN or an infinity. */
export class MeasuringError extends Error {
  override readonly name = "MeasuringError";
}

/**
 * The same with what is missing left out, and each series in a buffer of its own, so that it can be handed over.
 * @throws MeasuringError for a quantity that is not finite
 */
export function measuredFrom<Q extends string, S extends string>({
  quantities,
  series = {},
}: Looked<Q, S>): Measured<Q, S> {
  const numbers: { [name in Q]?: number } = {};
  for (const name in quantities) {
    const value = quantities[name];
    if (value === undefined) continue;
    if (!Number.isFinite(value))
      throw new MeasuringError(
        `The quantity “${name}” came out as ${value}. Leave a quantity out where it is not defined.`,
      );
    numbers[name] = value;
  }
  const lists: { [name in S]?: Series } = {};
  for (const name in series) {
    const values = series[name];
    if (values !== undefined)
      lists[name] = values instanceof Float32Array ? Float32Array.from(values) : Float64Array.from(values);
  }
  return { quantities: numbers, series: lists };
}
