/** The direction along which a network of the laboratory is looked at, where neurons and components have one. */
import { dot, unit } from "../../../math/vectors.ts";
import { pullOf } from "../../hinge-mean-field/setting/unsymmetric.ts";
import type { Data } from "./setup.ts";
import type { Underway } from "./underway.ts";

/** Data whose first input decides, or is as good as any other. */
const ALONG_FIRST: readonly Data[] = ["points", "sines", "direction", "circle", "gaussian", "sphere"];

/** Whether the direction is the first axis. */
function isAlongFirst({ data, teachers }: { readonly data: Data; readonly teachers: number }): boolean {
  return ALONG_FIRST.includes(data) || (data === "teachers" && teachers === 1);
}

/** The first axis, or that of the mean of y x over the sample, which pulls all neurons at first; of length 1. */
export function directionOf({ setup, sample }: Pick<Underway, "setup" | "sample">): Float64Array {
  const first = Float64Array.from({ length: sample.inputDimension }, (_, j) => Number(j === 0));
  if (isAlongFirst(setup)) return first;
  const pull = unit(pullOf(sample));
  return dot(pull, pull) > 0 ? pull : first;
}
