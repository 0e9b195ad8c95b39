/**
 * What the gallery has: a page for each state that a figure can be in, and for each kind of what a figure can have. Names
 * and words; which figure stands there is for cast.ts, and what brings it into its state for direct.ts.
 */

export interface Stage {
  readonly id: string;
  readonly title: string;
  /** What is seen there, and what makes it so. */
  readonly about: string;
}

/** States of a figure. */
export const STATES = [
  {
    id: "start",
    title: "Before the run",
    about: "A figure with a promise in its meta.ts shows its start, and keeps its result to itself.",
  },
  { id: "reference", title: "Reference result", about: "Any other figure, before anything was pressed." },
  {
    id: "not-run-yet",
    title: "Not run yet",
    about: "Another seed, in a figure that takes too long to be run by itself.",
  },
  { id: "starting", title: "Starting", about: "Run was pressed, and the worker has not answered yet." },
  { id: "running", title: "Running", about: "Run was pressed, and the worker answers slowly." },
  { id: "paused", title: "Paused", about: "Pause was pressed in the middle of a run." },
  { id: "finished", title: "Finished", about: "Run was pressed, and the run has come to its end." },
  { id: "failed", title: "Failed", about: "The worker’s memory ended in the middle of the run." },
  {
    id: "offline",
    title: "Offline",
    about: "Run was pressed, and what runs and draws the figure cannot be loaded.",
  },
  {
    id: "lost-device",
    title: "Lost device",
    about: "The graphics device was lost before the first checkpoint of the run, which began anew.",
  },
  {
    id: "refused",
    title: "Refused address",
    about: "The address of the page asks for what the figure does not have.",
  },
  { id: "problem", title: "Problem in a field", about: "A text that is no number was typed into a field." },
] as const satisfies readonly Stage[];

/** What a figure can have. */
export const PARTS = [
  {
    id: "fields",
    title: "Fields",
    about:
      "Every kind of parameter, presets, a lens, points on their plane, and the settings of the page. Nothing runs here; what is typed is checked.",
  },
  { id: "picker", title: "Picker", about: "A plane of the paper’s own, on which two settings are picked." },
  { id: "points", title: "Points", about: "Points of the reader’s own, to be dragged or typed." },
  { id: "explorer", title: "Explorer", about: "A result that is gone through point by point, on a grid." },
  { id: "rewind", title: "Rewind", about: "A figure that keeps its frames, in the middle of its way." },
  { id: "readout", title: "Readout", about: "A plot that says what is where, to the keyboard here." },
  {
    id: "marks",
    title: "Numbers and marks",
    about: "Numbers beneath a plot, and figures that have between them every mark of a legend.",
  },
] as const satisfies readonly Stage[];

export const STAGES: readonly Stage[] = [...STATES, ...PARTS];
export type StageId = (typeof STATES)[number]["id"] | (typeof PARTS)[number]["id"];
