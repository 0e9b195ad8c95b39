/** The experiments of the papers whose figures the page shows, and what only some of their figures need. */
import { experimentsOf } from "../../src/experiments/catalogues.ts";

const papers = Array.from(
  document.querySelectorAll<HTMLElement>("live-figure"),
  ({ dataset }) => (dataset.figure ?? "").split("/")[0] ?? "",
);

export const experiments = await experimentsOf(papers);

/** What goes back through runs; null where no figure does. */
export const rewinding = experiments.some(({ figures }) => figures.some(({ keepsFrames }) => keepsFrames))
  ? await import("./rewind.ts")
  : null;
