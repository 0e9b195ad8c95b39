/** What of the assumptions of the theory of initial condensation a network of the laboratory does not meet. */
import { multiplicityOf } from "../../../../theory/condensation/multiplicity.ts";
import { scaledBy } from "../../setting/scaling.ts";
import type { Setup } from "../../setting/setup.ts";
import { workloadOf } from "../../setting/workload.ts";

/** Weights of this size or less are tiny; the paper's begin at 0.005. */
const TINY = 0.05;

/** A sentence each. */
export function unmet(setup: Setup): readonly string[] {
  if (setup.rule === "onePass")
    return [
      "Input weights keep the length 1 and each example is met once: the theory is about gradient descent from a tiny start.",
    ];
  return [
    ...startsLarge(setup),
    ...ofActivation(setup),
    ...(setup.loss === "squared"
      ? []
      : [
          "The paper has the squared loss. At f = 0 the hinge loss moves neurons the same way, but it lets go of examples one by one.",
        ]),
    ...(setup.rule === "adam" ? [ofAdam(setup)] : []),
    ...(setup.layers === "both" ? [] : ["With input weights frozen, no neuron turns."]),
    ...(workloadOf(setup).inputDimension === 1
      ? ["With one input and no bias every neuron is on the one line that there is."]
      : []),
  ];
}

function startsLarge(setup: Setup): string[] {
  const size = setup.start === "quiet" ? 1 : largestSize(setup);
  return size <= TINY
    ? []
    : [
        `Weights begin at the size ${size}. The theory is about a start so small (0.005 in the paper) that f ≈ 0 beside the targets and only the first term of σ counts.`,
      ];
}

function largestSize(setup: Setup): number {
  const { outputSize, inputSize } = scaledBy(setup);
  return Math.max(outputSize, inputSize);
}

function ofActivation(setup: Setup): string[] {
  const order = multiplicityOf(setup.activation)?.order;
  if (order === undefined)
    return [
      "ReLU has no derivative at 0, so that the theory predicts no line. In the plots, axes come from the sample alone.",
    ];
  if (order > 2 && workloadOf(setup).inputDimension > 2)
    return [`σ begins with z${order === 3 ? "³" : ""}: with more than one input, lines are not known.`];
  return setup.activation === "sigmoid" || setup.activation === "softplus"
    ? [
        "σ(0) is not 0: output weights first learn the mean of the targets, which can turn the line before neurons are on it.",
      ]
    : [];
}

function ofAdam(setup: Setup): string {
  return multiplicityOf(setup.activation)?.order === 1
    ? "The paper’s theory is that of gradient flow. Adam goes by the signs of gradients at first, so that the line is that of the signs of Σ yx."
    : "The predicted lines are those of gradient flow. Adam goes by the signs of gradients at first, so that neurons turn to vectors of entries ±1 instead.";
}
