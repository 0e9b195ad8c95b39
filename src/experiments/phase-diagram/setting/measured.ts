/** Numbers and lists that several experiments measure, as their descriptions have them. Cheap to import. */
import type { Quantity, SeriesMeta } from "../../experiment.ts";
import { RESOLVED_DISTANCE } from "../../resolution.ts";

/** RD of the paper. */
export const RELATIVE_DISTANCE = {
  label: "Distance moved by the input weights",
  unit: "initial lengths",
  floor: RESOLVED_DISTANCE,
} as const satisfies Quantity;

export const EFFECTIVE_ORIENTATIONS = {
  label: "Orientations over which the amplitude is spread",
  unit: "bins of 72",
} as const satisfies Quantity;

/** Of the widths of a sweep and the points of a grid. */
export const WIDTHS = {
  label: "Widths m of a half",
  symbol: "m",
  shape: ["widths"],
} as const satisfies SeriesMeta;
export const GRID_SERIES = {
  gamma: { label: "γ of each point", symbol: "γ", shape: ["points"] },
  gammaPrime: { label: "γ′ of each point", symbol: "γ′", shape: ["points"] },
  width: WIDTHS,
} as const satisfies Record<string, SeriesMeta>;

/** What portrait.ts reports of a network in training. */
export const PORTRAIT = {
  quantities: {
    relativeDistance: RELATIVE_DISTANCE,
    effectiveOrientations: EFFECTIVE_ORIENTATIONS,
    splineDeviation: {
      label: "Largest distance from the linear spline, between the outer points",
      digits: 2,
    },
    relativeRisk: { label: "Risk, relative to its start" },
  },
  series: {
    initialAmplitude: {
      label: "Amplitude |a|‖(w, b)‖ of the neurons of one half before training",
      shape: ["neurons"],
    },
    initialOrientation: { label: "Orientation of their (w, b)", unit: "rad", shape: ["neurons"] },
    amplitude: { label: "Amplitude |a|‖(w, b)‖ of the neurons", shape: ["neurons"] },
    orientation: { label: "Orientation of their (w, b)", unit: "rad", shape: ["neurons"] },
    x: { label: "Abscissae at which the function is drawn", shape: ["x"] },
    learned: { label: "Learned function there", symbol: "f(x)", shape: ["x"] },
  },
} as const satisfies { quantities: Record<string, Quantity>; series: Record<string, SeriesMeta> };
