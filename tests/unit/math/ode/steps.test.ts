// Stepping: both methods agree, what is conserved stays, an integration goes on from any step with the same bits, and
// what cannot be integrated is said.
import { describe, expect, test } from "vitest";
import { dormandPrince } from "../../../../src/math/ode/dormandPrince.ts";
import { differences } from "../../../../src/math/ode/linearSolvers.ts";
import {
  type Derivative,
  type Method,
  type Start,
  type Step,
  valueAt,
} from "../../../../src/math/ode/problem.ts";
import { rosenbrock } from "../../../../src/math/ode/rosenbrock.ts";
import { growthAfter, sizeOfError } from "../../../../src/math/ode/stepSize.ts";
import { type Options, steps } from "../../../../src/math/ode/steps.ts";

const oscillator: Derivative = (_, [x = 0, v = 0]) => [v, -x];
const hunt: Derivative = (_, [prey = 0, hunters = 0]) => [prey * (1 - hunters), hunters * (prey - 1)];
const forced: Derivative = (t, [x = 0, v = 0]) => [v, Math.cos(2 * t) - x - 0.1 * v * v * v];

const taken = (derivative: Derivative, start: Start, until: number, options: Options) => [
  ...steps({ derivative, start, until }, options),
];
const last = (all: readonly Step[]) => all.at(-1) as Step;
const METHODS: [string, (derivative: Derivative) => Method][] = [
  ["dormandPrince", () => dormandPrince],
  ["rosenbrock", (derivative) => rosenbrock(differences(derivative))],
];

test("both methods agree on what is not stiff, each within its tolerance", () => {
  const ends = METHODS.map(([, method]) =>
    last(taken(forced, { t: 0, y: [1, 0] }, 20, { method: method(forced), relative: 1e-9, absolute: 1e-9 })),
  );
  for (const j of [0, 1])
    expect(Math.abs((ends[0]?.y[j] as number) - (ends[1]?.y[j] as number))).toBeLessThan(1e-6);
  expect(ends.map(({ t }) => t)).toEqual([20, 20]);
});

describe.each(METHODS)("%s", (_, methodFor) => {
  const options = (derivative: Derivative, tolerance: number, more: Partial<Options> = {}): Options => ({
    method: methodFor(derivative),
    relative: tolerance,
    absolute: tolerance,
    ...more,
  });

  test.each([1e-5, 1e-8])(
    "keeps the energy of an oscillator and the invariant of Lotka and Volterra to %d",
    (tolerance) => {
      const whirl = taken(oscillator, { t: 0, y: [1, 0] }, 20 * Math.PI, options(oscillator, tolerance));
      const energies = whirl.map(({ y: [x = 0, v = 0] }) => (x * x + v * v) / 2);
      expect(Math.max(...energies.map((energy) => Math.abs(energy - 0.5)))).toBeLessThan(100 * tolerance);
      const pursuit = taken(hunt, { t: 0, y: [2, 1] }, 30, options(hunt, tolerance));
      const invariants = pursuit.map(({ y: [a = 1, b = 1] }) => a - Math.log(a) + b - Math.log(b));
      const [first] = [2 - Math.log(2) + 1];
      expect(Math.max(...invariants.map((value) => Math.abs(value - first)))).toBeLessThan(100 * tolerance);
    },
  );

  test("has errors that follow the tolerance, at the ends of steps and in between", () => {
    const errors = [1e-4, 1e-6, 1e-8].map((tolerance) =>
      Math.max(
        ...taken(oscillator, { t: 0, y: [0, 1] }, 10, options(oscillator, tolerance)).flatMap((step) =>
          [0.3, 0.7, 1].map((theta) => {
            const t = step.from + theta * (step.t - step.from);
            return Math.abs((valueAt(step, t)[0] as number) - Math.sin(t));
          }),
        ),
      ),
    );
    errors.forEach((error, k) => {
      expect(error).toBeLessThan(100 * 10 ** (-4 - 2 * k));
    });
  });

  test("goes on from any step, kept as plain data, with the same bits", () => {
    const whole = taken(forced, { t: 0, y: [1, 0] }, 10, options(forced, 1e-6));
    const middle = whole[Math.floor(whole.length / 2)] as Step;
    const { t, size, lastError } = middle;
    const kept = JSON.parse(JSON.stringify({ t, y: [...middle.y], size, lastError })) as Start;
    const rest = taken(forced, kept, 10, options(forced, 1e-6));
    expect(rest).toEqual(whole.slice(Math.floor(whole.length / 2) + 1));
    expect(taken(forced, middle, 10, options(forced, 1e-6))).toEqual(rest);
  });

  test("runs backwards to where it came from", () => {
    const there = last(taken(forced, { t: 0, y: [1, 0] }, 3, options(forced, 1e-9)));
    const back = last(taken(forced, { t: 3, y: there.y }, 0, options(forced, 1e-9)));
    expect(back.t).toBe(0);
    expect(Math.abs((back.y[0] as number) - 1)).toBeLessThan(1e-6);
    expect(Math.abs(back.y[1] as number)).toBeLessThan(1e-6);
  });

  test("ends where it was asked to, and the polynomial ends where the step does, both to the last bit", () => {
    const even: Derivative = () => [1];
    for (let k = 1; k <= 100; k++) {
      const until = 0.37 * k;
      const all = taken(even, { t: -0.3 / k, y: [0.1], size: 100 }, until, options(even, 1e-6));
      // What rounding leaves of the way is no step of its own.
      expect(all.map(({ t }) => t)).toEqual([until]);
    }
    for (const step of taken(forced, { t: 0, y: [1, 0] }, 3, options(forced, 1e-6)))
      expect(valueAt(step, step.t)).toEqual(step.y);
  });

  test("takes no step larger than it may", () => {
    const sizes = taken(
      oscillator,
      { t: 0, y: [1, 0] },
      3,
      options(oscillator, 1e-3, { largestSize: 0.1 }),
    ).map(({ t, from }) => t - from);
    expect(Math.max(...sizes)).toBeLessThan(0.1 + 1e-12);
  });

  test("says where a solution ends in finite time", () => {
    const square: Derivative = (_, [y = 0]) => [y * y];
    const reached: number[] = [];
    expect(() => {
      for (const { t } of steps(
        { derivative: square, start: { t: 0, y: [1] }, until: 2 },
        options(square, 1e-6),
      ))
        reached.push(t);
    }).toThrow("steps have become too small");
    expect(Math.abs((reached.at(-1) as number) - 1)).toBeLessThan(1e-6);
  });

  test("follows a solution to a far point where f is not defined beyond", () => {
    const root: Derivative = (_, [y = 0]) => [-Math.sqrt(y)];
    const end = last(taken(root, { t: 0, y: [1] }, 1.9, options(root, 1e-8)));
    expect(Math.abs((end.y[0] as number) - 0.05 * 0.05)).toBeLessThan(1e-6);
  });
});

test("a start at the end has no steps, and what is not finite is refused by name", () => {
  const options = { method: dormandPrince, relative: 1e-6, absolute: 1e-6 };
  expect(taken(oscillator, { t: 1, y: [1, 0] }, 1, options)).toEqual([]);
  expect(() => taken(oscillator, { t: 0, y: [1, Number.NaN] }, 1, options)).toThrow("Component 1 of y or f");
});

test("an error is measured against what is tolerated of its component", () => {
  expect(sizeOfError([1e-3, 1], [0, 0], [0, 0], { absolute: [1e-3, 1], relative: 0 })).toBe(1);
  expect(sizeOfError([1e-3, 1], [1, -4], [0, 10], { absolute: 0, relative: [1e-3, 0.1] })).toBe(1);
  expect(growthAfter(1, 1, 5)).toBeCloseTo(0.9, 12);
  expect([growthAfter(0, 1, 5), growthAfter(Number.NaN, 1, 5), growthAfter(1e9, 1, 5)]).toEqual([
    10, 0.2, 0.2,
  ]);
});
