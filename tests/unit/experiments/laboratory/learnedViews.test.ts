// What a network of the laboratory has learned is drawn within its plot, classes too, whose outputs go on beyond their targets.
import { expect, it } from "vitest";
import { learned } from "../../../../src/experiments/laboratory/setting/learnedViews.ts";
import { FIRST } from "../../../../src/experiments/laboratory/setting/setup.ts";

const domainsAt = (target: readonly number[], output: readonly number[]) => {
  const parameters = { ...FIRST, data: "gaussian" as const };
  const now = { quantities: {}, series: { target, output } };
  const { x, y } = learned.plot([{ label: "", parameters, now, reference: null } as never]);
  return [x?.domain, y?.domain];
};

it("has room for all outputs, and for the line on which they are right", () => {
  expect(domainsAt([-1, 1], [0, 0.1])).toEqual([
    [-1, 1],
    [-1, 1],
  ]);
  const [, within] = domainsAt([-1, 1, 1], [-7, 21, Number.NaN]) as [unknown, [number, number]];
  expect(within[0]).toBeLessThanOrEqual(-7);
  expect(within[1]).toBeGreaterThanOrEqual(21);
});
