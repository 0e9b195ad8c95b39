/** A function of x over the points that it is to learn, with what it says where it is seen. */
import { dot, type Markish, type PlotOptions, ruleY } from "@observablehq/plot";
import { inWords } from "./numbers.ts";
import { type Point, strokes } from "./strokes.ts";
import { told } from "./told.ts";

export interface FunctionPlot {
  readonly now: readonly Point[];
  readonly points: readonly Point[];
  readonly colour: string;
  /** x goes from −reach to it. */
  readonly reach: number;
  /** From where to where y is drawn. */
  readonly within: readonly [number, number];
  /** What lies beneath it. */
  readonly beneath?: readonly Markish[];
}

/** The axes of such a plot, and its marks. */
export function functionPlot({
  now,
  points,
  colour,
  reach,
  within,
  beneath = [],
}: FunctionPlot): PlotOptions {
  const [least, most] = within;
  const seen = now.filter(({ y }) => y >= least && y <= most);
  return {
    x: { label: "x →", domain: [-reach, reach], ticks: 5 },
    y: { label: "↑ f(x)", domain: within, grid: true, ticks: 5 },
    marks: [
      ruleY([0], { stroke: "var(--line)" }),
      ...beneath,
      strokes({ lines: [now], colour, width: 2, within }),
      dot(points, { x: "x", y: "y", r: 4.5, fill: "var(--paper)", stroke: "var(--ink)", strokeWidth: 1.75 }),
      told(seen, ({ x, y }) => `x = ${inWords(x)}: f(x) = ${inWords(y, 2)}`, 61),
    ],
  };
}
