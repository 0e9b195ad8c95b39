/** What a part of a figure that sets its parameters sees of the figure, and can ask of it. Types only. */
import type { TemplateResult } from "lit";
import type { Experiment, FigureMeta } from "../../src/experiments/experiment.ts";
import type { Nearest, Values } from "../../src/experiments/parameters.ts";

export interface Settable {
  readonly about: { readonly meta: Experiment; readonly figure: FigureMeta };
  /** In a sentence, whose the settings are that nobody can change; whoever made the link, if missing. */
  readonly lockedBy?: string | undefined;
  readonly controlValue: (name: string) => Values[string];
  /** `isMoving` while a hand is still at it: what is shown follows at a size that keeps up. */
  readonly setParameter: (name: string, text: string, isMoving?: boolean) => void;
  readonly setParameters: (texts: Readonly<Record<string, string>>, isMoving?: boolean) => void;
  /** What a hand has moved since it came is as it was: the page took its pointer away. */
  readonly leaveAsItWas: () => void;
  /** What was given for a parameter does not fit: its field says so, and offers the nearest that does. */
  readonly refuse: (name: string, sentence: string, nearest?: Nearest) => void;
}

/** Draws what else sets controls: a second way, for a pointer, to what the fields do for everybody. */
export type Picker = (figure: Settable) => TemplateResult;
