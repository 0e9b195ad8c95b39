/** Describes Fig. 2 of the paper: one network at one point of the phase diagram, what it learns and what its neurons do. */
import { experiment } from "../../experiment.ts";
import { halfWidth, POINT, regimeCases } from "../setting/coordinates.ts";
import { INITIALISATIONS } from "../setting/initialisations.ts";
import { PORTRAIT } from "../setting/measured.ts";
import { secondsOf, workloadOf } from "../setting/workload.ts";

export const meta = experiment({
  title: "One network at one point of the phase diagram",
  source: { paper: "luo2021", where: "Fig. 2" },
  parameters: { ...POINT, width: halfWidth(1_000_000) },
  defaults: { gamma: 1, gammaPrime: 0, width: 1000 },
  computes: ({ width }) => ({ on: "engine", workload: workloadOf(width) }),
  cost: ({ width }) => secondsOf(width) + 3e-7 * 121 * width,
  // To look at many neurons takes longer than a few steps.
  frameStride: ({ width }) => 20 * Math.ceil(width / 100_000),
  quantities: {
    ...PORTRAIT.quantities,
    condensedShare: { label: "Share of the amplitude at the angles −0.165 and −2.976, to within 0.06" },
    outputAtZero: { label: "Learned value f(0)" },
  },
  series: PORTRAIT.series,
  figures: [
    {
      id: "three-regimes",
      title: "Three regimes of one network",
      promise:
        "One network with the same random weights, three times: only the scale γ of its output differs. Press Run and watch how far its neurons move.",
      caption:
        "The same network with the same random numbers at the start, at three scales γ. Top: what it learns from four points of y = x². Bottom: every neuron, by the orientation of its input weights (w, b) and its amplitude |a|‖(w, b)‖, before and after training.",
      cases: regimeCases(0.5, 1.75),
      controls: ["width"],
    },
    {
      id: "any-point",
      title: "Any point of the diagram",
      caption:
        "Choose a point of the phase diagram and train the network there: the learned function against the four points, and amplitude against orientation of every neuron.",
      cases: [{ label: "Your point", parameters: { gamma: 1.25 } }],
      controls: ["gamma", "gammaPrime", "width"],
      presets: INITIALISATIONS,
      picker: "phase-plane",
    },
    {
      id: "one-cell",
      title: "One point, from a thousand to a million neurons",
      caption:
        "The same point of the diagram at four widths: amplitude against orientation of the neurons before and after training, above it what they learn. Of the wider networks a thousand neurons are drawn. The widest has two million neurons and takes a while; a device that cannot hold it says so.",
      cases: [1e3, 1e4, 1e5, 1e6].map((width) => ({
        label: `m = ${width.toLocaleString("en")}`,
        parameters: { gamma: 1.3, width },
      })),
      controls: ["gamma", "gammaPrime"],
      presets: INITIALISATIONS,
      picker: "phase-plane",
    },
  ],
});
