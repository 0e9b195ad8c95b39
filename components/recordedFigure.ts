/** The reference record of a figure, and what pages show of it before anything runs. */
import { figureNamed } from "../src/catalogue/experiments.ts";
import type { Shown } from "../src/experiments/drawing/drawing.ts";
import { parseValues } from "../src/experiments/parameters.ts";
import type { FigureRecord } from "../src/runtime/records/record.ts";

const RECORDS = import.meta.glob<FigureRecord>("../content/records/figures/**/*.json", { import: "default" });

/** @param name "<paper>/<figure>" @throws Error where the figure has no record, or one of other cases */
export async function recordedFigure(name: string): Promise<{ record: FigureRecord; shown: Shown[] }> {
  const { meta, figure } = figureNamed(name);
  const record = await RECORDS[`../content/records/figures/${name}.json`]?.();
  if (record?.cases.length !== figure.cases.length)
    throw new Error(
      `There is no reference record of the figure ${name}: npm run verify -- ${name} --update-records makes it.`,
    );
  const shown = figure.cases.map(({ label, parameters }, k) => ({
    label,
    parameters: parseValues(meta.parameters, meta.defaults, parameters),
    now: null,
    reference: record.cases[k] ?? null,
  }));
  return { record, shown };
}
