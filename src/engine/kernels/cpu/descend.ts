/**
 * `descend` on TensorFlow.js's `cpu` backend: the float64 reference itself, a network at a time. Slow but always
 * there. A step works in float64, and what it leaves is rounded to float32 like everywhere: after every step, so that the
 * bits do not depend on where a run is cut into calls.
 */
import type { MathBackendCPU } from "@tensorflow/tfjs-backend-cpu";
import type { TensorInfo } from "@tensorflow/tfjs-core";
import { BACKEND_LABELS } from "../../backends.ts";
import {
  type CompleteAttributes,
  DESCENT_COLUMNS,
  type DescendInputs,
  registerKernelOf,
  type Sizes,
  sizesOf,
} from "../../descend.ts";
import { assertFits } from "../../memory.ts";
import type { Network, Sample } from "../../network.ts";
import { type Descent, descend } from "../../reference.ts";

/** Registers the kernel; the backend itself is registered by importing `@tensorflow/tfjs-backend-cpu`. */
export function registerDescend(): void {
  registerKernelOf<MathBackendCPU>("cpu", { checkFits, run });
}

/** Bytes of the largest array that every browser grants. */
const LARGEST_ARRAY = 2 ** 31;

function checkFits(sizes: Sizes, { steps, rule }: CompleteAttributes): void {
  const { networks, inputDimension, sampleSize } = sizes;
  assertFits(BACKEND_LABELS.cpu, sizes, (width) => {
    const weights = 8 * (inputDimension + 1) * width;
    const arrays = {
      "the weights in float64": weights,
      "the weights of all networks": (weights * networks) / 2,
      "the preactivations in float64": 8 * sampleSize * width,
      "Adam's moments in float64": rule.optimiser === "adam" ? 2 * weights * Math.max(1, networks / 2) : 0,
      "the risks of all steps": 4 * networks * steps,
    };
    return Object.entries(arrays).map(([what, bytes]) => ({ what, bytes, limit: LARGEST_ARRAY }));
  });
}

/** What some steps leave behind, as `Descended` of the reference, in float32. */
interface Run {
  readonly network: Network;
  readonly risks: Float32Array;
  readonly timeSteps: Float32Array;
  readonly steps: number;
  readonly moments: Float32Array;
}

function run(
  tensors: DescendInputs<TensorInfo>,
  attributes: CompleteAttributes,
  backend: MathBackendCPU,
): TensorInfo[] {
  const { networks, samples, inputDimension, width, sampleSize } = sizesOf(tensors);
  const read = (tensor: TensorInfo) => backend.data.get(tensor.dataId).values as Float32Array;
  const part = (tensor: TensorInfo, r: number) => row(read(tensor), r, networks);
  const runs = Array.from({ length: networks }, (_, r): Run => {
    const network: Network = {
      width,
      inputDimension,
      inputWeights: part(tensors.inputWeights, r),
      outputWeights: part(tensors.outputWeights, r),
    };
    const sample = {
      sampleSize,
      inputDimension,
      inputs: row(read(tensors.inputs), samples === 1 ? 0 : r, samples),
      targets: row(read(tensors.targets), samples === 1 ? 0 : r, samples),
    };
    const moments = tensors.moments ? { moments: part(tensors.moments, r) } : {};
    return stepByStep({ ...network, ...moments }, sample, descentOf(part(tensors.descents, r)), attributes);
  });
  const output = (shape: number[], pick: (run: Run) => ArrayLike<number>): TensorInfo => {
    const values = new Float32Array(shape.reduce((product, length) => product * length, 1));
    runs.forEach((run, r) => {
      values.set(pick(run), (r * values.length) / networks);
    });
    return backend.makeTensorInfo(shape, "float32", values);
  };
  return [
    output([networks, inputDimension, width], (run) => run.network.inputWeights),
    output([networks, width], (run) => run.network.outputWeights),
    output([networks, attributes.steps], (run) => run.risks),
    output([networks, attributes.steps], (run) => run.timeSteps),
    output([networks], (run) => [run.steps]),
    ...(tensors.moments ? [output([networks, 2, inputDimension + 1, width], (run) => run.moments)] : []),
  ];
}

/** The steps of one network one by one, each from float32 to float32. */
function stepByStep(
  start: Network & { readonly moments?: Float32Array },
  sample: Sample,
  descent: Descent,
  attributes: CompleteAttributes,
): Run {
  const { steps, firstStep } = attributes;
  const [risks, timeSteps] = [new Float32Array(steps), new Float32Array(steps)];
  let [now, moments, step] = [start as Network, start.moments, 0];
  for (; step < steps; step++) {
    const after = descend(now, sample, descent, {
      ...attributes,
      steps: 1,
      firstStep: firstStep + step,
      ...(moments ? { moments } : {}),
    });
    risks[step] = after.risks[0] as number;
    if (after.steps === 0) {
      risks.fill(risks[step] as number, step);
      break;
    }
    timeSteps[step] = after.timeSteps[0] as number;
    const { inputWeights, outputWeights } = after.network;
    now = {
      ...start,
      inputWeights: Float32Array.from(inputWeights),
      outputWeights: Float32Array.from(outputWeights),
    };
    if (moments) moments = Float32Array.from(after.moments);
  }
  return { network: now, risks, timeSteps, steps: step, moments: moments ?? new Float32Array(0) };
}

function row(values: Float32Array, index: number, rows: number): Float32Array {
  const length = values.length / rows;
  return values.subarray(index * length, (index + 1) * length);
}

function descentOf(columns: Float32Array): Descent {
  const entries = DESCENT_COLUMNS.map((name, column) => [name, columns[column] as number] as const);
  return Object.fromEntries(entries) as unknown as Descent;
}
