// One training on a sample in pieces: the same bits with any number of hands, in whatever order they answer, after some or
// all are lost and after a resume; and the training that the reference does on the whole sample.
import { describe, expect, it } from "vitest";
import { PIECES, rangeOf } from "../../../src/engine/divided.ts";
import { normalInitialisation, type Sample } from "../../../src/engine/network.ts";
import { descend, PLAIN_RULE } from "../../../src/engine/reference.ts";
import { CheckpointError, DivergedError } from "../../../src/engine/train.ts";
import { crewOf, type GradientOf, type Hand } from "../../../src/experiments/driver/crew.ts";
import { type DividedTraining, trainedInPieces } from "../../../src/experiments/driver/divided.ts";
import type { Trained } from "../../../src/experiments/driver/trained.ts";
import { normal, stream } from "../../../src/math/random.ts";
import { lastOf, reportsOf } from "./drive.ts";

const [N, D, M, STEPS] = [500, 6, 12, 30];
const RULE = { activation: "relu", loss: "hinge", margin: 1 } as const;
const RATES = { outputFactor: 1 / M, outputRate: M, inputRate: M };

function examples(from: number, to: number): Sample {
  const source = stream(11, "inputs");
  const inputs = Float32Array.from({ length: (to - from) * D }, (_, k) => normal(source, from * D + k));
  const targets = Float32Array.from({ length: to - from }, (_, i) =>
    (inputs[i * D] as number) < 0 ? -1 : 1,
  );
  return { sampleSize: to - from, inputDimension: D, inputs, targets };
}

const TRAINING: DividedTraining = {
  start: normalInitialisation(M, D, 2),
  sampleSize: N,
  examples,
  descent: RATES,
  rule: RULE,
  timeSteps: Array.from({ length: STEPS }, (_, k) => 0.02 * (1 + k / 10)),
};

const run = (training = TRAINING) =>
  trainedInPieces(training, {
    trace: { every: 10, take: ({ step, risk }: Trained<Float32Array>) => ({ step, risk }) },
    measure: ({ step, time, risk, network: { inputWeights, outputWeights } }, looks) => ({
      quantities: { step, time, risk },
      series: { inputWeights, outputWeights, risks: looks.map((look) => look.risk) },
    }),
  });

/** So many hands that each answer late, some later than others, and die after so many pieces. */
function hands(count: number, lives: (hand: number) => number = () => Infinity): readonly Hand[] {
  return Array.from({ length: count }, (_, k) => {
    const gradientOf: GradientOf = run().gradientOf!();
    let left = lives(k);
    return {
      isAlive: () => left > 0,
      gradientOf: async (piece, network) => {
        for (let turn = 0; turn < (7 * piece + 3 * k) % 5; turn++) await Promise.resolve();
        left -= 1;
        if (left <= 0) throw new Error("This worker died.");
        return gradientOf(piece, network);
      },
    };
  });
}

describe("the bits", () => {
  const alone = lastOf(run());

  it.each([1, 2, 3, 8, 40])("are the same with %i hands", async (count) => {
    expect(await lastOf(run(), { hands: () => hands(count) })).toEqual(await alone);
  });

  it("are the same when a hand is lost, and when all are", async () => {
    const one = (k: number) => (k === 1 ? 100 : Infinity);
    expect(await lastOf(run(), { hands: () => hands(3, one) })).toEqual(await alone);
    expect(await lastOf(run(), { hands: () => hands(3, (k) => 50 + k) })).toEqual(await alone);
    expect(await lastOf(run(), { hands: () => hands(2, () => 1) })).toEqual(await alone);
  });

  it("are the same after a resume, with other hands and another stride", async () => {
    const reports = await reportsOf(run(), { stride: 7, checkpointDue: () => true, hands: () => hands(2) });
    const { checkpoint: from } = reports.find(({ step }) => step >= 14)!;
    expect(await lastOf(run(), { from, hands: () => hands(5) })).toEqual(await alone);
    expect(await lastOf(run(), { from })).toEqual(await alone);
  });
});

it("gathers the pieces in their order, whoever was first", async () => {
  const own = run().gradientOf!;
  const signal = new AbortController().signal;
  const inOrder = Array.from({ length: PIECES }, (_, piece) => own()(piece, TRAINING.start));
  for (const count of [0, 1, 2, 8])
    expect(await crewOf(hands(count), own)(TRAINING.start, signal)).toEqual(inOrder);
});

it("trains as the reference does on the whole sample", async () => {
  const timeSteps = Array.from({ length: STEPS }, () => 0.05);
  const { quantities, series } = await lastOf(run({ ...TRAINING, timeSteps }));
  const descent = { ...RATES, timeStep: 0.05, targetRisk: -1 };
  const rule = { ...PLAIN_RULE, ...RULE };
  const wanted = descend(TRAINING.start, examples(0, N), descent, { steps: STEPS, adaptive: false, rule });
  expect(quantities.risk).toBeCloseTo(wanted.risks[STEPS - 1] as number, 5);
  expect(quantities.time).toBeCloseTo(STEPS * 0.05, 12);
  // A weight is rounded to float32 at each step, when it is moved by a gradient that is good to some 30 roundings: no more than
  // 40 roundings of numbers below 4 a step, which the dynamics could double.
  const bound = 2 * STEPS * 40 * 4 * 2 ** -24;
  for (const name of ["inputWeights", "outputWeights"] as const)
    series[name]?.forEach((weight, k) => {
      expect(Math.abs(weight - (wanted.network[name][k] as number))).toBeLessThan(bound);
    });
});

it("divides a sample into neighbouring ranges that cover it", () => {
  for (const size of [1, 31, 32, 33, 100_000]) {
    const ranges = Array.from({ length: PIECES }, (_, piece) => rangeOf(piece, size));
    expect(ranges[0]?.from).toBe(0);
    expect(ranges.at(-1)?.to).toBe(size);
    ranges.slice(1).forEach(({ from }, k) => {
      expect(from).toBe(ranges[k]?.to);
    });
    const sizes = ranges.map(({ from, to }) => to - from);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  }
});

it("hands an error of the run on, and stops where it is told to", async () => {
  const broken = [{ isAlive: () => true, gradientOf: () => Promise.reject(new TypeError("No such thing.")) }];
  await expect(lastOf(run(), { hands: () => broken })).rejects.toThrow("No such thing.");
  const controller = new AbortController();
  const stopping = hands(2).map((hand) => ({
    ...hand,
    gradientOf: (...given: Parameters<Hand["gradientOf"]>) => {
      controller.abort(new DOMException("Enough.", "AbortError"));
      return hand.gradientOf(...given);
    },
  }));
  await expect(lastOf(run(), { hands: () => stopping, signal: controller.signal })).rejects.toThrow(
    "Enough.",
  );
});

it("refuses another run's checkpoint, and says when it diverges", async () => {
  const [report] = await reportsOf(run(), { stride: 5, checkpointDue: () => true });
  const wider = { ...TRAINING, start: normalInitialisation(M + 1, D, 2) };
  await expect(lastOf(run(wider), { from: report?.checkpoint })).rejects.toThrow(CheckpointError);
  const squared = { ...TRAINING, rule: { ...RULE, loss: "squared" } as const, timeSteps: Array(60).fill(50) };
  await expect(lastOf(run(squared))).rejects.toThrow(DivergedError);
});
