/** Which figures stand on each page of the gallery: found among those that there are, the quickest that has what it takes. */
import { drawingOf } from "../../src/catalogue/drawings.ts";
import { EXPERIMENTS } from "../../src/catalogue/experiments.ts";
import { figureName } from "../../src/catalogue/names.ts";
import { total } from "../../src/experiments/cost.ts";
import type { Drawing } from "../../src/experiments/drawing/drawing.ts";
import type { Experiment, FigureMeta } from "../../src/experiments/experiment.ts";
import { parseValues } from "../../src/experiments/parameters.ts";
import { isReadout } from "../../src/plots/readout.ts";
import { recordedFigure } from "../recordedFigure.ts";
import type { StageId } from "./stages.ts";

const MARKS = ["dot", "ring", "diamond", "line", "dashes"] as const;

interface Candidate {
  readonly name: string;
  readonly meta: Experiment;
  readonly figure: FigureMeta;
  readonly seconds: number;
}

/** All figures, the quickest first. */
const CANDIDATES: readonly Candidate[] = EXPERIMENTS.flatMap((meta) =>
  meta.figures.map((figure) => ({
    name: figureName(meta, figure),
    meta,
    figure,
    seconds: total(
      figure.cases.map(({ parameters }) =>
        meta.cost(parseValues(meta.parameters, meta.defaults, parameters)),
      ),
    ),
  })),
).toSorted((one, other) => one.seconds - other.seconds);

/** Whether some setting is of a kind. */
const has = ({ meta, figure }: Candidate, ...kinds: string[]) =>
  figure.controls.some((name) => kinds.includes(meta.parameters[name]?.kind ?? ""));

/** Nothing but plots and fields, one of them for a number. */
const isPlain = (each: Candidate) => {
  const { promise, picker, explorer, keepsFrames } = each.figure;
  return (
    !promise && !picker && !explorer && !keepsFrames && !has(each, "points") && has(each, "real", "whole")
  );
};

const WANTED: Readonly<Partial<Record<StageId, (each: Candidate) => boolean>>> = {
  start: ({ figure }) => figure.promise !== undefined,
  picker: ({ figure }) => figure.picker !== undefined,
  points: (each) => has(each, "points"),
  explorer: ({ figure }) => figure.explorer !== undefined,
  rewind: ({ figure }) => figure.keepsFrames === true,
};

/** The names of the figures of a page. @throws Error where no figure has what the page is to show */
export async function castOf(stage: StageId): Promise<readonly string[]> {
  switch (stage) {
    case "fields":
      return [];
    case "not-run-yet":
      return [CANDIDATES.at(-1)?.name ?? nobody(stage)];
    case "readout":
      return [(await firstWhere(hasReadout)) ?? nobody(stage)];
    case "marks":
      return withAllMarks();
    default: {
      const isWanted = WANTED[stage] ?? isPlain;
      return [CANDIDATES.find(isWanted)?.name ?? nobody(stage)];
    }
  }
}

function nobody(stage: StageId): never {
  throw new Error(
    `No figure has what the gallery shows as “${stage}”: give it one, or take it from components/gallery/stages.ts.`,
  );
}

async function firstWhere(isWanted: (each: Candidate) => Promise<boolean>): Promise<string | undefined> {
  for (const each of CANDIDATES) if (await isWanted(each)) return each.name;
  return undefined;
}

async function hasReadout({ name, meta }: Candidate): Promise<boolean> {
  const [drawing, { shown }] = await Promise.all([drawingOf(meta.id), recordedFigure(name)]);
  const groupOf = ({ per }: Drawing["views"][number]) => (per === "case" ? shown.slice(0, 1) : shown);
  return drawing.views.slice(0, 1).some((view) => (view.plot(groupOf(view)).marks ?? []).some(isReadout));
}

/** The fewest figures, taken one by one, that have numbers and every mark of a legend that any has. */
async function withAllMarks(): Promise<string[]> {
  const drawn = await Promise.all(
    CANDIDATES.map(async ({ name, meta }) => {
      const { legend, numbers = [] } = await drawingOf(meta.id);
      const marks: string[] = MARKS.filter((mark) => legend.some((key) => key.mark === mark));
      return { name, shows: [...marks, ...(numbers.length > 0 ? ["numbers"] : [])] };
    }),
  );
  const missing = new Set(drawn.flatMap(({ shows }) => shows));
  const taken: string[] = [];
  while (missing.size > 0) {
    const gain = ({ shows }: { shows: readonly string[] }) =>
      shows.filter((each) => missing.has(each)).length;
    const best = drawn.reduce((most, each) => (gain(each) > gain(most) ? each : most));
    taken.push(best.name);
    for (const each of best.shows) missing.delete(each);
  }
  return taken;
}
