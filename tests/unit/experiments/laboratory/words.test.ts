// The laboratory says so where no neuron answers any more, and not of a start that computes nothing yet.
import { expect, it } from "vitest";
import { drawing } from "../../../../src/experiments/laboratory/network/plot.ts";
import { FIRST } from "../../../../src/experiments/laboratory/setting/setup.ts";

const wordsOf = (step: number, output: readonly number[]) => {
  const now = { step, quantities: { relativeRisk: 1 }, series: { output } };
  return drawing.describe([{ label: "", parameters: FIRST, now, reference: null } as never]);
};

it("tells a network that has fallen silent from one at its start and one that answers somewhere", () => {
  expect(wordsOf(50, [0, 0, 0])).toMatch(/no neuron is active/);
  expect(wordsOf(0, [0, 0, 0])).not.toMatch(/no neuron/);
  expect(wordsOf(50, [0, 0.1, 0])).not.toMatch(/no neuron/);
  expect(wordsOf(50, [])).not.toMatch(/no neuron/);
});
