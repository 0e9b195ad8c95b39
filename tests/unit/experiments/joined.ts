/** What a sweep reports of its parts' reports, as whoever runs it gets to see it. */
import type { Looked, Measured, Meta, Sweep } from "../../../src/experiments/experiment.ts";
import { measuredFrom } from "../../../src/experiments/measured.ts";

export function joined<M extends Meta>(
  sweep: Sweep<M>,
  ...given: Parameters<Sweep<M>["join"]>
): ReturnType<Sweep<M>["join"]> extends Looked<infer Q, infer S> ? Measured<Q, S> : never;
export function joined(sweep: Sweep, ...given: Parameters<Sweep["join"]>): Measured {
  return measuredFrom(sweep.join(...given));
}
