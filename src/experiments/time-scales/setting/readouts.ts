/** Readouts of the start: atoms of a law with mean 0 and variance 1, or all alike. */
import { stream, uniform } from "../../../math/random.ts";
import type { Readouts } from "./parameters.ts";

/** Half the width of a uniform law of variance 1. */
const REACH = Math.sqrt(3);

/** N readouts, shape [N]: the ith is drawn from the ith of N equal parts of [−√3, √3]; or all are ½. */
export function startReadouts(law: Readouts, count: number, seed: number): Float64Array {
  const source = stream(seed, "readouts");
  return Float64Array.from({ length: count }, (_, i) =>
    law === "equal" ? 0.5 : REACH * ((2 * (i + uniform(source, i))) / count - 1),
  );
}

/** Mean of the squares of what is left after the mean. */
export function variance(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / values.length;
}
