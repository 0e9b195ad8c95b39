// Runs an ensemble, by the op on the current backend or by the reference, and gives both results the same shape.
import { type Tensor, tensor } from "@tensorflow/tfjs-core";
import {
  DESCENT_COLUMNS,
  type DescendAttributes,
  type DescendInputs,
  type DescendOutputs,
  descend,
} from "../../src/engine/descend.ts";
import type { Network, Sample } from "../../src/engine/network.ts";
import * as reference from "../../src/engine/reference.ts";
import { type Ensemble, sampleAt } from "./ensembles.ts";

type Numbers = Float32Array | Float64Array;

/** What K steps left behind of one network. */
export interface Outcome {
  readonly inputWeights: Numbers;
  readonly outputWeights: Numbers;
  readonly risks: Numbers;
  readonly timeSteps: Numbers;
  readonly steps: number;
  /** Adam's; empty without Adam. */
  readonly moments: Numbers;
}

export function upload({ samples, networks, descents, rule, moments }: Ensemble): DescendInputs<Tensor> {
  const { sampleSize, inputDimension } = samples[0] as Sample;
  const count = networks.length;
  const width = networks[0]?.width ?? 0;
  const each = samples.length === 1 ? [] : [samples.length];
  const start = moments ?? networks.map(reference.zeroMoments);
  return {
    inputWeights: tensor(joined(networks.map((network) => network.inputWeights)), [
      count,
      inputDimension,
      width,
    ]),
    outputWeights: tensor(joined(networks.map((network) => network.outputWeights)), [count, width]),
    inputs: tensor(joined(samples.map((sample) => sample.inputs)), [...each, sampleSize, inputDimension]),
    targets: tensor(joined(samples.map((sample) => sample.targets)), [...each, sampleSize]),
    descents: tensor(
      Float32Array.from(descents.flatMap((descent) => DESCENT_COLUMNS.map((column) => descent[column]))),
      [count, DESCENT_COLUMNS.length],
    ),
    ...(rule.optimiser === "adam"
      ? { moments: tensor(joined(start), [count, 2, inputDimension + 1, width]) }
      : {}),
  };
}

/** All numbers of all parts, in order. */
export function joined(parts: readonly Numbers[]): Float32Array {
  return Float32Array.from(parts.flatMap((part) => Array.from(part)));
}

export function dispose(tensors: object): void {
  for (const each of Object.values(tensors) as Tensor[]) each.dispose();
}

export async function download(tensors: DescendOutputs<Tensor>): Promise<Outcome[]> {
  const count = tensors.steps.shape[0] ?? 0;
  const rows = async (values: Tensor) => {
    const all = (await values.data()) as Float32Array;
    const length = all.length / count;
    return Array.from({ length: count }, (_, r) => all.slice(r * length, (r + 1) * length));
  };
  const [inputWeights, outputWeights, risks, timeSteps, steps, moments] = [
    await rows(tensors.inputWeights),
    await rows(tensors.outputWeights),
    await rows(tensors.risks),
    await rows(tensors.timeSteps),
    await rows(tensors.steps),
    tensors.moments ? await rows(tensors.moments) : [],
  ];
  return steps.map((made, r) => ({
    inputWeights: inputWeights[r] as Float32Array,
    outputWeights: outputWeights[r] as Float32Array,
    risks: risks[r] as Float32Array,
    timeSteps: timeSteps[r] as Float32Array,
    steps: made[0] as number,
    moments: moments[r] ?? new Float32Array(0),
  }));
}

/** How far to run: the rest of the op's attributes is the ensemble's. */
export type Extent = Omit<DescendAttributes, "rule">;

/** One call of the op on the current backend. */
export async function runKernel(ensemble: Ensemble, extent: Extent): Promise<Outcome[]> {
  const inputs = upload(ensemble);
  const results = descend(inputs, { ...extent, rule: ensemble.rule });
  const outcomes = await download(results);
  dispose(inputs);
  dispose(results);
  return outcomes;
}

/** The same steps in several calls, each going on where the last one ended. */
export async function runInParts(ensemble: Ensemble, parts: number[], adaptive: boolean): Promise<Outcome[]> {
  let rest = ensemble;
  let firstStep = 0;
  let whole: Outcome[] = [];
  for (const steps of parts) {
    const outcomes = await runKernel(rest, { steps, adaptive, firstStep });
    const networks = rest.networks.map((network, r) => continued(network, outcomes[r] as Outcome));
    rest = { ...rest, networks, moments: outcomes.map(({ moments }) => moments) };
    firstStep += steps;
    whole = outcomes.map((outcome, r) => appended(whole[r], outcome));
  }
  return whole;
}

function continued(network: Network, { inputWeights, outputWeights }: Outcome): Network {
  return {
    ...network,
    inputWeights: Float32Array.from(inputWeights),
    outputWeights: Float32Array.from(outputWeights),
  };
}

function appended(before: Outcome | undefined, after: Outcome): Outcome {
  if (!before) return after;
  return {
    ...after,
    risks: joined([before.risks, after.risks]),
    timeSteps: joined([before.timeSteps, after.timeSteps]),
    steps: before.steps + after.steps,
  };
}

export function runReference(ensemble: Ensemble, extent: Extent): Outcome[] {
  return ensemble.networks.map((start, r) => {
    const moments = ensemble.moments?.[r];
    const { network, ...traces } = reference.descend(
      start,
      sampleAt(ensemble, r),
      ensemble.descents[r] as reference.Descent,
      { ...extent, rule: ensemble.rule, ...(moments ? { moments } : {}) },
    );
    return { ...traces, inputWeights: network.inputWeights, outputWeights: network.outputWeights };
  });
}
