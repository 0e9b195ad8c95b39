/** Runs the test of the closed forms, a random network a step: its risk over a sample, and differences of its risk. */
import { normal, stream, uniform } from "../../../math/random.ts";
import { dot } from "../../../math/vectors.ts";
import { inputOf, type Neurons } from "../../../theory/quenching/neurons.ts";
import { populationDerivative, risksIn } from "../../../theory/quenching/populationFlow.ts";
import { populationRisk } from "../../../theory/quenching/populationRisk.ts";
import type { Run } from "../../driver/course.ts";
import { iterated } from "../../driver/iterated.ts";
import { ONE_NEURON, targetNeurons } from "../setting/target.ts";
import { type meta, NETWORKS } from "./meta.ts";

/** Neurons of a random network. */
const WIDTH = 8;
/** Standard errors that a sampled risk may be off. */
const TOLERATED = 4;
/** Half the side of a cube with variance 1 in each direction: √3. */
const HALF_SIDE = Math.sqrt(3);

/** Parts in which the samples are drawn. */
const PARTS = 20;

export const run: Run<typeof meta> = ({ samples, inputs, law, difference }, seed) => {
  const target = targetNeurons({ ...ONE_NEURON, teachers: 2 }, inputs);
  const networks = Array.from({ length: NETWORKS }, (_, number) => randomNetwork(inputs, seed, number));
  const closed = networks.map((network) => populationRisk(network, target));
  const source = stream(seed, "inputs");
  const draw = (at: number) =>
    law === "gaussian" ? normal(source, at) : HALF_SIDE * (2 * uniform(source, at) - 1);
  return iterated(
    {
      start: { drawn: 0, squares: new Float64Array(NETWORKS), fourths: new Float64Array(NETWORKS) },
      next: (before) => {
        const drawn = Math.min(samples, before.drawn + Math.ceil(samples / PARTS));
        const [squares, fourths] = [before.squares.slice(), before.fourths.slice()];
        const x = new Float64Array(inputs);
        for (let i = before.drawn; i < drawn; i++) {
          for (let k = 0; k < inputs; k++) x[k] = draw(i * inputs + k);
          const goal = outputAt(target, x);
          for (const [r, network] of networks.entries()) {
            const error = outputAt(network, x) - goal;
            squares[r] = (squares[r] as number) + error * error;
            fourths[r] = (fourths[r] as number) + error * error * error * error;
          }
        }
        return { drawn, squares, fourths };
      },
      isOver: ({ drawn }) => drawn === samples,
      share: ({ drawn }) => drawn / samples,
    },
    {
      onlyAtEnd: true,
      measure: ({ squares, fourths }) => {
        const sampled = squares.map((sum) => sum / samples);
        const error = sampled.map((mean, r) =>
          Math.sqrt(((fourths[r] as number) / samples - mean * mean) / samples),
        );
        const agreeing = closed.filter(
          (risk, r) => Math.abs(risk - (sampled[r] as number)) <= TOLERATED * (error[r] as number),
        );
        const gradientErrors = networks.map((network) => errorOfGradient(network, target, difference));
        return {
          quantities: { agreeing: agreeing.length, gradientError: Math.max(...gradientErrors) },
          series: { closed, sampled, error },
        };
      },
    },
  );
};

/** Output weights from N(0, 1/m) and input weights from N(0, I/d). */
function randomNetwork(inputDimension: number, seed: number, number: number): Neurons {
  const source = stream(seed, `network ${number}`);
  const scaled = (from: number, count: number, scale: number) =>
    Float64Array.from({ length: count }, (_, k) => scale * normal(source, from + k));
  return {
    inputDimension,
    weights: scaled(0, WIDTH, 1 / Math.sqrt(WIDTH)),
    inputs: scaled(WIDTH, WIDTH * inputDimension, 1 / Math.sqrt(inputDimension)),
  };
}

function outputAt(neurons: Neurons, x: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < neurons.weights.length; j++)
    sum += (neurons.weights[j] as number) * Math.max(0, dot(inputOf(neurons, j), x));
  return sum;
}

/** |∇ − ∇_h|/|∇| of the flow's gradient of R and of its central differences. */
function errorOfGradient({ weights, inputs }: Neurons, target: Neurons, difference: number): number {
  const flow = { width: WIDTH, target, outputFactor: 1, startInputs: inputs };
  const state = Float64Array.of(...weights, ...inputs, ...new Float64Array(WIDTH));
  const slope = populationDerivative(flow)(0, state);
  const trained = WIDTH + inputs.length;
  const moved = (k: number, by: number) => {
    const there = state.slice();
    there[k] = (there[k] as number) + by;
    return risksIn(flow, there).risk;
  };
  const errors = Float64Array.from({ length: trained }, (_, k) => {
    const quotient = (moved(k, difference) - moved(k, -difference)) / (2 * difference);
    return quotient + (slope[k] as number);
  });
  const gradient = Float64Array.from({ length: trained }, (_, k) => slope[k] as number);
  return Math.sqrt(dot(errors, errors) / dot(gradient, gradient));
}
