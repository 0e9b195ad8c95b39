// What runs of the reduced flow share: readouts of the start, the times at which residuals pass shares of their start, and
// how many neurons carry a component.
import { expect, it } from "vitest";
import {
  crossingOf,
  DONE,
  flowing,
  HALF,
  participationIn,
  wayOf,
} from "../../../../src/experiments/time-scales/setting/flow.ts";
import { halfTimes } from "../../../../src/experiments/time-scales/setting/halves.ts";
import { limitOf } from "../../../../src/experiments/time-scales/setting/limit.ts";
import { ALL_ONES, refusedComponents } from "../../../../src/experiments/time-scales/setting/parameters.ts";
import { startReadouts, variance } from "../../../../src/experiments/time-scales/setting/readouts.ts";
import { reducedStart } from "../../../../src/theory/time-scales/reducedFlow.ts";

it("draws one readout from each part of the range, by the seed", () => {
  const drawn = startReadouts("spread", 8, 3);
  drawn.forEach((value, i) => {
    expect(value).toBeGreaterThanOrEqual(Math.sqrt(3) * (i / 4 - 1));
    expect(value).toBeLessThan(Math.sqrt(3) * ((i + 1) / 4 - 1));
  });
  expect([...drawn]).toEqual([...startReadouts("spread", 8, 3)]);
  expect([...drawn]).not.toEqual([...startReadouts("spread", 8, 4)]);
  // That of the uniform law on [−√3, √3], to the square of a part.
  expect(Math.abs(variance(startReadouts("spread", 2000, 1)) - 1)).toBeLessThan(1e-2);
  expect([...startReadouts("equal", 3, 1)]).toEqual([0.5, 0.5, 0.5]);
});

it("finds when a constant alone is halved and down to a tenth: an exponential", () => {
  const flow = { epsilon: 1e-3, target: [1], activation: [2] };
  const crossings = wayOf(flowing(flow, reducedStart([0, 0]), 0.01)).at(-1)?.crossings as Float64Array;
  const rate = 4 / flow.epsilon;
  expect(crossingOf(crossings, 0, HALF)).toBeCloseTo(Math.log(2) / rate, 8);
  expect(crossingOf(crossings, 0, DONE)).toBeCloseTo(Math.log(10) / rate, 8);
});

it("has no time for what is not learnt", () => {
  const flow = { epsilon: 1e-3, target: [1, 1], activation: [1, 0] };
  const { halved } = limitOf(flow, Float64Array.of(-1, 1), 0.1);
  expect(halved[0]).toBeGreaterThan(0);
  expect(halved[1]).toBeUndefined();
});

it("counts who carries the quadratic component", () => {
  expect(participationIn(Float64Array.of(1, 1, -1, 1, 0.5, 0.5, 0.5, -0.5))).toBe(1);
  expect(participationIn(Float64Array.of(1, 0, 0, 0, 0.5, 0.5, 0.5, 0.5))).toBe(0.25);
});

it("refuses a target or an activation of nothing, in a sentence", () => {
  expect(refusedComponents({ ...ALL_ONES, target1: 0 })).toBeUndefined();
  const nothing = { target0: 0, target1: 0, target2: 0, target3: 0 };
  expect(refusedComponents({ ...ALL_ONES, ...nothing })).toMatch(/nothing to learn/);
  const dull = { activation0: 0, activation1: 0, activation2: 0, activation3: 0 };
  expect(refusedComponents({ ...ALL_ONES, ...dull })).toMatch(/no neuron computes/);
});

it("finds between two looks when a residual is halved, whatever its sign, and not what is small from the start on", () => {
  const looks = [
    { time: 0, residual: [2, -1, 0.1, 0] },
    { time: 1, residual: [1.5, -0.75, 0.1, 0] },
    { time: 3, residual: [0.5, -0.75, 0.1, 0] },
  ];
  expect(halfTimes(looks, [2, -1, 1, 0])).toEqual([2, undefined, undefined, undefined]);
});
