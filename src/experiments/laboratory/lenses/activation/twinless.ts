/** Whether a network of the laboratory has a random-feature twin in closed form here, and why not. Describes; computes nothing. */
import type { Setup } from "../../setting/setup.ts";
import { workloadOf } from "../../setting/workload.ts";

/** The closed form needs all eigenvectors of so many rows at most, min(n, m). */
const MOST_ROWS = 400;
/** And at every look the outputs of n examples by m neurons, n m products. */
const MOST_PRODUCTS = 400_000;

/** A sentence; undefined where there is a twin. */
export function twinless(setup: Setup): string | undefined {
  if (setup.rule === "onePass")
    return "Each example is met once, so that there is no sample for a twin to learn.";
  if (setup.loss !== "squared")
    return "The twin has a closed form for the squared loss alone: it is left out.";
  if (setup.rule === "adam")
    return "Adam’s time is not that of gradient flow, which the twin follows: it is left out.";
  const { sampleSize, width } = workloadOf(setup);
  const isLarge = Math.min(sampleSize, width) > MOST_ROWS || sampleSize * width > MOST_PRODUCTS;
  return isLarge
    ? `With ${sampleSize.toLocaleString("en")} examples and ${width.toLocaleString("en")} neurons the twin’s closed form takes too long: it is left out.`
    : undefined;
}
