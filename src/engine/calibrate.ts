/**
 * Tries WebGPU and WebAssembly out on a workload: a few calls of `descend` on each, some milliseconds per call, or a few
 * gradients in pieces. What is concluded from the numbers is up to choice.ts.
 *
 * What counts is a call as a run makes it: `stride` steps, then its trace is read back. Reading has a price of its own on
 * a graphics device (a millisecond or two; Firefox looks every 100 ms), so that a call of one step is timed beside one of
 * many.
 */
import type { Tensor } from "@tensorflow/tfjs-core";
import { BACKEND_LABELS, type BackendName, type Device } from "./backends.ts";
import type { Trial, Trials } from "./choice.ts";
import { type DescendInputs, descend, UNBOUNDED_TIME_STEP } from "./descend.ts";
import { causeOf, faultOfDevice } from "./device.ts";
import { PIECES, rangeOf } from "./divided.ts";
import { gradientsOnOpenDevice } from "./gradients.ts";
import { gradientOfPieces } from "./kernels/wasm/gradient.ts";
import { normalInitialisationInPieces, type Sample } from "./network.ts";
import { withPauses } from "./pauses.ts";
import { type Descent, PLAIN_RULE, zeroMoments } from "./reference.ts";
import { joined, upload } from "./upload.ts";
import type { Workload } from "./workload.ts";

/** Milliseconds until compilers, caches and clocks have reached their speed. */
const WARM_UP = 20;
/** A measurement is good enough once its steps take this many milliseconds beyond the overhead of a call. */
const TURN = 8;
/** The steps grow from call to call by at least this factor; by more, if the call takes no longer than these milliseconds. */
const GROWTH = 4;
const LONGEST_CALL = 100;
/** The overhead of a call varies by this share. */
const VARIATION = 0.1;
/** A step of this length keeps every network finite, and costs what any other does. */
const SHORT_TIME_STEP = 1e-6;

/** A margin that no example reaches. */
const FAR = 1e6;

/** Opens a backend, or the next one that works. */
type OpenDevice = (backend: BackendName) => Promise<Device>;

/** Runs this many steps from the start, reads the trace and frees everything. Returns the milliseconds that this took. */
type Call = (steps: number) => Promise<number>;

/**
 * Steps per second of both backends on a workload whose runs are reported on every `stride` steps. A software adapter is
 * tried out, too, if there is no other. `open` is `openDevice` with its hosts. Leaves a backend open, and no tensor.
 */
export async function tryOut(workload: Workload, stride: number, open: OpenDevice): Promise<Trials> {
  const wasm = await trial("wasm", workload, stride, open);
  return { webgpu: await trial("webgpu", workload, stride, open), wasm };
}

async function trial(
  backend: BackendName,
  workload: Workload,
  stride: number,
  open: OpenDevice,
): Promise<Trial> {
  try {
    const device = await open(backend);
    if (device.backend !== backend) return { failure: device.reason };
    const { call, end } = await prepare(workload);
    try {
      return { stepsPerSecond: (1000 * stride) / (await timeOf(call, stride)) };
    } finally {
      end();
    }
  } catch (error) {
    const { message } = (await causeOf(error)) as Error;
    return { failure: `${BACKEND_LABELS[backend]} failed when it was tried out: ${message}` };
  }
}

/** Milliseconds of a call of `stride` steps, or of a shorter one that says enough and what its steps would add. */
async function timeOf(call: Call, stride: number): Promise<number> {
  const start = performance.now();
  do await call(1);
  while (performance.now() - start < WARM_UP);
  const first = Math.min(await call(1), await call(1));
  let steps = 1;
  let several = first;
  while (steps < stride && several - first < TURN) {
    const slowest = steps === 1 ? first : (Math.max(0, several - first) + VARIATION * first) / steps;
    steps = Math.min(stride, Math.max(GROWTH * steps, Math.floor(LONGEST_CALL / slowest)));
    several = await call(steps);
  }
  if (steps > 1) several = Math.min(several, await call(steps));
  const aStep = steps > 1 ? Math.max(0, several - first) / (steps - 1) : several;
  return several + (stride - steps) * aStep;
}

/** What is timed on the current backend, and what gives its memory back. */
interface Prepared {
  readonly call: Call;
  readonly end: () => void;
}

const prepare = (workload: Workload): Promise<Prepared> =>
  workload.inPieces ? prepareGradient(workload) : prepareNetworks(workload);

/**
 * Gradients in pieces of the workload's size: of all pieces on WebGPU; on WebAssembly of one, which stands for all of them, one
 * after the other. The pieces are alike, and all examples pull.
 */
async function prepareGradient(workload: Workload): Promise<Prepared> {
  const { sampleSize, inputDimension, width, activation, loss } = workload;
  const network = await withPauses(normalInitialisationInPieces(width, inputDimension, 1));
  const largest = Math.ceil(sampleSize / PIECES);
  const { inputWeights, outputWeights } = await withPauses(
    normalInitialisationInPieces(largest, inputDimension, 2),
  );
  const targets = outputWeights.map(Math.sign);
  const rule = { activation, loss, margin: FAR };
  const sampleOf = (piece: number): Sample => {
    const { from, to } = rangeOf(piece, sampleSize);
    const inputs = inputWeights.subarray(0, (to - from) * inputDimension);
    return { sampleSize: to - from, inputDimension, inputs, targets: targets.subarray(0, to - from) };
  };
  const divided = { width, inputDimension, outputFactor: 1 / width, rule, sampleOf };
  const { signal } = new AbortController();
  const device = await gradientsOnOpenDevice({ ...divided, sampleSize }, signal);
  const gradientOf = device ? null : gradientOfPieces(divided);
  const call = async (steps: number) => {
    const start = performance.now();
    for (let step = 0; step < steps; step++)
      gradientOf ? gradientOf(0, network) : await device?.gradients(network, signal);
    return Math.max(performance.now() - start, 0.1) * (gradientOf ? PIECES : 1);
  };
  return { call, end: () => device?.dispose() };
}

/** Networks of the workload's size in training. Its calls throw where their numbers are not finite. */
async function prepareNetworks(workload: Workload): Promise<Prepared> {
  const { networks, adaptive, activation, loss, optimiser } = workload;
  const rule = { ...PLAIN_RULE, activation, loss, optimiser };
  const ensemble = await uploadOf(workload);
  const call = async (steps: number) => {
    const start = performance.now();
    const results = descend(ensemble, { steps, adaptive, rule });
    try {
      const { risks, timeSteps, steps: made } = results;
      const [trace] = await Promise.all([risks.data(), timeSteps.data(), made.data()]);
      const fault = faultOfDevice();
      if (fault) throw fault;
      if (!Number.isFinite(trace[networks * steps - 1])) throw new Error("its numbers are not finite.");
      // Clocks are coarse in some browsers: no call counts as shorter than they resolve.
      return Math.max(performance.now() - start, 0.1);
    } finally {
      for (const held of Object.values(results)) held.dispose();
    }
  };
  const end = () => {
    for (const held of Object.values(ensemble)) held.dispose();
  };
  return { call, end };
}

async function uploadOf(workload: Workload): Promise<DescendInputs<Tensor>> {
  const { networks, sampleSize, inputDimension, width, adaptive, loss, optimiser } = workload;
  const network = await withPauses(normalInitialisationInPieces(width, inputDimension, 1));
  // As many standard normal numbers as inputs and targets are.
  const numbers = await withPauses(normalInitialisationInPieces(sampleSize, inputDimension, 2));
  const sample = {
    sampleSize,
    inputDimension,
    inputs: numbers.inputWeights,
    targets: loss === "hinge" ? numbers.outputWeights.map(Math.sign) : numbers.outputWeights,
  };
  const descent: Descent = {
    outputFactor: 1 / Math.sqrt(width),
    outputRate: 1,
    inputRate: 1,
    timeStep: adaptive ? UNBOUNDED_TIME_STEP : SHORT_TIME_STEP,
    targetRisk: -1,
  };
  const each = <Value>(value: Value) => Array.from({ length: networks }, () => value);
  const moments = optimiser === "adam" ? joined(each(zeroMoments(network))) : undefined;
  return upload(each(network), sample, each(descent), moments);
}
