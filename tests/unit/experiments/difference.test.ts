// In what two cases differ, in words.
import { describe, expect, it } from "vitest";
import { differenceInWords } from "../../../src/experiments/drawing/difference.ts";
import { experiment } from "../../../src/experiments/experiment.ts";

const meta = experiment({
  title: "A shop",
  source: { paper: "luo2021", where: "nowhere" },
  parameters: {
    size: { kind: "real", label: "Size", symbol: "s", minimum: 0, maximum: 9, step: 1 },
    colour: { kind: "choice", label: "Colour", options: { r: "red", g: "green" } },
  },
  defaults: { size: 1, colour: "r" },
  isUsed: (name, { size }) => name === "size" || size > 5,
  computes: () => ({ on: "float64" }),
  cost: () => 1,
  frameStride: () => 1,
  quantities: { price: { label: "Price" }, weight: { label: "Weight" } },
  series: {},
  figures: [],
});

const shown = (
  label: string,
  size: number,
  colour: "r" | "g",
  quantities?: { price: number; weight?: number },
) => ({
  label,
  parameters: { size, colour },
  now: quantities ? { step: 1, quantities, series: {} } : null,
  reference: null,
});
const told = (one: ReturnType<typeof shown>, other: ReturnType<typeof shown>) =>
  differenceInWords(meta, [one, other], ["price", "weight"]);

describe("two cases", () => {
  it("are the same where nothing that counts is different", () => {
    expect(told(shown("A", 1, "r"), shown("B", 1, "g"))).toBe("B is the same as A: change something of it.");
  });

  it("differ in what is set, before anything ran", () => {
    expect(told(shown("A", 1, "r"), shown("B", 6, "g"))).toBe(
      "B has other settings: s: 6 instead of 1; Colour: green instead of red.",
    );
  });

  it("differ in what came of it, the most different first, and not in what only one has", () => {
    const one = shown("A", 1, "r", { price: 10, weight: 1 });
    expect(told(one, shown("B", 2, "r", { price: 11, weight: 4 }))).toBe(
      "B has other settings: s: 2 instead of 1. With that comes: Weight: 4 instead of 1 and Price: 11 instead of 10.",
    );
    expect(told(one, shown("B", 2, "r", { price: 10.05 }))).toBe(
      "B has other settings: s: 2 instead of 1. Of what is shown, nothing differs by more than a hundredth.",
    );
  });
});
