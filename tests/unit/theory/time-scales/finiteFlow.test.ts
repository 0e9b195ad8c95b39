import { describe, expect, test } from "vitest";
import type { Network } from "../../../../src/engine/network.ts";
import { onePassReference } from "../../../../src/engine/onePass.ts";
import { hermitePolynomial } from "../../../../src/math/hermite.ts";
import { STABILISED_ERROR_ORDER, stabilised } from "../../../../src/math/ode/stabilised.ts";
import { steps } from "../../../../src/math/ode/steps.ts";
import { valueAt } from "../../../../src/math/polynomial.ts";
import { normal, stream } from "../../../../src/math/random.ts";
import { dot, unit } from "../../../../src/math/vectors.ts";
import {
  finiteDynamics,
  finiteRisk,
  finiteStart,
  ontoSphere,
  overlapsOf,
} from "../../../../src/theory/time-scales/finiteFlow.ts";
import {
  reducedDerivative,
  reducedStart,
  residuals,
} from "../../../../src/theory/time-scales/reducedFlow.ts";

const WIDTH = 6;
const TARGET = [0.5, 1, -0.7, 0.4];
const ACTIVATION = [1, 0.8, 0.6, -0.5];
const flow = { width: WIDTH, epsilon: 0.1, target: TARGET, activation: ACTIVATION };
const { derivative, fastestRate } = finiteDynamics(flow);

function drawn(length: number, purpose: string): Float64Array {
  const source = stream(11, purpose);
  return Float64Array.from({ length }, (_, k) => normal(source, k));
}

function sphere(dimension: number): Float64Array {
  return Float64Array.from(
    Array.from({ length: WIDTH }, (_, i) => Array.from(unit(drawn(dimension, `neuron ${i}`)))).flat(),
  );
}

const readouts = drawn(WIDTH, "readouts");

/** Against steps of finite differences of R, taken along the sphere for neurons. */
function slopesByDifferences(state: Float64Array): Float64Array {
  const dimension = state.length / WIDTH - 1;
  const onSphere = (moved: Float64Array) => {
    const back = moved.slice();
    for (let i = 0; i < WIDTH; i++) {
      const from = WIDTH + i * dimension;
      back.set(unit(moved.subarray(from, from + dimension)), from);
    }
    return back;
  };
  return state.map((_, k) => {
    const riskAt = (shift: number) =>
      finiteRisk(flow, onSphere(state.map((value, j) => (j === k ? value + shift : value))));
    const slope = (riskAt(1e-5) - riskAt(-1e-5)) / 2e-5;
    return (-WIDTH * slope) / (k < WIDTH ? flow.epsilon : 1);
  });
}

describe("the flow of a finite network", () => {
  test("goes down the slope of its risk", () => {
    const state = finiteStart(readouts, sphere(4));
    const wanted = slopesByDifferences(state);
    Array.from(derivative(0, state)).forEach((slope, k) => {
      expect(slope).toBeCloseTo(wanted[k] as number, 7);
    });
  });

  test("has the risk that a sample of the inputs has", () => {
    const dimension = 5;
    const neurons = sphere(dimension);
    const [sigma, phi] = [hermitePolynomial(ACTIVATION), hermitePolynomial(TARGET)];
    const inputs = stream(5, "inputs");
    const draws = 40_000;
    let [sum, squares] = [0, 0];
    for (let n = 0; n < draws; n++) {
      const x = Float64Array.from({ length: dimension }, (_, j) => normal(inputs, n * dimension + j));
      let output = 0;
      for (let i = 0; i < WIDTH; i++)
        output +=
          ((readouts[i] as number) *
            valueAt(sigma, dot(neurons.subarray(i * dimension, (i + 1) * dimension), x))) /
          WIDTH;
      const loss = (valueAt(phi, x[0] as number) - output) ** 2 / 2;
      sum += loss;
      squares += loss * loss;
    }
    const mean = sum / draws;
    const error = Math.sqrt((squares / draws - mean * mean) / draws);
    expect(Math.abs(finiteRisk(flow, finiteStart(readouts, neurons)) - mean)).toBeLessThan(4 * error);
  });

  test("is what one-pass steps come to on average", () => {
    const dimension = 3;
    const neurons = sphere(dimension);
    const inputWeights = new Float64Array(dimension * WIDTH).map(
      (_, k) => neurons[(k % WIDTH) * dimension + Math.floor(k / WIDTH)] as number,
    );
    const network: Network<Float64Array> = {
      width: WIDTH,
      inputDimension: dimension,
      inputWeights,
      outputWeights: readouts,
    };
    const size = 1e-6;
    const rule = {
      activation: hermitePolynomial(ACTIVATION),
      inputStep: size,
      outputStep: size / flow.epsilon,
    };
    const phi = hermitePolynomial(TARGET);
    const inputs = stream(5, "inputs");
    const draws = 40_000;
    const moved = Array.from({ length: WIDTH * (dimension + 1) }, () => ({ sum: 0, squares: 0 }));
    for (let n = 0; n < draws; n++) {
      const x = Float64Array.from({ length: dimension }, (_, j) => normal(inputs, n * dimension + j));
      const targets = Float64Array.of(valueAt(phi, x[0] as number));
      const after = onePassReference(network, { inputs: x, targets }, rule);
      moved.forEach((each, k) => {
        const [i, j] = [Math.floor((k - WIDTH) / dimension), (k - WIDTH) % dimension];
        const change =
          k < WIDTH
            ? (after.outputWeights[k] as number) - (readouts[k] as number)
            : (after.inputWeights[j * WIDTH + i] as number) - (inputWeights[j * WIDTH + i] as number);
        each.sum += change / size;
        each.squares += (change / size) ** 2;
      });
    }
    const slope = derivative(0, finiteStart(readouts, neurons));
    moved.forEach(({ sum, squares }, k) => {
      const mean = sum / draws;
      const error = Math.sqrt((squares / draws - mean * mean) / draws);
      // A step's curvature adds its size times a few hundreds: |x|² and products of readouts.
      expect(Math.abs(mean - (slope[k] as number))).toBeLessThan(4.5 * error + 1e-3);
    });
  });

  test("of more inputs than neurons needs no more dimensions than neurons and target", () => {
    const neurons = sphere(30);
    const short = finiteStart(readouts, neurons);
    const long = Float64Array.from([...readouts, ...neurons]);
    expect(short).toHaveLength(WIDTH * (1 + WIDTH + 1));
    expect(finiteRisk(flow, short)).toBeCloseTo(finiteRisk(flow, long), 12);
    const [ofShort, ofLong] = [short, long].map((state) => derivative(0, state));
    for (let i = 0; i < WIDTH; i++) {
      expect(ofShort?.[i]).toBeCloseTo(ofLong?.[i] as number, 12);
      // ṡᵢ, the first coordinate of u̇ᵢ.
      expect(ofShort?.[WIDTH + i * (WIDTH + 1)]).toBeCloseTo(ofLong?.[WIDTH + i * 30] as number, 12);
    }
  });

  test("takes the risk down, with the steps that its rates allow", () => {
    let state = finiteStart(readouts, sphere(8));
    let risk = finiteRisk(flow, state);
    let [count, refused] = [0, 0];
    for (const step of steps(
      { derivative, start: { t: 0, y: state }, until: 2 },
      {
        method: stabilised(fastestRate),
        errorOrder: STABILISED_ERROR_ORDER,
        absolute: 1e-5,
        relative: 1e-5,
      },
    )) {
      state = ontoSphere(flow, step.y);
      // What a step errs by takes neurons off the sphere by no more than a few times that, and by more over many of them.
      expect(Math.max(...state.map((value, k) => Math.abs(value - (step.y[k] as number))))).toBeLessThan(
        1e-3,
      );
      const now = finiteRisk(flow, state);
      expect(now).toBeLessThan(risk);
      risk = now;
      count += 1;
      refused += step.refused;
    }
    expect(refused).toBeLessThan(count / 4);
  });

  test("tends to the reduced flow: the same but for each neuron's pull on itself, when neurons are orthogonal", () => {
    const dimension = WIDTH + 1;
    const orthogonal = new Float64Array(WIDTH * dimension).map((_, k) =>
      Number(k % dimension === Math.floor(k / dimension) + 1),
    );
    const state = finiteStart(readouts, orthogonal);
    const got = derivative(0, state);
    const wanted = reducedDerivative(flow)(0, reducedStart(readouts));
    const selfTerm = ACTIVATION.slice(1).reduce((sum, sigma) => sum + sigma * sigma, 0) / WIDTH;
    for (let i = 0; i < WIDTH; i++) {
      const own = ((readouts[i] as number) * selfTerm) / flow.epsilon;
      expect((got[i] as number) + own).toBeCloseTo(wanted[i] as number, 10);
      expect(got[WIDTH + i * dimension]).toBeCloseTo(wanted[WIDTH + i] as number, 10);
    }
    expect(residuals(flow, overlapsOf(flow, state))).toEqual(residuals(flow, reducedStart(readouts)));
  });
});
