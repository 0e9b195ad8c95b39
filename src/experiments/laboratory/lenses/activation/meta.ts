/** Describes the lens of quenching and activation: how the work is shared among neurons, beside random features. */
import { lens } from "../../setting/lens.ts";
import { scaledBy } from "../../setting/scaling.ts";
import type { Setup } from "../../setting/setup.ts";
import { twinless } from "./twinless.ts";

export const meta = lens({
  place: 3,
  label: "The work",
  source: { paper: "ma2020", where: "Sec. 3" },
  sees: "How much of the output each neuron carries, a|b|, beside its random-feature twin, which begins alike and trains its output weights alone.",
  quantities: {
    effectiveNeurons: { label: "Effective number of neurons", symbol: "N_eff" },
    sharePerNeuron: { label: "Effective number over width", symbol: "N_eff/m", digits: 2 },
    activated: { label: "Activated neurons", digits: 2 },
    largestCoefficient: { label: "Largest coefficient" },
    pathNorm: { label: "Path norm", symbol: "Σ|a||b|" },
    populationRisk: { label: "Risk on all inputs" },
    twinRisk: { label: "Risk of the twin on the sample" },
    twinTestRisk: { label: "Risk of the twin on examples that are not seen" },
    twinPopulationRisk: { label: "Risk of the twin on all inputs" },
  },
  series: {
    carrier: { label: "Neurons that carry most, by number", shape: ["neurons"], isRanked: true },
    coefficient: { label: "Coefficient a|b| of each", shape: ["neurons"], isRanked: true },
    twinCoefficient: { label: "The same of the twin", shape: ["neurons"], isRanked: true },
    isActivated: { label: "1 for an activated neuron, 0 for another", shape: ["neurons"], isRanked: true },
    twinRiskThen: { label: "Risk of the twin on the sample at the looks", shape: ["looks"] },
    twinTestThen: { label: "Its risk on examples that are not seen then", shape: ["looks"] },
  },
  assumes: (setup) => {
    const withoutTwin = twinless(setup);
    if (setup.rule === "onePass" && withoutTwin) return [withoutTwin];
    return [
      ...(setup.start === "quiet"
        ? []
        : [
            "The paper’s network begins with output weights 0 and input weights of length 1: nothing is carried by chance.",
          ]),
      ...(setup.activation === "relu"
        ? []
        : [
            "The paper’s neurons are ReLU, for which a|b| does not change when b grows and a shrinks. For others it says less.",
          ]),
      ...ofScaling(setup),
      ...(setup.data === "teachers" || setup.data === "circle"
        ? []
        : ["The paper’s target is made of neurons, so that a few can do it all. This one is not."]),
      ...(setup.layers === "both" ? [] : ["With input weights frozen, the network is its own twin."]),
      ...(setup.rule === "adaptive"
        ? ["Steps as long as is stable follow gradient flow, which the twin is exactly, only about."]
        : []),
      ...(withoutTwin ? [withoutTwin] : []),
    ];
  },
});

function ofScaling(setup: Setup): string[] {
  const { outputFactor, outputRate, inputRate } = scaledBy(setup);
  const isPlain = outputFactor === 1 && (outputRate === inputRate || setup.layers === "output");
  return isPlain ? [] : ["The paper’s network is f = Σ a σ(b·x), and both layers are as fast."];
}
