// Events are where they are known to be, each once, whatever the steps.
import { expect, test } from "vitest";
import { dormandPrince } from "../../../../src/math/ode/dormandPrince.ts";
import { type Event, eventsOf } from "../../../../src/math/ode/events.ts";
import { dense } from "../../../../src/math/ode/linearSolvers.ts";
import type { Derivative, Method } from "../../../../src/math/ode/problem.ts";
import { rosenbrock } from "../../../../src/math/ode/rosenbrock.ts";
import { steps } from "../../../../src/math/ode/steps.ts";

const oscillator: Derivative = (_, [x = 0, v = 0]) => [v, -x];
const METHODS: [string, Method][] = [
  ["dormandPrince", dormandPrince],
  [
    "rosenbrock",
    rosenbrock(
      dense(() => [
        [0, 1],
        [-1, 0],
      ]),
    ),
  ],
];

function times(event: Event, method: Method, until: number, relative = 1e-10): number[] {
  const problem = { derivative: oscillator, start: { t: 0, y: [0, 1] }, until };
  return [...steps(problem, { method, relative, absolute: relative })].flatMap((step) =>
    eventsOf(step, event).map(({ t }) => t),
  );
}

const expectClose = (found: readonly number[], expected: readonly number[], within: number) => {
  expect(found.length).toBe(expected.length);
  expect(Math.max(...found.map((t, k) => Math.abs(t - (expected[k] as number))))).toBeLessThan(within);
};

test.each(METHODS)("%s: sin t = 0, rising, falling and either", (_, method) => {
  const of: Event["of"] = (_t, [x = 0]) => x;
  expectClose(times({ of }, method, 10), [Math.PI, 2 * Math.PI, 3 * Math.PI], 1e-8);
  expectClose(times({ of, direction: "rising" }, method, 10), [2 * Math.PI], 1e-8);
  expectClose(times({ of, direction: "falling" }, method, 10), [Math.PI, 3 * Math.PI], 1e-8);
});

test.each(METHODS)("%s: sin t = t/2, which depends on t as well", (_, method) => {
  expectClose(times({ of: (t, [x = 0]) => x - t / 2 + 1e-300 }, method, 3), [1.895494267033981], 1e-8);
});

test("two events in one step are both found, and the value there is that of the polynomial", () => {
  const problem = { derivative: (): number[] => [1], start: { t: 0, y: [0], size: 10 }, until: 10 };
  const [step] = [...steps(problem, { method: dormandPrince, relative: 1e-6, absolute: 1e-6 })];
  const found = step ? eventsOf(step, { of: (_, [y = 0]) => (y - 3) * (y - 7) }) : [];
  expectClose(
    found.map(({ t }) => t),
    [3, 7],
    1e-14,
  );
  expect(found[0]?.y[0]).toBeCloseTo(3, 14);
});

test("what is 0 at the end of a step happens once", () => {
  const problem = { derivative: (): number[] => [1], start: { t: 0, y: [0] }, until: 2 };
  const options = { method: dormandPrince, relative: 1e-6, absolute: 1e-6, largestSize: 0.5 };
  const all = [...steps({ ...problem, start: { ...problem.start, size: 0.5 } }, options)];
  expect(all.map(({ t }) => t)).toEqual([0.5, 1, 1.5, 2]);
  expect(all.flatMap((step) => eventsOf(step, { of: (t) => t - 1 })).map(({ t }) => t)).toEqual([1]);
});

test("a jump is found to the last bits", () => {
  const problem = { derivative: (): number[] => [1], start: { t: 0, y: [0], size: 1 }, until: 1 };
  const [step] = [...steps(problem, { method: dormandPrince, relative: 1e-6, absolute: 1e-6 })];
  const jump = 1 / 3;
  const found = step ? eventsOf(step, { of: (t) => (t < jump ? -1 : 5) }) : [];
  expect(found.map(({ t }) => t)).toEqual([jump]);
});
