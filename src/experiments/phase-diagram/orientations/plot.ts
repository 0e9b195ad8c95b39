/** Draws Fig. 6: the neurons of every cell in its place on the diagram, a colour per width, and the boundary. */
import { ruleX, ruleY } from "@observablehq/plot";
import { grouped } from "../../../plots/axes.ts";
import { type CellMap, cellAxes, cellName, edgesOf, readableCells } from "../../../plots/cellMap.ts";
import { boundaryLine } from "../../../plots/cellMarks.ts";
import { cloud } from "../../../plots/cloud.ts";
import { inWords } from "../../../plots/numbers.ts";
import { readout } from "../../../plots/readout.ts";
import { boundary } from "../../../theory/phaseDiagram.ts";
import { type Drawing, type Result, resultOf, seriesIn } from "../../drawing/drawing.ts";
import { knownOf, networksDone, sentenceOfOne } from "../../drawing/sentences.ts";
import { forOne } from "../../drawing/views.ts";
import { quantityInWords, tableOfRows } from "../../drawing/words.ts";
import { diagramAxes } from "../setting/diagramViews.ts";
import { gridOf } from "../setting/grid.ts";
import { DRAWN, meta } from "./meta.ts";

/** Of the smallest width, the next, and the one after it. */
const COLOURS = ["var(--width-1)", "var(--width-2)", "var(--width-3)"] as const;
/** Share of a cell that its neurons fill. */
const FILLED = 0.88;

const SERIES = ["gamma", "gammaPrime", "width", "effectiveOrientations", "amplitude", "orientation"] as const;
const cellsIn = (result: Result | null) => seriesIn(result, SERIES);
type Cells = NonNullable<ReturnType<typeof cellsIn>>;

/** Places of all drawn neurons of one width: orientation and amplitude, scaled into their cell of this side. */
function neuronsOfWidth(cells: Cells, width: number, side: number): { x: number[]; y: number[] } {
  const { amplitude, orientation } = cells;
  const x: number[] = [];
  const y: number[] = [];
  for (let point = 0; point < cells.gamma.length; point++) {
    const from = (point * cells.width.length + width) * DRAWN;
    let largest = 0;
    for (let at = from; at < from + DRAWN; at++) largest = Math.max(largest, amplitude[at] as number);
    if (!(largest > 0)) continue;
    for (let at = from; at < from + DRAWN; at++) {
      const height = amplitude[at] as number;
      if (height === 0) continue;
      x.push((cells.gamma[point] as number) + (FILLED * side * (orientation[at] as number)) / (2 * Math.PI));
      y.push((cells.gammaPrime[point] as number) + FILLED * side * (height / largest - 1 / 2));
    }
  }
  return { x, y };
}

/** "γ 0.7, γ′ −0.3: 43.8 of 72 orientations at m = 1,000, …". */
function cellInWords(
  axes: Pick<CellMap, "x" | "y">,
  { width, effectiveOrientations }: Cells,
  point: number,
): string {
  const counts = Array.from(width, (m, k) => {
    const count = effectiveOrientations[point * width.length + k] as number;
    return `m = ${grouped(m)} ${Number.isFinite(count) ? `${inWords(count)} of 72 orientations` : "not run yet"}`;
  });
  return `${cellName(axes, point)}: ${counts.join(", ")}`;
}

export const drawing: Drawing<typeof meta> = {
  views: [
    forOne("grid", "Neurons over γ and γ′", (shown) => {
      const cells = cellsIn(resultOf(shown));
      const { gammas, gammaPrimes } = gridOf(shown.parameters);
      const axes = cells ? diagramAxes(cells.gamma, cells.gammaPrime) : diagramAxes(gammas, gammaPrimes);
      const [across, up] = [edgesOf(axes.x), edgesOf(axes.y)];
      const side = (across[1] as number) - (across[0] as number);
      return {
        width: 720,
        height: 620,
        marginBottom: 42,
        ...cellAxes(axes),
        marks: [
          ruleX(across, { stroke: "var(--line)" }),
          ruleY(up, { stroke: "var(--line)" }),
          ...COLOURS.slice(0, cells?.width.length ?? 0).map((colour, k) =>
            cloud({ ...neuronsOfWidth(cells as Cells, k, side), size: 2.6, colour, opacity: 0.65 }),
          ),
          boundaryLine(axes, boundary),
          readout(() =>
            cells
              ? readableCells({ ...axes, values: Array.from(cells.gamma) }, (k) =>
                  cellInWords(axes, cells, k),
                )
              : [],
          ),
        ],
      };
    }),
  ],
  legend: [
    { label: "neurons at the smallest width", colour: COLOURS[0], mark: "dot" },
    { label: "at the next", colour: COLOURS[1], mark: "dot" },
    { label: "and, if there is one, the next", colour: COLOURS[2], mark: "dot" },
    { label: "boundary in the limit", colour: "var(--ink)", mark: "line" },
  ],
  numbers: ["linearRatio", "condensedRatio"],
  describe: sentenceOfOne((result) => {
    const { words, isAll } = knownOf(result.series.effectiveOrientations);
    const { linearRatio, condensedRatio } = result.quantities;
    if (!isAll || linearRatio === undefined || condensedRatio === undefined)
      return `${words} networks are trained.`;
    const times = (name: "linearRatio" | "condensedRatio") => quantityInWords(meta, result, name);
    return `From the smallest width to the largest, the spread of orientations is multiplied by ${times("linearRatio")} left of the boundary and by ${times("condensedRatio")} right of it.`;
  }),
  done: (all) => networksDone(all, "effectiveOrientations"),
  table: (all) => {
    const widths = Array.from((all[0] && resultOf(all[0])?.series.width) ?? []);
    const columns = ["γ′", "γ", ...widths.map((width) => `Orientations at m = ${grouped(width)}`)];
    return tableOfRows<typeof meta>(columns, (result) => {
      const cells = cellsIn(result);
      return Array.from(cells?.gamma ?? [], (gamma, point) => [
        inWords(cells?.gammaPrime[point]),
        inWords(gamma),
        ...widths.map((_, k) => inWords(cells?.effectiveOrientations[point * widths.length + k])),
      ]);
    })(all);
  },
};
