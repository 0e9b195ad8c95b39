/** The replicates of one prediction on the axis of what they measure, over the interval that is accepted. */
import { dot, type PlotOptions, rect, ruleX } from "@observablehq/plot";

/** One set of runs, on a line of its own. */
export interface Replicated {
  readonly label: string;
  readonly colour: string;
  readonly values: readonly number[];
  readonly controlValues: readonly number[];
}

export interface Accepted {
  readonly minimum: number | null;
  readonly maximum: number | null;
}

const ROW_HEIGHT = 26;

/** Dots for the runs of the claim, crosses for those of its control, a band for the interval. */
export function replicatesPlot({ minimum, maximum }: Accepted, rows: readonly Replicated[]): PlotOptions {
  const bounds = [minimum, maximum].filter((bound) => bound !== null);
  const domain = roomAround([
    ...bounds,
    ...rows.flatMap(({ values, controlValues }) => [...values, ...controlValues]),
  ]);
  const points = (from: "values" | "controlValues") =>
    rows.flatMap((row) => row[from].map((value) => ({ value, label: row.label, colour: row.colour })));
  const place = { x: "value", y: "label", stroke: "colour", strokeWidth: 1.6 } as const;
  return {
    width: 360,
    height: ROW_HEIGHT * rows.length + 30,
    marginTop: 2,
    marginBottom: 26,
    marginLeft: 128,
    x: { domain, label: null, ticks: 4 },
    y: { domain: rows.map(({ label }) => label), type: "band", label: null, tickSize: 0, padding: 0.1 },
    color: { type: "identity" },
    marks: [
      rect([{ x1: minimum ?? domain[0], x2: maximum ?? domain[1] }], {
        x1: "x1",
        x2: "x2",
        fill: "var(--good-soft)",
      }),
      ruleX(bounds, { stroke: "var(--good)" }),
      dot(points("controlValues"), { ...place, symbol: "times", r: 3.6 }),
      dot(points("values"), { ...place, fill: "colour", fillOpacity: 0.35, r: 4 }),
    ],
  };
}

/** From the least to the greatest of some numbers, and a sixteenth of that more on each side. */
function roomAround(values: readonly number[]): [number, number] {
  const [least, greatest] = [Math.min(...values), Math.max(...values)];
  const room = (greatest - least || Math.abs(least) || 1) / 16;
  return [least - room, greatest + room];
}
