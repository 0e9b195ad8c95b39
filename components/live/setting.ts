/** What a part of a figure that sets its parameters sees of the figure, and can ask of it. Types only. */
import type { TemplateResult } from "lit";
import type { Experiment } from "../../src/experiments/experiment.ts";
import type { Values } from "../../src/experiments/parameters.ts";

export interface Settable {
  readonly about: { readonly meta: Experiment };
  readonly controlValue: (name: string) => Values[string];
  readonly setParameter: (name: string, text: string) => void;
}

/** Draws what else sets controls: a second way, for a pointer, to what the fields do for everybody. */
export type Picker = (figure: Settable) => TemplateResult;
