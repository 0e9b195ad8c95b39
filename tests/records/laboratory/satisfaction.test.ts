// The laboratory at the preset of the hinge loss is the companion’s own network, to the bit; and it is predicted only where the
// theory holds.
import { beforeAll, describe, expect, it } from "vitest";
import { openNodeDevice } from "../../../src/cli/device.ts";
import type { Measurement } from "../../../src/experiments/experiment.ts";
import { meta as companion } from "../../../src/experiments/hinge-mean-field/orbit/meta.ts";
import { run as runCompanion } from "../../../src/experiments/hinge-mean-field/orbit/run.ts";
import { meta as satisfied } from "../../../src/experiments/hinge-mean-field/satisfied/meta.ts";
import { SMALL } from "../../../src/experiments/hinge-mean-field/setting/parameters.ts";
import { meta as lens } from "../../../src/experiments/laboratory/lenses/satisfaction/meta.ts";
import { predictedOf } from "../../../src/experiments/laboratory/lenses/satisfaction/theory.ts";
import { run } from "../../../src/experiments/laboratory/network/run.ts";
import { presets } from "../../../src/experiments/laboratory/setting/presets.ts";
import { FIRST, type Setup } from "../../../src/experiments/laboratory/setting/setup.ts";
import { lastOf } from "../../unit/experiments/drive.ts";

beforeAll(() => openNodeDevice("wasm"));

const SEED = 101;
const preset: Setup = {
  ...FIRST,
  ...presets.find(({ label }) => label === "Far examples first")?.parameters,
};
const { duration } = satisfied.defaults;

describe("the preset of the hinge loss", () => {
  it("ends in the bits of the companion: γ, the nodes, and what is unsatisfied and wrong", async () => {
    const own: Measurement = await lastOf(run(preset, SEED));
    const theirs = await lastOf(runCompanion({ ...companion.defaults, ...SMALL, duration }, SEED));
    expect(own.quantities.time).toBe(theirs.quantities.time);
    expect(own.quantities.growth).toBe(theirs.quantities.growth);
    expect(own.quantities.hyperbolaMiss).toBe(theirs.quantities.miss);
    expect(own.quantities.unsatisfied).toBe(theirs.quantities.unsatisfied);
    expect(own.quantities.wrongInSample).toBe(theirs.series.train?.at(-1));
    for (const name of ["startReadout", "startAlong", "readout", "along"] as const)
      expect(own.series[name]).toEqual(theirs.series[name]);
    // And of every look that both make.
    const looks = [...(own.series.lookTime ?? [])];
    const shared = [...(theirs.series.time ?? [])].flatMap((time, k) =>
      looks.includes(time) ? [{ at: looks.indexOf(time), k }] : [],
    );
    expect(shared.length).toBeGreaterThan(2);
    for (const { at, k } of shared) {
      expect(own.series.growthThen?.[at]).toBe(theirs.series.growth?.[k]);
      expect(own.series.unsatisfiedThen?.[at]).toBe(theirs.series.unsatisfied?.[k]);
      expect(own.series.wrongThen?.[at]).toBe(theirs.series.train?.[k]);
    }
    // The theory is followed: the companion’s own measure of it.
    expect(own.series.predictedGrowth?.at(-1)).toBeCloseTo(theirs.quantities.predicted as number, 6);
    expect(own.quantities.growthMiss).toBeLessThan(0.2);
  });

  it("meets all assumptions of its theory", () => {
    expect(lens.assumes(preset)).toEqual([]);
    expect(predictedOf(preset)?.times.at(-1)).toBeCloseTo(preset.steps * preset.rate, 9);
  });
});

it.each([
  { loss: "squared" },
  { activation: "tanh" },
  { layers: "output" },
  { rule: "adam" },
  { rule: "adaptive" },
  { inputRate: 3 },
  { start: "quiet" },
  { scaling: "ntk", rate: 1e-3 },
  { data: "digits" },
  { rate: 100 },
] as const)("names what does not hold, and predicts nothing: %o", (given) => {
  const setup = { ...preset, ...given };
  expect(lens.assumes(setup)).toHaveLength(1);
  expect(predictedOf(setup)).toBeUndefined();
});

it("counts targets that are no classes by how far they are missed, and none where each is met once", async () => {
  const { series, quantities }: Measurement = await lastOf(
    run({ ...FIRST, width: 20, steps: 2000, stopAt: 0 }, SEED),
  );
  // f = 0: of ¼, 1/36, 1/36 and ¼ two are more than half of their root mean square.
  expect(series.unsatisfiedThen?.[0]).toBe(0.5);
  expect(quantities.unsatisfied).toBe(0);
  expect(quantities).not.toHaveProperty("wrongInSample");
  const once = await lastOf(
    run({ ...FIRST, data: "direction", rule: "onePass", width: 4, inputs: 3, steps: 20, rate: 1e-4 }, SEED),
  );
  expect(once.quantities).not.toHaveProperty("unsatisfied");
  expect(once.quantities).toHaveProperty("growth");
});
