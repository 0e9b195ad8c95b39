/** The experiments of the papers whose figures the page shows, and what only some of their figures need. */
import { experimentsOf } from "../../src/catalogue/ofPapers.ts";

const papers = Array.from(
  document.querySelectorAll<HTMLElement>("live-figure, training-pad"),
  ({ dataset }) => (dataset.figure ?? "").split("/")[0] ?? "",
);

export const experiments = await experimentsOf(papers);
// What an address asks for is looked at as soon as there is a figure.
if (location.search !== "") await Promise.allSettled(experiments.map((meta) => meta.prepare?.()));
const figures = experiments.flatMap((meta) => meta.figures);

/** What goes back through runs; null where no figure does. */
export const rewinding = figures.some(({ keepsFrames }) => keepsFrames) ? await import("./rewind.ts") : null;
/** What only the figures of one paper need; null where none does. */
export const ofPaper = figures.some(({ picker, explorer }) => picker ?? explorer)
  ? await import("./ofPaper.ts")
  : null;
