/** What several drawings of the phase diagram's experiments show alike. */
import { dot, type Markish, ruleX } from "@observablehq/plot";
import { cloud } from "../../../plots/cloud.ts";
import { regimeAt } from "../../../theory/phaseDiagram.ts";
import { type Key, resultOf, type Shown, type View } from "../../drawing/drawing.ts";

const ANGLES = [-Math.PI, -Math.PI / 2, 0, Math.PI / 2, Math.PI];
const ANGLE_LABELS = ["−π", "−π/2", "0", "π/2", "π"];

/** The colour of the regime that a case is in. */
export function colourOf({ parameters }: Shown): string {
  return `var(--${regimeAt(Number(parameters.gamma), Number(parameters.gammaPrime))})`;
}

/** Amplitudes divided by their largest, as in the paper. */
function scaled(amplitude: ArrayLike<number>): Float64Array {
  let largest = 0;
  for (let k = 0; k < amplitude.length; k++) largest = Math.max(largest, amplitude[k] as number);
  return Float64Array.from(amplitude, (a) => a / (largest || 1));
}

interface Scatter {
  readonly x: ArrayLike<number>;
  readonly amplitude: ArrayLike<number>;
}

/** Neurons before and, in the colour of their regime, after training: amplitude over whatever says where they point. */
export function neuronClouds(before: Scatter, after: Scatter, colour: string): Markish[] {
  return [
    cloud({ x: before.x, y: scaled(before.amplitude), size: 2.5, colour: "var(--initial)", opacity: 0.55 }),
    cloud({ x: after.x, y: scaled(after.amplitude), size: 3.5, colour, opacity: 0.7 }),
  ];
}

/** Amplitude against orientation of every neuron, before and after training. */
export const neurons: View = {
  id: "neurons",
  title: "Where its neurons are",
  per: "case",
  plot: ([shown]) => {
    const result = resultOf(shown as Shown);
    const {
      amplitude = [],
      orientation = [],
      initialAmplitude = [],
      initialOrientation = [],
    } = result?.series ?? {};
    return {
      x: {
        label: "orientation of (w, b) →",
        domain: [-Math.PI, Math.PI],
        ticks: ANGLES,
        tickFormat: (_: number, i: number) => ANGLE_LABELS[i] ?? "",
      },
      y: { label: "↑ amplitude (largest = 1)", domain: [0, 1.05], ticks: 3 },
      marks: [
        ruleX(ANGLES, { stroke: "var(--line)" }),
        ...neuronClouds(
          { x: initialOrientation, amplitude: initialAmplitude },
          { x: orientation, amplitude },
          colourOf(shown as Shown),
        ),
      ],
    };
  },
};

/** The given points of a sample. */
export function pointsMark(points: readonly { readonly x: number; readonly y: number }[]): Markish {
  return dot(points, {
    x: "x",
    y: "y",
    r: 4.5,
    fill: "var(--paper)",
    stroke: "var(--ink)",
    strokeWidth: 1.75,
  });
}

/** What the colours of {@link neurons} mean. */
export const NEURON_KEYS: readonly Key[] = [
  { label: "neurons before training", colour: "var(--initial)", mark: "dot" },
  { label: "linear regime", colour: "var(--linear)", mark: "dot" },
  { label: "critical", colour: "var(--critical)", mark: "dot" },
  { label: "condensed", colour: "var(--condensed)", mark: "dot" },
];
