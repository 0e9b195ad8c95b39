/** What the limit of infinitely many inputs and neurons does with the readouts of a start: the reduced flow, from no overlap on. */
import { type ReducedFlow, reducedStart } from "../../../theory/time-scales/reducedFlow.ts";
import { crossingOf, type Flowing, flowing, HALF, wayOf } from "./flow.ts";
import { DEGREES } from "./parameters.ts";

export interface Limit {
  /** From the start to the duration, step by step. */
  readonly way: readonly Flowing[];
  /** When each component is halved, by degree; undefined where it is not by then. */
  readonly halved: readonly (number | undefined)[];
}

export function limitOf(flow: ReducedFlow, readouts: Float64Array, duration: number): Limit {
  const way = wayOf(flowing(flow, reducedStart(readouts), duration));
  const { crossings } = way.at(-1) as Flowing;
  return { way, halved: DEGREES.map((degree) => crossingOf(crossings, degree, HALF)) };
}
