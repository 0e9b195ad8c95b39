/** What a network has learned and where its neurons are, as several drawings show it. */
import { type Markish, ruleX } from "@observablehq/plot";
import { cloud } from "../../../plots/cloud.ts";
import { dashedLine } from "../../../plots/coloured.ts";
import { curve } from "../../../plots/curve.ts";
import { type FunctionPlot, functionPlot } from "../../../plots/functionPlot.ts";
import { inWords } from "../../../plots/numbers.ts";
import { readout } from "../../../plots/readout.ts";
import { highest } from "../../../plots/told.ts";
import { type Key, resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { perCase } from "../../drawing/views.ts";
import type { DataPoint } from "../../points.ts";
import { colourOf } from "./diagramViews.ts";

/** Amplitudes divided by their largest, as in the paper. */
function scaled(amplitude: ArrayLike<number>): Float64Array {
  const largest = Math.max(0, ...Array.from(amplitude)) || 1;
  return Float64Array.from(amplitude, (each) => each / largest);
}

interface Scatter {
  readonly x: ArrayLike<number> | undefined;
  readonly amplitude: ArrayLike<number> | undefined;
}

/** Neurons before and, in the colour of their regime, after training: amplitude over whatever says where they point. */
export function neuronMarks(
  before: Scatter,
  after: Scatter,
  colour: string,
  placeInWords: (x: number) => string,
): Markish[] {
  const placed = ({ x = [], amplitude = [] }: Scatter) => ({ x, y: scaled(amplitude) });
  const last = placed(after);
  return [
    cloud({ ...placed(before), size: 2.5, colour: "var(--initial)", opacity: 0.55 }),
    cloud({ ...last, size: 3.5, colour, opacity: 0.7 }),
    readout(() =>
      highest(last.x, last.y).map((k) => {
        const [x, y] = [last.x[k] as number, last.y[k] as number];
        return { x, y, words: `${placeInWords(x)}: amplitude ${inWords(y, 2)}` };
      }),
    ),
  ];
}

export const AMPLITUDE_AXIS = { label: "↑ amplitude (largest = 1)", domain: [0, 1.05], ticks: 3 };

const ANGLES = [-Math.PI, -Math.PI / 2, 0, Math.PI / 2, Math.PI];
const ANGLE_LABELS = ["−π", "−π/2", "0", "π/2", "π"];

/** Amplitude against orientation of every neuron, before and after training. */
export const neurons: View = perCase("neurons", "Where its neurons are", (shown) => {
  const { amplitude, orientation, initialAmplitude, initialOrientation } = resultOf(shown)?.series ?? {};
  return {
    x: {
      label: "orientation of (w, b) →",
      domain: [-Math.PI, Math.PI],
      ticks: ANGLES,
      tickFormat: (_: number, i: number) => ANGLE_LABELS[i] ?? "",
    },
    y: AMPLITUDE_AXIS,
    marks: [
      ruleX(ANGLES, { stroke: "var(--line)" }),
      ...neuronMarks(
        { x: initialOrientation, amplitude: initialAmplitude },
        { x: orientation, amplitude },
        colourOf(shown),
        (angle) => `orientation ${inWords(angle, 2)} rad`,
      ),
    ],
  };
});

/**
 * The function that a case has learned, over the points of its sample; `dashed` is what it is compared with. The axes go
 * from −reach to reach and over `within`.
 */
export function learned(
  axes: Pick<FunctionPlot, "reach" | "within">,
  pointsOf: (shown: Shown) => readonly DataPoint[],
  dashed: (shown: Shown) => readonly DataPoint[],
): View {
  return perCase("learned", "What it learns", (shown) => {
    const { x, learned } = resultOf(shown)?.series ?? {};
    const given = { now: curve(x, learned), points: pointsOf(shown), colour: colourOf(shown) };
    return functionPlot({ ...axes, ...given, beneath: [dashedLine(dashed(shown))] });
  });
}

/** What the colours of {@link neuronMarks} mean. */
export const NEURON_KEYS: readonly Key[] = [
  { label: "neurons before training", colour: "var(--initial)", mark: "dot" },
  { label: "linear regime", colour: "var(--linear)", mark: "dot" },
  { label: "critical", colour: "var(--critical)", mark: "dot" },
  { label: "condensed", colour: "var(--condensed)", mark: "dot" },
];
