/** Experiments with the names that their folders give them. */
import type { Experiment, Meta } from "./experiment.ts";

export function named(found: Readonly<Record<string, Meta>>): readonly Experiment[] {
  return Object.entries(found).map(([id, meta]) => ({ ...meta, id }));
}
