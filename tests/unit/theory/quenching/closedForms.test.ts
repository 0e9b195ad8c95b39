// The closed forms of ReLU networks on Gaussian inputs, against sampling, differences and each other.
import { expect, it } from "vitest";
import { targetNeurons } from "../../../../src/experiments/quenching-activation/setting/target.ts";
import { normal, stream } from "../../../../src/math/random.ts";
import { dot } from "../../../../src/math/vectors.ts";
import { arcCosine } from "../../../../src/theory/quenching/arcCosine.ts";
import {
  inputOf,
  kernelAmong,
  kernelBetween,
  type Neurons,
} from "../../../../src/theory/quenching/neurons.ts";
import {
  fastestRate,
  flowStart,
  networksIn,
  populationDerivative,
  risksIn,
} from "../../../../src/theory/quenching/populationFlow.ts";
import { populationRisk } from "../../../../src/theory/quenching/populationRisk.ts";

const drawn = (purpose: string, count: number) =>
  Float64Array.from({ length: count }, (_, k) => normal(stream(7, purpose), k));

function network(width: number, inputDimension: number, purpose: string): Neurons {
  return {
    inputDimension,
    weights: drawn(`${purpose} a`, width),
    inputs: drawn(`${purpose} b`, width * inputDimension),
  };
}

it("has κ(b, b) = |b|²/2, κ(b, −b) = 0 and κ = |b||c|/2π where they are square", () => {
  expect(arcCosine(4, 2, 2)).toBeCloseTo(2, 14);
  expect(arcCosine(-4, 2, 2)).toBeCloseTo(0, 14);
  expect(arcCosine(0, 2, 3)).toBeCloseTo(6 / (2 * Math.PI), 14);
});

it("agrees with the mean over samples within four standard errors", () => {
  const [f, g] = [network(5, 4, "f"), network(2, 4, "g")];
  const outputAt = ({ weights, ...rest }: Neurons, x: Float64Array) =>
    weights.reduce((sum, a, j) => sum + a * Math.max(0, dot(inputOf(rest, j), x)), 0);
  const count = 40_000;
  let [sum, squares] = [0, 0];
  for (let i = 0; i < count; i++) {
    const x = Float64Array.from({ length: 4 }, (_, k) => normal(stream(9, "x"), 4 * i + k));
    const square = (outputAt(f, x) - outputAt(g, x)) ** 2;
    sum += square;
    squares += square * square;
  }
  const mean = sum / count;
  const error = Math.sqrt((squares / count - mean * mean) / count);
  expect(Math.abs(populationRisk(f, g) - mean)).toBeLessThan(4 * error);
});

it("has the same kernel in half the work", () => {
  const f = network(5, 4, "f");
  const [all, half] = [kernelBetween(f, f), kernelAmong(f)];
  all.forEach((value, at) => {
    expect(half[at]).toBeCloseTo(value, 14);
  });
});

it.each(["conventional", "mean-field"])("flows down its own risk, %s", (scaling) => {
  const [width, inputDimension] = [6, 5];
  const outputFactor = scaling === "conventional" ? 1 : 1 / width;
  const target = network(2, inputDimension, "target");
  const flow = { width, target, outputFactor, startInputs: drawn("start", width * inputDimension) };
  const state = drawn("state", width * (inputDimension + 2));
  const slope = populationDerivative(flow)(0, state);
  const risk = (k: number, by: number) => {
    const moved = state.slice();
    moved[k] = (moved[k] as number) + by;
    return risksIn(flow, moved);
  };
  for (let k = 0; k < state.length; k++) {
    const [up, down] = [risk(k, 1e-5), risk(k, -1e-5)];
    const isTwin = k >= width * (inputDimension + 1);
    const change = isTwin ? up.twinRisk - down.twinRisk : up.risk - down.risk;
    // s ẏ = −∂R/∂y
    expect(outputFactor * (slope[k] as number)).toBeCloseTo(-change / 2e-5, 6);
  }
});

it("keeps a² − |b|² along the flow: its derivative vanishes", () => {
  const [width, inputDimension] = [6, 5];
  const flow = {
    width,
    target: network(2, inputDimension, "target"),
    outputFactor: 1,
    startInputs: drawn("start", width * inputDimension),
  };
  const state = drawn("state", width * (inputDimension + 2));
  const slope = Float64Array.from(populationDerivative(flow)(0, state));
  for (let j = 0; j < width; j++) {
    const [from, to] = [width + j * inputDimension, width + (j + 1) * inputDimension];
    const change =
      (state[j] as number) * (slope[j] as number) - dot(state.subarray(from, to), slope.subarray(from, to));
    expect(change).toBeCloseTo(0, 12);
  }
});

it("starts at E f*² = ½ for one neuron and 2/π² for the circle", () => {
  for (const [target, risk] of [
    ["neurons", 0.5],
    ["circle", 2 / Math.PI ** 2],
  ] as const) {
    const neurons = targetNeurons({ target, teachers: 1, angles: [0] }, 5);
    const flow = { width: 3, target: neurons, outputFactor: 1, startInputs: drawn("start", 15) };
    expect(risksIn(flow, flowStart(flow)).risk).toBeCloseTo(risk, 4);
    expect(networksIn(flow, flowStart(flow)).network.weights).toEqual(new Float64Array(3));
  }
});

it("stands for the circle by 64 neurons: E σ(b·x) f* is |b|/π² [2E − (1 − ρ²) K] as the elliptic integrals have it", () => {
  // E and K by the arithmetic-geometric mean, which shares nothing with the kernel.
  const integrals = (rho: number) => {
    let [a, b, c, sum, power] = [1, Math.sqrt(1 - rho * rho), rho, (rho * rho) / 2, 1];
    while (Math.abs(c) > 1e-15) {
      [a, b, c] = [(a + b) / 2, Math.sqrt(a * b), (a - b) / 2];
      power *= 2;
      sum += (power / 2) * c * c;
    }
    const k = Math.PI / (2 * a);
    return { k, e: k * (1 - sum) };
  };
  const circle = targetNeurons({ target: "circle", teachers: 1, angles: [0] }, 4);
  for (const b of [Float64Array.of(0.3, -0.2, 0.5, 0.7), Float64Array.of(1, 2, 0.1, 0)]) {
    const length = Math.sqrt(dot(b, b));
    const rho = Math.hypot(b[0] as number, b[1] as number) / length;
    const { e, k } = integrals(rho);
    const kernel = kernelBetween({ inputDimension: 4, inputs: b }, circle);
    expect(dot(kernel, circle.weights)).toBeCloseTo(
      (length / Math.PI ** 2) * (2 * e - (1 - rho * rho) * k),
      4,
    );
  }
});

it("bounds the fastest rate of a start: the largest eigenvalue of 2κ, by power iteration, is below it", () => {
  const width = 20;
  const flow = {
    width,
    target: network(1, 5, "target"),
    outputFactor: 1,
    startInputs: drawn("start", width * 5),
  };
  const kernel = kernelAmong({ inputDimension: 5, inputs: flow.startInputs });
  let vector = new Float64Array(width).fill(1);
  let largest = 0;
  for (let k = 0; k < 50; k++) {
    const next = vector.map((_, j) => dot(kernel.subarray(j * width, (j + 1) * width), vector));
    largest = Math.sqrt(dot(next, next));
    vector = next.map((value) => value / largest);
  }
  const bound = fastestRate(flow, flowStart(flow));
  expect(bound).toBeGreaterThan(2 * largest);
  expect(bound).toBeLessThan(4 * largest + 1);
});
