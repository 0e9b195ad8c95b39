/** The network of the laboratory as the mean-field theory of the hinge loss takes it, where it does. Nothing here is measured. */
import { type Growing, growthAt, unsatisfiedAt } from "../../../../theory/hinge-mean-field/growth.ts";
import { earlyRate, growthAtHalf } from "../../../../theory/hinge-mean-field/limits.ts";
import { projectionOf } from "../../../../theory/hinge-mean-field/projection.ts";
import { MARGIN } from "../../../hinge-mean-field/setting/parameters.ts";
import { scaledBy } from "../../setting/scaling.ts";
import type { Setup } from "../../setting/setup.ts";
import { strideOf } from "../../setting/workload.ts";

/** Shares of γ at half that γ may grow by in a step, and of the margin that the output may have at the start. */
const [MOST_PER_STEP, MOST_AT_START] = [0.2, 0.2];

/** What of the theory’s assumptions does not hold here, a sentence each; where all of them do, γ is predicted. */
export function missingFrom(setup: Setup): string[] {
  if (setup.rule === "onePass")
    return [
      "The theory is of ReLU networks, the hinge loss and gradient descent on a sample: where each example is met once, none can become satisfied.",
    ];
  return [...ofLearning(setup), ...ofTraining(setup), ...ofStart(setup)];
}

function ofLearning({ data, loss, inputs }: Setup): string[] {
  return [
    ...(loss === "hinge"
      ? []
      : [
          "With the squared loss examples that are satisfied still pull, and the theory does not say how γ grows.",
        ]),
    ...(isSymmetric(data, inputs)
      ? []
      : [
          "The theory is of inputs that look the same from all sides, and of classes that one direction decides.",
        ]),
  ];
}

function isSymmetric(data: Setup["data"], inputs: number): boolean {
  return (data === "gaussian" || data === "sphere") && inputs > 1;
}

function ofTraining(setup: Setup): string[] {
  const { outputRate, inputRate } = scaledBy(setup);
  const stepsOf = () => {
    if (setup.rule === "adam") return ["Adam moves weights by steps of one size, whatever pulls at them."];
    if (setup.rule === "adaptive") return ["γ is predicted for steps of one length: choose them to see it."];
    return isLong(setup) ? ["Steps are so long that γ jumps over examples."] : [];
  };
  return [
    ...(setup.activation === "relu" ? [] : ["Nodes have hyperbolas only with ReLU."]),
    ...(setup.layers === "both" ? [] : ["With input weights frozen, nodes can move up and down alone."]),
    ...(setup.layers === "both" && Math.abs(outputRate / inputRate - 1) > 1e-9
      ? ["Nodes have these hyperbolas only where both layers are equally fast."]
      : []),
    ...stepsOf(),
  ];
}

function ofStart(setup: Setup): string[] {
  const { outputFactor, outputSize, inputSize } = scaledBy(setup);
  if (setup.start === "quiet" || outputSize !== 1 || inputSize !== 1)
    return ["The theory begins with all weights drawn from N(0, 1)."];
  // √(M/2)/M: f at an input of length 1, which is that of all here.
  const atStart = outputFactor * Math.sqrt(setup.width / 2);
  return setup.start === "plain" && atStart > MOST_AT_START * MARGIN
    ? ["The sum over nodes is to be a mean of many: here f is not small at the start."]
    : [];
}

/** Whether γ grows by much of what satisfies half of the examples in one early step. */
function isLong(setup: Setup): boolean {
  if (!isSymmetric(setup.data, setup.inputs)) return false;
  const growing = takenBy({ ...setup, flipped: 0 });
  return setup.rate * earlyRate(growing) > MOST_PER_STEP * growthAtHalf(growing);
}

/** f = α/M Σ a σ(w·x), with rates βM/α. */
function takenBy(setup: Setup): Growing {
  const { outputFactor, outputRate } = scaledBy(setup);
  const nodes = setup.start === "antisymmetric" ? 2 * setup.width : setup.width;
  return {
    inputDimension: setup.inputs,
    rate: outputRate * outputFactor,
    scale: outputFactor * nodes,
    margin: MARGIN,
    flipped: setup.flipped,
    projection: projectionOf(setup.data === "sphere" ? "sphere" : "gaussian", setup.inputs),
  };
}

/** What the theory says of a whole training beforehand, at its start and at each look. */
export interface Predicted {
  readonly times: readonly number[];
  readonly growth: readonly number[];
  readonly unsatisfied: readonly number[];
}

/** undefined, where it says nothing. */
export function predictedOf(setup: Setup): Predicted | undefined {
  if (missingFrom(setup).length > 0) return undefined;
  const growing = takenBy(setup);
  const stride = strideOf(setup);
  const looks = Math.ceil(setup.steps / stride);
  const times = Array.from({ length: looks + 1 }, (_, k) => setup.rate * Math.min(setup.steps, k * stride));
  const growth = Array.from(growthAt(times, growing));
  return {
    times,
    growth,
    // At γ = 0 nothing is satisfied.
    unsatisfied: growth.map((each) => (each > 0 ? unsatisfiedAt(each, growing) : 1)),
  };
}
