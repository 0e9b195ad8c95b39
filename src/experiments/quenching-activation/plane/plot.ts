/** Draws the plane of width and sample size: a colour for each cell, the two lines m(d + 1) = n and m = n, and the scale. */
import { cellAxes, readableCells } from "../../../plots/cellMap.ts";
import { boundaryLine, cells, colourBar } from "../../../plots/cellMarks.ts";
import { inWords } from "../../../plots/numbers.ts";
import { readout } from "../../../plots/readout.ts";
import { type Drawing, resultOf, type View } from "../../drawing/drawing.ts";
import { knownOf, sentencePerCase } from "../../drawing/sentences.ts";
import { perCase } from "../../drawing/views.ts";
import { quantityInWords, tableOfRows } from "../../drawing/words.ts";
import {
  cellsThrough,
  cellTold,
  emptyPlane,
  FRAME,
  LENSES,
  lensNamed,
  type PlaneSeries,
  planeIn,
} from "./lens.ts";
import { meta } from "./meta.ts";

const map: View<typeof meta> = perCase("map", "A network for each width and sample size", (shown, name) => {
  const lens = lensNamed(name);
  const { widths, sampleSizes, inputs } = shown.parameters;
  const plane = planeIn(resultOf(shown));
  const through = plane ? cellsThrough(lens, plane) : emptyPlane({ width: widths, sampleSize: sampleSizes });
  return {
    ...FRAME,
    ...cellAxes(through),
    marks: [
      cells(through, LENSES[lens]),
      boundaryLine(through, (samples) => samples / (inputs + 1), "5 4"),
      boundaryLine(through, (samples) => samples),
      ...(plane ? [readout(() => readableCells(through, (cell) => cellTold(plane, cell)))] : []),
    ],
  };
});

/** The colours by themselves, with their numbers. */
const scale: View<typeof meta> = perCase("scale", "Scale of colours", (_, name) =>
  colourBar(LENSES[lensNamed(name)], FRAME),
);

const COLUMNS = ["Scaling", "n", "m", "Test error", "Training error", "Path norm", "N_eff/m", "Time"];

function rowsOfTable(plane: PlaneSeries, label: string) {
  const { width, sampleSize, test, train, pathNorm, share, time } = plane;
  return Array.from(test, (_, cell) => [
    label,
    sampleSize[Math.floor(cell / width.length)] as number,
    width[cell % width.length] as number,
    ...[test, train, pathNorm, share, time].map((numbers) => inWords(numbers[cell])),
  ]);
}

export const drawing: Drawing<typeof meta> = {
  views: [map, scale],
  legend: [
    { label: "as many samples as neurons, m = n", colour: "var(--ink)", mark: "line" },
    { label: "as many samples as weights, m(d + 1) = n", colour: "var(--ink)", mark: "dashes" },
  ],
  numbers: ["span", "leastShare", "mostShare"],
  describe: sentencePerCase((result) => {
    const known = knownOf(result.series.test);
    if (!known.isAll) return `${known.words} networks are trained.`;
    const span = quantityInWords(meta, result, "span");
    return `across the widths the test error spans ${span} powers of ten, in the median of the sample sizes.`;
  }),
  done: (all) => {
    const known = all.flatMap(({ now }) => Array.from(now?.series.test ?? []));
    return known.length > 0 ? `${knownOf(known).words} networks` : "";
  },
  table: tableOfRows(COLUMNS, (result, { label }) => {
    const plane = planeIn(result);
    return plane ? rowsOfTable(plane, label) : [];
  }),
};
