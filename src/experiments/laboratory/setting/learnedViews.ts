/** Draws what a network of the laboratory has learned: over a line, over a plane, or example by example. */
import type { PlotOptions } from "@observablehq/plot";
import { cloud } from "../../../plots/cloud.ts";
import { curve } from "../../../plots/curve.ts";
import { roundedAround } from "../../../plots/domains.ts";
import { functionPlot } from "../../../plots/functionPlot.ts";
import { inWords } from "../../../plots/numbers.ts";
import { strokes } from "../../../plots/strokes.ts";
import { told } from "../../../plots/told.ts";
import { resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { perCase } from "../../drawing/views.ts";
import { sidesPlot } from "../../hinge-mean-field/setting/sidesViews.ts";
import { pointsOf } from "../../points.ts";
import type { Setup } from "./setup.ts";

/** Colours of what is of the sample, and of what is of examples that are not seen. */
export const [OWN, FRESH] = ["var(--series-1)", "var(--series-2)"] as const;

/** Of a plot of the laboratory, which stands two in a row. */
export const SIZE = { width: 420, height: 300 } as const;

export const learned: View = perCase("learned", "What it learns", (shown) => {
  const { data, classes } = setupOf(shown);
  if (data === "points") return pointsPlot(shown);
  if (data === "classes") return sidesPlot(classes, resultOf(shown)?.series.side);
  return targetsPlot(shown);
});

/** The parameters of the laboratory, which is the only experiment that is drawn so. */
function setupOf({ parameters }: Shown): Setup {
  return parameters as unknown as Setup;
}

/** The function over its points. */
function pointsPlot(shown: Shown): PlotOptions {
  const points = pointsOf(setupOf(shown).points);
  const { at, learned } = resultOf(shown)?.series ?? {};
  const now = curve(at, learned);
  const heights = points.map(({ y }) => y);
  const [least, most] = [Math.min(0, ...heights), Math.max(0, ...heights)];
  const room = 0.4 * (most - least);
  const within = roundedAround([least - room, most + room]);
  return { ...SIZE, ...functionPlot({ now, points, colour: OWN, reach: 1.2, within }) };
}

/** f over the target, a dot an example. */
function targetsPlot(shown: Shown): PlotOptions {
  const { target = [], output = [] } = resultOf(shown)?.series ?? {};
  const reach = roundedAround([-1, 1, ...Array.from(target)]);
  // Of classes, f goes on beyond its targets.
  const within = roundedAround([...reach, ...Array.from(output)].filter(Number.isFinite));
  const dots = curve(target, output);
  return {
    ...SIZE,
    x: { label: "target y →", domain: reach, ticks: 5 },
    y: { label: "↑ f(x)", domain: within, ticks: 5, grid: true },
    marks: [
      strokes({ lines: [reach.map((y) => ({ x: y, y }))], colour: "var(--line-strong)", width: 1.5 }),
      cloud({ x: target, y: output, size: 3, colour: FRESH, opacity: 0.6 }),
      told(dots, ({ x, y }) => `an example with target ${inWords(x, 2)}: f = ${inWords(y, 2)}`, 40),
    ],
  };
}
