/**
 * Times one network's gradient on a sample in pieces, at the size of Fig. 1 of the hinge-loss companion: with one thread, with
 * two beside each other, and on examples that stay in the cache, which is the most that the kernel reaches here.
 */
import { rounded } from "../../bench/result.ts";
import { secondsInTurns } from "../../bench/turns.ts";
import { PIECES } from "../../engine/divided.ts";
import { gradientOfPieces } from "../../engine/kernels/wasm/gradient.ts";
import { crewOf } from "../../experiments/driver/crew.ts";
import { meta } from "../../experiments/hinge-mean-field/orbit/meta.ts";
import { dividedTrainingOf, startOf } from "../../experiments/hinge-mean-field/setting/network.ts";
import { PUBLISHED } from "../../experiments/hinge-mean-field/setting/parameters.ts";
import { median } from "../../math/statistics.ts";
import { bridgeTo } from "../../runtime/workers/workerBridge.ts";
import { threadWorker } from "../runs/threadWorker.ts";

const ROUNDS = 5;
/** Examples that stay in the cache with the weights. */
const CACHED = 256;

const parameters = { ...meta.defaults, ...PUBLISHED };
const seed = 1;
const start = startOf(parameters, seed);

/** Multiplications and additions of a gradient, in 10⁹: two products of the examples and the input weights. */
const gflopOf = (examples: number) => (4 * examples * parameters.width * parameters.inputs) / 1e9;

/** A sentence with the seconds of a step and with what the second thread gains. */
export async function piecesLine(): Promise<string> {
  const workers = [0, 1].map(() => bridgeTo(threadWorker()));
  const of = { experiment: "hinge-mean-field/orbit", parameters, seed };
  const hands = workers.map(({ gradientOf, isAlive }) => ({
    gradientOf: (piece: number, network: typeof start) => gradientOf(of, piece, network),
    isAlive,
  }));
  const lost = () => {
    throw new Error("A thread of this comparison was lost.");
  };
  const { signal } = new AbortController();
  const shared = (count: number) => {
    const gradients = crewOf(hands.slice(0, count), lost);
    return () => gradients(start, signal);
  };
  try {
    const seconds = await secondsInTurns([shared(1), shared(2), cachedPieces()], ROUNDS);
    const [one = 0, two = 0, cached = 0] = seconds.map(median);
    const { width, samples, inputs } = parameters;
    const share = (gflopOf(samples) / one / (gflopOf(PIECES * CACHED) / cached)) * 100;
    return [
      `One network in pieces, m = ${width}, n = ${samples}, d = ${inputs}: ${rounded(one)} s a step with one thread,`,
      `${rounded(two)} s with two (an efficiency of ${rounded(one / two / 2)});`,
      `${rounded(gflopOf(samples) / one)} GFLOP a second, ${rounded(share)} % of what the kernel makes of ${CACHED} examples.`,
    ].join(" ");
  } finally {
    for (const worker of workers) worker.end();
  }
}

/** As many pieces of few examples, on this thread. */
function cachedPieces() {
  const { examples, descent, rule } = dividedTrainingOf(parameters, { start, duration: 1 }, seed);
  const { width, inputDimension } = start;
  const { outputFactor } = descent;
  const sampleOf = () => examples(0, CACHED);
  const gradientOf = gradientOfPieces({ width, inputDimension, outputFactor, rule, sampleOf });
  return async () => {
    for (let piece = 0; piece < PIECES; piece++) gradientOf(0, start);
  };
}
