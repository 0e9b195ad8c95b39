/**
 * Training one network with the float64 reference, for what float32 cannot resolve: slow, on no backend, and with the
 * same bits everywhere, since a ReLU network on the squared loss takes + − × ÷ and √ only.
 */
import type { Network, Sample } from "./network.ts";
import { pauses } from "./pauses.ts";
import { type Descent, DIVERGED_RISK, descend, empiricalRisk, outputs } from "./reference.ts";
import { DivergedError } from "./train.ts";

export interface Float64Options {
  readonly descent: Descent;
  readonly adaptive: boolean;
  /** Steps between two reports. */
  readonly stride: number;
  /** Steps after which training ends, whether it has reached its target or not. */
  readonly steps: number;
  readonly signal: AbortSignal;
}

export interface Float64Progress {
  /** Steps made. */
  readonly step: number;
  /** t = Σ Δt over the steps made. */
  readonly time: number;
  /** R of the network as it is. */
  readonly risk: number;
  /** Whether the target is met or all steps are made. */
  readonly finished: boolean;
  readonly network: Network<Float64Array>;
}

/**
 * Trains `start` until R ≤ targetRisk or all steps are made; reports every `stride` steps.
 * @throws DivergedError, or the signal's reason.
 */
export async function* trainFloat64(
  start: Network<Float32Array | Float64Array>,
  sample: Sample,
  { descent, adaptive, stride, steps, signal }: Float64Options,
): AsyncGenerator<Float64Progress> {
  const pause = pauses();
  let network: Network<Float64Array> = {
    ...start,
    inputWeights: Float64Array.from(start.inputWeights),
    outputWeights: Float64Array.from(start.outputWeights),
  };
  let step = 0;
  let time = 0;
  while (true) {
    signal.throwIfAborted();
    const report = Math.min(steps, step + stride);
    let isOver = false;
    while (step < report && !isOver) {
      const asked = Math.min(stepsOfACall(network, sample), report - step);
      const descended = descend(network, sample, descent, { steps: asked, adaptive });
      network = descended.network;
      step += descended.steps;
      for (const timeStep of descended.timeSteps) time += timeStep;
      isOver = descended.steps < asked;
      await pause();
      signal.throwIfAborted();
    }
    const risk = empiricalRisk(outputs(network, sample, descent.outputFactor), sample.targets);
    if (!(risk < DIVERGED_RISK)) throw new DivergedError(step, risk);
    const finished = step === steps || risk <= descent.targetRisk;
    yield { step, time, risk, finished, network };
    if (finished) return;
  }
}

/** Products zᵢₖ = Σⱼ wⱼₖ xᵢⱼ of one call, n d m of them a step: some 25 ms. */
const WORK_OF_A_CALL = 1e6;

function stepsOfACall({ width, inputDimension }: { width: number; inputDimension: number }, sample: Sample) {
  return Math.max(1, Math.floor(WORK_OF_A_CALL / (sample.sampleSize * inputDimension * width)));
}
