/** Describes the lens of learning time-scales: what is left of each component of the target, and when it is halved. */

import { lens } from "../../setting/lens.ts";
import type { Data, Setup } from "../../setting/setup.ts";

const time = (degree: number, name: string) => ({
  label: `${name} component halved at`,
  symbol: `t${"₀₁₂₃"[degree]}`,
});
const limit = (degree: number) => ({ label: `t${"₀₁₂₃"[degree]} in the limit` });

export const meta = lens({
  place: 4,
  label: "Component after component",
  source: { paper: "berthier2024", where: "§3, canonical learning order, and §7" },
  sees: "What is left of the constant, linear, quadratic and cubic component of the target along one direction, and which neurons turn towards it.",
  quantities: {
    halved0: time(0, "Constant"),
    halved1: time(1, "Linear"),
    halved2: time(2, "Quadratic"),
    halved3: time(3, "Cubic"),
    limitHalved0: limit(0),
    limitHalved1: limit(1),
    limitHalved2: limit(2),
    limitHalved3: limit(3),
    halvingFactor: { label: "Times of halving within this factor of the limit", digits: 2 },
    componentRisk: { label: "Risk of these components", symbol: "½ Σ ρₖ²" },
  },
  series: {
    targetComponent: { label: "Components of the target", symbol: "φₖ", shape: ["degrees"] },
    residualThen: {
      label: "What is left of each component at the looks",
      symbol: "ρₖ",
      shape: ["looks", "degrees"],
    },
    limitAt: { label: "Times of the limit", shape: ["steps of the limit"] },
    limitResidual: { label: "What is left in the limit then", shape: ["steps of the limit", "degrees"] },
    neuronOverlap: { label: "Cosine of some neurons to the direction", symbol: "s", shape: ["neurons"] },
    neuronReadout: { label: "Their output weights", symbol: "a", shape: ["neurons"] },
  },
  assumes: (setup) => [...ofTraining(setup), ...ofData(setup)],
});

/** From so many inputs and neurons on the limit of infinitely many is a fair guide. */
const MANY = 50;
/** ε up to which components come apart, and the part of it that a step may be. */
const [SMALL, SHORT] = [0.1, 0.01];

function ofTraining({ rule, loss, layers, epsilon, rate, inputs, width }: Setup): string[] {
  if (rule !== "onePass")
    return [
      "The theory is of input weights on a sphere and of output weights that are much faster: “each example once” trains so.",
      ...(loss === "hinge"
        ? ["With the hinge loss f does not stop at the components of its target, but passes them."]
        : []),
      ...(layers === "output" ? ["With input weights frozen, no neuron can turn."] : []),
    ];
  return [
    ...(epsilon > SMALL ? ["Components come one after another only where ε is small."] : []),
    ...(rate > SHORT * epsilon ? ["Steps are to be much shorter than ε."] : []),
    ...(inputs < MANY || width < MANY ? ["The limit is one of many inputs and many neurons."] : []),
  ];
}

const OVER_SAMPLE: Partial<Record<Data, string>> = {
  points: "x",
  sines: "the first input",
  sphere: "the input that decides",
  classes: "the part of inputs along the mean of y x",
  digits: "the part of inputs along the mean of y x",
};

function ofData({ data, teachers }: Setup): string[] {
  const coordinate = OVER_SAMPLE[data];
  if (coordinate)
    return [
      `Inputs are not Gaussian: components are those along polynomials of ${coordinate}, orthonormal over the sample.`,
    ];
  return data === "circle" || (data === "teachers" && teachers > 1)
    ? ["The target does not depend on one direction alone: components are those along the first input."]
    : [];
}
