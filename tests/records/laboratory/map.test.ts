// The laboratory's presets of the phase diagram end in the bits of the figure with which its article opens.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { openNodeDevice } from "../../../src/cli/device.ts";
import type { FigureRecord } from "../../../src/runtime/records/record.ts";
import { atPreset } from "./atPreset.ts";

const hero = JSON.parse(
  readFileSync(
    new URL("../../../content/records/figures/phase-diagram/three-regimes.json", import.meta.url),
    "utf8",
  ),
) as FigureRecord;

beforeAll(async () => {
  expect((await openNodeDevice("wasm")).backend).toBe("wasm");
});

describe.each([
  ["Linear regime", 0.5],
  ["Critical regime", 1],
  ["Condensed regime", 1.75],
] as const)("%s", (label, gamma) => {
  const recorded = hero.cases.find(({ parameters }) => parameters.gamma === gamma);

  it("has moved exactly as far, in as many steps, to the same risk", async () => {
    const { step, quantities } = await atPreset(label, hero.seed);
    expect(step).toBe(recorded?.step);
    expect(quantities.relativeDistance).toBe(recorded?.quantities.relativeDistance);
    expect(quantities.relativeRisk).toBe(recorded?.quantities.relativeRisk);
  });
});
