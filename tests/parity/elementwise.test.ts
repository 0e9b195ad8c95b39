// How accurate each kernel's σ(z) and σ′(z) are by themselves, over all z that matter, tails and tiny ones included.
//
// One step reads them off without any rounding besides their own. One sample x = (1, 1), two neurons for each z with
// input weights (z, 0), so that z·1 + 0·1 is z exactly. Label −1 and a margin no output reaches: the hinge pulls with
// exactly 1 whatever f is. With κ = ρₐ = ρ_w = Δt = n = 1,
//
//     a = 0:   a ← 0 − 1·σ(z)            a = 1:   w₂ ← 0 − 1·1·σ′(z)·1,
//
// in which every product is with 1 and every difference with 0: exact in float32, in any order, fused or not.
//
// Allowed is a relative error of 8 · 2⁻²⁴ wherever the exact number is a normal float32. A device may flush anything
// below the smallest normal, 2⁻¹²⁶ ≈ 1.18e-38, to zero; so there, and only there, an absolute error of 1.2e-38 is
// allowed, which no sum of a network's notices. What is made of smaller numbers and is itself normal has no excuse:
// 4 e^−2|z| must not vanish where e^−2|z| does.
import { describe, expect, test } from "vitest";
import { ACTIVATIONS, type ActivationName, activations } from "../../src/engine/activations.ts";
import { onEveryBackend } from "./backends.ts";
import { NO_TARGET, ruleOf } from "./ensembles.ts";
import { runKernel } from "./runs.ts";
import { SMALLEST_NORMAL } from "./tolerance.ts";

const RELATIVE = 8 * 2 ** -24;
const FLUSHED = 1.2e-38;
/** Above |f|, which is some 10⁷ at most, and below what counts as diverged. */
const MARGIN = 1e20;

function sweep(from: number, to: number, count: number): number[] {
  return Array.from({ length: count + 1 }, (_, k) => from + ((to - from) * k) / count);
}

/** From 10^from to 10^to in equal ratios. */
function ratios(from: number, to: number, count: number): number[] {
  return sweep(from, to, count).map((exponent) => 10 ** exponent);
}

const MAGNITUDES = [
  ...sweep(0, 90, 720),
  ...sweep(0, 10, 1000),
  ...ratios(-6, 0, 600),
  ...ratios(-30, -6, 48),
];
const ARGUMENTS = Float32Array.from(MAGNITUDES.flatMap((z) => [z, -z]));

interface Elements {
  readonly values: Float32Array;
  readonly slopes: Float32Array;
}

async function elementsOf(activation: ActivationName): Promise<Elements> {
  const count = ARGUMENTS.length;
  const width = 2 * count;
  const inputWeights = new Float32Array(2 * width);
  inputWeights.set(ARGUMENTS);
  inputWeights.set(ARGUMENTS, count);
  const outputWeights = new Float32Array(width).fill(1, count);
  const [outcome] = await runKernel(
    {
      samples: [
        {
          sampleSize: 1,
          inputDimension: 2,
          inputs: Float32Array.of(1, 1),
          targets: Float32Array.of(-1),
        },
      ],
      networks: [{ width, inputDimension: 2, inputWeights, outputWeights }],
      descents: [{ outputFactor: 1, outputRate: 1, inputRate: 1, timeStep: 1, targetRisk: NO_TARGET }],
      rule: { ...ruleOf(activation, "hinge", "gradient"), margin: MARGIN },
    },
    { steps: 1, adaptive: false },
  );
  expect(outcome?.steps).toBe(1);
  return {
    values: Float32Array.from(outcome?.outputWeights.slice(0, count) ?? [], (a) => -a),
    slopes: Float32Array.from(outcome?.inputWeights.slice(width + count) ?? [], (w) => -w),
  };
}

/** The worst entry, in units of what is allowed, with all that says where it is. */
function worst(got: Float32Array, exact: (z: number) => number) {
  let most = { error: 0, z: 0, got: 0, exact: 0 };
  for (const [k, z] of ARGUMENTS.entries()) {
    const expected = exact(z);
    const allowed = Math.abs(expected) >= SMALLEST_NORMAL ? RELATIVE * Math.abs(expected) : FLUSHED;
    const error = Math.abs((got[k] as number) - expected) / allowed;
    if (!(error <= most.error)) most = { error, z, got: got[k] as number, exact: expected };
    if (Number.isNaN(error)) break;
  }
  return most;
}

onEveryBackend(() => {
  describe.each(ACTIVATIONS)("%s", (activation) => {
    for (const which of ["value", "slope"] as const) {
      test(`its ${which} is within eight roundings of the exact one`, async () => {
        const elements = await elementsOf(activation);
        const got = which === "value" ? elements.values : elements.slopes;
        expect(got).toHaveLength(ARGUMENTS.length);
        const { error, ...where } = worst(got, activations[activation][which]);
        expect(error, `in eight roundings, at ${JSON.stringify(where)}`).toBeLessThanOrEqual(1);
      });
    }
  });
});
