// What is drawn for students: the same for one number however it is written, and evenly spread over a course.
import { describe, expect, it } from "vitest";
import type { Predict } from "../../../src/assignments/assignment.ts";
import { FIRST_SEED, personalOf, plainNumber } from "../../../src/assignments/personal.ts";

const task: Predict = {
  kind: "predict",
  title: "",
  asks: "",
  points: 1,
  figure: "phase-diagram/any-point",
  given: { width: 1000 },
  own: [{ gamma: 0.5 }, { gamma: 1 }, { gamma: 1.5 }, { gamma: 1.75 }],
  seeds: 50,
  answer: { choices: { a: "a", b: "b" } },
};
const of = (number: string, name = "t") => personalOf("a", name, task, number);

describe("what is a student's own", () => {
  it("follows from the number, however it is written", () => {
    expect(of("AB 123 ")).toEqual(of("ab123"));
    expect(of("１２３")).toEqual(of("123"));
    expect(plainNumber(" K-7\t2 ")).toBe("k-72");
  });

  it("is another one for another task, another assignment, another student", () => {
    const all = Array.from({ length: 30 }, (_, k) => JSON.stringify([of(String(k)), of(String(k), "u")]));
    expect(new Set(all).size).toBe(30);
    expect(of("1", "t")).not.toEqual(of("1", "u"));
    expect(personalOf("b", "t", task, "1")).not.toEqual(of("1"));
  });

  it("has what is given to all, and one of what is drawn", () => {
    const { parameters, seed } = of("4711");
    expect(parameters.width).toBe(1000);
    expect(task.own?.map(({ gamma }) => gamma)).toContain(parameters.gamma);
    expect(seed).toBeGreaterThanOrEqual(FIRST_SEED);
    expect(seed).toBeLessThan(FIRST_SEED + 50);
  });

  it("is spread over a thousand students as evenly as chance has it", () => {
    const drawn = Array.from({ length: 1000 }, (_, k) => of(String(100_000 + k)));
    const settings = Map.groupBy(drawn, ({ parameters }) => parameters.gamma);
    const seeds = Map.groupBy(drawn, ({ seed }) => seed);
    // χ² over k cells has mean k − 1 and variance 2(k − 1): five standard deviations above is a chance of one in millions.
    const chiSquared = (cells: number, groups: ReadonlyMap<unknown, readonly unknown[]>) =>
      Array.from({ length: cells }, (_, k) => [...groups.values()][k]?.length ?? 0).reduce(
        (sum, count) => sum + (count - 1000 / cells) ** 2 / (1000 / cells),
        0,
      );
    const most = (cells: number) => cells - 1 + 5 * Math.sqrt(2 * (cells - 1));
    expect(chiSquared(4, settings)).toBeLessThan(most(4));
    expect(chiSquared(50, seeds)).toBeLessThan(most(50));
  });
});
