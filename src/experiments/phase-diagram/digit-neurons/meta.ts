/** Describes Fig. 7 of the paper: the neurons of one network on real digits, before and after training. */
import { whole } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { POINT, regimeCases } from "../setting/coordinates.ts";
import { RELATIVE_DISTANCE } from "../setting/measured.ts";
import { AS_USUAL, digitSeconds, digitWorkload, PIXELS, ROWS, STOP } from "../setting/mnist/parameters.ts";

export const meta = experiment({
  title: "The neurons of one network on real digits",
  source: { paper: "luo2021", where: "Fig. 7" },
  parameters: {
    gamma: { ...POINT.gamma, minimum: 0.7, maximum: 1.75, step: 0.1 },
    gammaPrime: ROWS,
    width: whole("Neurons", [50, 10_000], { symbol: "m", step: 50 }),
    pixels: PIXELS,
    stop: STOP,
  },
  defaults: { gamma: 1, gammaPrime: 0, width: 1000, ...AS_USUAL },
  computes: ({ width }) => ({ on: "engine", workload: digitWorkload(width) }),
  cost: ({ width }) => 1.5 * digitSeconds(width),
  frameStride: () => 20,
  quantities: {
    relativeDistance: RELATIVE_DISTANCE,
    initialProjection: { label: "Mean |ŵ·p| before training, weighted by amplitude" },
    meanProjection: { label: "The same now" },
    relativeRisk: { label: "Risk, relative to that of f = 0" },
  },
  series: {
    initialAmplitude: { label: "Amplitude |a|‖w‖ of the neurons before training", shape: ["neurons"] },
    initialProjection: { label: "Their ŵ·p before training", shape: ["neurons"] },
    amplitude: { label: "Amplitude |a|‖w‖ of the neurons", shape: ["neurons"] },
    projection: { label: "Their ŵ·p", shape: ["neurons"] },
  },
  figures: [
    {
      id: "digit-neurons",
      title: "Where the neurons go",
      caption:
        "Every neuron of networks trained on 45 images of MNIST, at three output scalings γ: its amplitude |a|‖w‖ against ŵ·p, where p has length 1 and all entries equal, before and after training.",
      cases: regimeCases(0.7, 1.3),
      controls: ["gammaPrime", "width", "pixels", "stop"],
    },
  ],
});
