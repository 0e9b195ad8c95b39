/** Nodes in the plane of readout and projection, over the ways on which the theory would take them. Only draws. */
import { ruleX, ruleY } from "@observablehq/plot";
import { colouredDots } from "../../../plots/coloured.ts";
import { inWords } from "../../../plots/numbers.ts";
import { strokes } from "../../../plots/strokes.ts";
import { told } from "../../../plots/told.ts";
import { moved, type Nodes } from "../../../theory/hinge-mean-field/orbit.ts";
import { THEORY } from "./views.ts";

export const SIZE = { width: 400, height: 340, marginBottom: 36 } as const;
/** Nodes by the sign of their readout at the start. */
export const [POSITIVE, NEGATIVE] = ["var(--series-2)", "var(--series-1)"] as const;
/** Most hyperbolas that are drawn. */
const WAYS = 40;

/**
 * Nodes as they were and are, on the hyperbolas from their start to a growth of `end`. `fits` is what the axes have room for, `unit`
 * the size of weights at the start, a power of ten: axes are linear up to about it.
 */
export function nodesPlane(start: Nodes, now: Nodes, end: number, fits: readonly Nodes[], unit = 1) {
  const sizes = fits.flatMap(({ readouts, along }) => [...readouts, ...along].map(Math.abs));
  const reach = 1.15 * Math.max(3 * unit, ...sizes);
  const nodes = Array.from(now.readouts, (x, k) => ({
    number: k + 1,
    x,
    y: now.along[k] as number,
    colour: (start.readouts[k] as number) > 0 ? POSITIVE : NEGATIVE,
  }));
  const stages = Array.from({ length: 25 }, (_, k) => moved(start, (k / 24) * end));
  const ways = nodes
    .slice(0, WAYS)
    .map((_, node) =>
      stages.map(({ readouts, along }) => ({ x: readouts[node] as number, y: along[node] as number })),
    );
  return {
    ...SIZE,
    x: planeAxis("readout a →", reach, unit),
    y: planeAxis("↑ projection w∥", reach, unit),
    marks: [
      ruleX([0], { stroke: "var(--line)" }),
      ruleY([0], { stroke: "var(--line)" }),
      strokes({ lines: ways, colour: THEORY, width: 1, opacity: 0.3 }),
      ...colouredDots([NEGATIVE, POSITIVE], nodes, 6, 0.8),
      told(
        nodes.toSorted((one, other) => one.x - other.x),
        ({ number, x, y }) => `node ${number}: a ${inWords(x, 2)}, w∥ ${inWords(y, 2)}`,
      ),
    ],
  };
}

/** The nodes of a result, at its start and now; none before there is one. */
export function nodesIn(series: { readonly [name in string]?: ArrayLike<number> } = {}) {
  const { startReadout = [], startAlong = [], readout = [], along = [] } = series;
  return {
    start: { readouts: Float64Array.from(startReadout), along: Float64Array.from(startAlong) },
    now: { readouts: Float64Array.from(readout), along: Float64Array.from(along) },
  } satisfies Record<string, Nodes>;
}

/** Most ticks on each side of 0. */
const MOST_TICKS = 6;

/** Up to a reach in both directions, on a scale that is linear near 0 and logarithmic far from it: nodes move by factors. */
function planeAxis(label: string, reach: number, unit: number) {
  const all = Array.from({ length: 12 }, (_, k) => unit * Number(`1e${k}`)).flatMap((power) => [
    power,
    3 * power,
  ]);
  const within = all.filter((tick) => tick < reach);
  const ticks = within.length > MOST_TICKS ? within.filter((_, k) => k % 2 === 0).slice(-MOST_TICKS) : within;
  return {
    type: "symlog" as const,
    constant: unit,
    label,
    domain: [-reach, reach],
    ticks: [...ticks.map((tick) => -tick), 0, ...ticks],
    tickFormat: (tick: number) => inWords(tick, 1),
  };
}
