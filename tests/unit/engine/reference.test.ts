// The reference against what does not come from it: finite differences, closed forms, an eigenvalue.
import { describe, expect, it } from "vitest";
import { antisymmetric, normalInitialisation, sampleOf } from "../../../src/engine/network.ts";
import {
  adaptiveTimeStep,
  type Descent,
  descend,
  empiricalRisk,
  gradients,
  gramTrace,
  growthRate,
  outputs,
  PLAIN_RULE,
  preactivations,
} from "../../../src/engine/reference.ts";

const sample = sampleOf(
  [
    [0.5, 1],
    [-0.3, 1],
    [0.9, 1],
  ],
  [0.2, -0.4, 0.7],
);
const network = normalInitialisation(7, 2, 5);
const descent: Descent = { outputFactor: 0.4, outputRate: 1.5, inputRate: 0.6, timeStep: 1, targetRisk: -1 };

function riskOf(inputWeights: Float64Array, outputWeights: Float64Array): number {
  const f = outputs({ ...network, inputWeights, outputWeights }, sample, descent.outputFactor, "relu");
  return empiricalRisk(f, sample.targets, PLAIN_RULE);
}

describe("the reference", () => {
  it("has the gradient that central differences of the risk give", () => {
    const w = Float64Array.from(network.inputWeights);
    const a = Float64Array.from(network.outputWeights);
    const residuals = outputs(network, sample, descent.outputFactor, "relu").map(
      (f, i) => f - (sample.targets[i] as number),
    );
    const gradient = gradients(
      network,
      sample,
      preactivations(network, sample),
      residuals,
      descent.outputFactor,
      "relu",
    );
    const h = 1e-5;
    const difference = (weights: Float64Array, k: number) => {
      const risks = [h, -h].map((step) => {
        const moved = weights.slice();
        moved[k] = (moved[k] as number) + step;
        return weights === w ? riskOf(moved, a) : riskOf(w, moved);
      });
      return ((risks[0] as number) - (risks[1] as number)) / (2 * h);
    };
    // Central differences are off by h² and by rounding/h: about 1e-10 each.
    for (let k = 0; k < w.length; k++) expect(gradient.inputWeights[k]).toBeCloseTo(difference(w, k), 8);
    for (let k = 0; k < a.length; k++) expect(gradient.outputWeights[k]).toBeCloseTo(difference(a, k), 8);
  });

  it("starts from zero with an antisymmetric network, and both halves have the same input weights", () => {
    const whole = antisymmetric(network);
    expect(whole.width).toBe(14);
    for (const f of outputs(whole, sample, 1, "relu")) expect(Math.abs(f)).toBeLessThan(1e-15);
    expect(whole.inputWeights.slice(7, 14)).toEqual(whole.inputWeights.slice(0, 7));
  });

  it("draws the same neuron for the same seed whatever the width", () => {
    const wide = normalInitialisation(50, 2, 5);
    expect(wide.inputWeights.slice(0, 7)).toEqual(network.inputWeights.slice(0, 7));
    expect(wide.outputWeights.slice(0, 7)).toEqual(network.outputWeights);
  });

  it("bounds the fastest rate of the linearised flow by the trace: a step of length Δt shrinks the residuals at that rate at most", () => {
    const z = preactivations(network, sample);
    const norms = Float64Array.from({ length: 3 }, (_, i) => sample.inputs[2 * i]! ** 2 + 1);
    const trace = gramTrace(z, norms, network.outputWeights, descent, "relu");
    // ė = −G e: the residuals of a tiny step give G e, and ‖Ge‖/‖e‖ can be no larger than the trace.
    const tiny = { ...descent, timeStep: 1e-7 };
    const before = outputs(network, sample, 0.4, "relu").map((f, i) => f - sample.targets[i]!);
    const after = outputs(
      descend(network, sample, tiny, { steps: 1, adaptive: false, rule: PLAIN_RULE }).network,
      sample,
      0.4,
      "relu",
    ).map((f, i) => f - sample.targets[i]!);
    const rate = Math.hypot(...after.map((e, i) => (e - before[i]!) / 1e-7)) / Math.hypot(...before);
    expect(rate).toBeLessThan(trace);
    expect(rate).toBeGreaterThan(0.05 * trace);
  });

  it("takes the smallest of the largest step, half the trace's and half the growth's", () => {
    expect(adaptiveTimeStep(4, 1, descent)).toBe(0.125);
    expect(adaptiveTimeStep(1, 4, descent)).toBe(0.125);
    expect(adaptiveTimeStep(0, 0, descent)).toBe(1);
    expect(
      growthRate(Float64Array.of(1, -1), Float64Array.of(4, 9), { ...descent, outputRate: 4, inputRate: 1 }),
    ).toBeCloseTo(0.4 * 2 * 2.5);
  });

  it("follows the closed form where it is linear: with the input weights frozen, one neuron decays geometrically", () => {
    const one = {
      width: 1,
      inputDimension: 1,
      inputWeights: Float32Array.of(1),
      outputWeights: Float32Array.of(0),
    };
    const single = sampleOf([[2]], [1]);
    const still: Descent = { outputFactor: 1, outputRate: 1, inputRate: 0, timeStep: 0.1, targetRisk: -1 };
    const { risks } = descend(one, single, still, { steps: 5, adaptive: false, rule: PLAIN_RULE });
    // e ← (1 − Δt σ²) e with σ = 2: e = −0.6^k.
    for (const [k, risk] of risks.entries()) expect(risk).toBeCloseTo(0.5 * 0.36 ** k, 14);
  });

  it("stops at the target without another update, and where the risk is no longer a number", () => {
    const stopped = descend(
      network,
      sample,
      { ...descent, targetRisk: 10 },
      { steps: 3, adaptive: true, rule: PLAIN_RULE },
    );
    expect(stopped.steps).toBe(0);
    expect(stopped.network.inputWeights).toEqual(Float64Array.from(network.inputWeights));
    const diverged = descend(
      network,
      sample,
      { ...descent, timeStep: 1e20 },
      { steps: 50, adaptive: false, rule: PLAIN_RULE },
    );
    expect(diverged.steps).toBeLessThan(10);
    expect(diverged.risks.at(-1)).not.toBeLessThan(1e30);
  });

  it("refuses samples and sizes that make no sense, with the value in the sentence", () => {
    expect(() => sampleOf([[1, 2], [3]], [1, 2])).toThrow(/same length/);
    expect(() => sampleOf([[1]], [1, 2])).toThrow(/1 inputs cannot go with 2 targets/);
    expect(() => sampleOf([[Number.NaN]], [1])).toThrow(/finite/);
    expect(() => sampleOf([], [])).toThrow(/at least one/);
    for (const width of [0, -3, 1.5, Number.NaN])
      expect(() => normalInitialisation(width, 2, 1)).toThrow(`not ${width}`);
  });
});
