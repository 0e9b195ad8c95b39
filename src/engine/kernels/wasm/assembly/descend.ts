/**
 * K steps on the full sample of one two-layer network in strict 128-bit SIMD (AssemblyScript). The definition of every
 * quantity is ../../../reference.ts; here is only how it is computed.
 *
 * Strict means: multiply, then add, in an order that these files fix. No fused or relaxed operation, no threads, and so
 * the same bits on every machine. What a step does is in pass.ts, then pulls.ts; where its arrays lie is in arrays.ts.
 */
import { place } from "./arrays";
import { setCorrections, setRule, setSteps } from "./move";
import { pass } from "./pass";
import { drive, HINGE, pulls } from "./pulls";
import { inputTrace, outputTrace } from "./traces";
import { sumOfLanes } from "./vectors";

export { firstFreeByte } from "./arrays";
export { addGradient, pulling } from "./gradient";

const DIVERGED_RISK: f32 = 1e30;
const STEP_FRACTION: f32 = 0.5;

/** β^t for whole t ≥ 0, by squaring. */
function powerOf(beta: f64, t: i32): f64 {
  let result: f64 = 1, base = beta;
  for (let rest = t; rest > 0; rest >>= 1) {
    if (rest & 1) result *= base;
    base *= base;
  }
  return result;
}

/**
 * Runs the steps and returns how many updates were made. `samples` is n without its padding; `kind`, `loss` and `adam`
 * are numbers that ../descend.ts gives to the rule.
 */
export function descend(
  wAt: usize, aAt: usize, xAt: usize, yAt: usize, normsAt: usize, countsAt: usize, sAt: usize, eAt: usize, zAt: usize,
  slopesAt: usize, neuronMaskAt: usize, momentsAt: usize, risks: usize, timeSteps: usize,
  samples: i32, inputDimension: i32, neurons: i32, steps: i32, adaptive: bool,
  kind: i32, loss: i32, adam: bool, firstStep: i32, margin: f32, decay1: f64, decay2: f64, smallest: f32,
  outputFactor: f32, outputRate: f32, inputRate: f32, largestTimeStep: f32, targetRisk: f32,
): i32 {
  place(
    wAt, aAt, xAt, normsAt, countsAt, sAt, eAt, zAt, slopesAt, neuronMaskAt, momentsAt, samples, inputDimension, neurons,
  );
  let power1 = powerOf(decay1, firstStep), power2 = powerOf(decay2, firstStep);
  const perSample = outputFactor / <f32>samples;
  setRule(adam, perSample, decay1, decay2, smallest);
  const growthFactor = outputFactor * Mathf.sqrt(outputRate * inputRate);
  const divisor: f32 = loss == HINGE ? <f32>samples : 2 * <f32>samples;

  pass(kind, false, true, adaptive);
  for (let step = 0; step < steps; step++) {
    const risk = pulls(yAt, samples, outputFactor, loss, margin) / divisor;
    if (risk <= targetRisk || !(risk < DIVERGED_RISK)) {
      for (let rest = step; rest < steps; rest++) {
        store<f32>(risks + (<usize>rest << 2), risk);
        store<f32>(timeSteps + (<usize>rest << 2), 0);
      }
      return step;
    }
    let timeStep = largestTimeStep;
    if (adaptive) {
      const trace = outputFactor * perSample * (outputRate * sumOfLanes(outputTrace) + inputRate * sumOfLanes(inputTrace));
      const fastest = Mathf.max(trace, growthFactor * drive(samples));
      timeStep = Mathf.min(largestTimeStep, STEP_FRACTION / fastest);
    }
    store<f32>(risks + (<usize>step << 2), risk);
    store<f32>(timeSteps + (<usize>step << 2), timeStep);
    if (adam) {
      power1 *= decay1;
      power2 *= decay2;
      setCorrections(1 / (1 - power1), 1 / (1 - power2));
      setSteps(timeStep * outputRate, timeStep * inputRate);
    } else {
      setSteps(timeStep * outputRate * perSample, timeStep * inputRate * perSample);
    }
    pass(kind, true, step < steps - 1, adaptive);
  }
  return steps;
}
