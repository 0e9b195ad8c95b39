// The laboratory at the preset of learning time-scales is the companion’s own network, to the bit; and what the lens measures of
// components is what it says.
import { beforeAll, describe, expect, it } from "vitest";
import { openNodeDevice } from "../../../src/cli/device.ts";
import { withPauses } from "../../../src/engine/pauses.ts";
import type { Measurement } from "../../../src/experiments/experiment.ts";
import {
  componentsIn,
  withoutTraces,
} from "../../../src/experiments/laboratory/lenses/components/measured.ts";
import { meta as lens } from "../../../src/experiments/laboratory/lenses/components/meta.ts";
import { run } from "../../../src/experiments/laboratory/network/run.ts";
import { presets } from "../../../src/experiments/laboratory/setting/presets.ts";
import { FIRST, type Setup } from "../../../src/experiments/laboratory/setting/setup.ts";
import { underwayFor } from "../../../src/experiments/laboratory/setting/underway.ts";
import { meta as companion, FOLLOWING } from "../../../src/experiments/time-scales/real-network/meta.ts";
import { run as runCompanion } from "../../../src/experiments/time-scales/real-network/run.ts";
import { hermite } from "../../../src/math/hermite.ts";
import { mean } from "../../../src/math/statistics.ts";
import { riskOf } from "../../../src/theory/time-scales/reducedFlow.ts";
import { lastOf } from "../../unit/experiments/drive.ts";

beforeAll(() => openNodeDevice("wasm"));

const SEED = 101;
const preset: Setup = {
  ...FIRST,
  ...presets.find(({ label }) => label === "One component after another")?.parameters,
};

describe("the preset of learning time-scales", () => {
  it("ends in the bits of the companion: neurons, residuals and times of the limit", async () => {
    const own: Measurement = await lastOf(run(preset, SEED));
    const theirs = await lastOf(runCompanion({ ...companion.defaults, ...FOLLOWING }, SEED));
    expect(own.series.neuronReadout).toEqual(theirs.series.readout);
    expect(own.series.neuronOverlap).toEqual(theirs.series.overlap);
    expect(own.series.residualThen?.slice(-4)).toEqual(theirs.series.residual?.slice(-4));
    const limit = (of: Readonly<Record<string, number | undefined>>, name: string) =>
      [0, 1, 2, 3].map((k) => of[name + k]);
    expect(limit(own.quantities, "limitHalved")).toEqual(limit(theirs.quantities, "limitTime"));
  });

  it("meets all assumptions of its theory, and another setting names what it does not", () => {
    expect(lens.assumes(preset)).toEqual([]);
    expect(lens.assumes({ ...preset, epsilon: 1 })).toHaveLength(1);
    expect(lens.assumes(FIRST).length).toBeGreaterThan(1);
  });
});

const GAUSSIAN: Setup = {
  ...FIRST,
  start: "plain",
  width: 50,
  inputs: 4,
  samples: 40_000,
  scaling: "average",
};

/** What the lens says of the start, beside the mean of (y − f) hₖ over a sample. */
async function bothAtStart(setup: Setup) {
  const underway = await withPauses(underwayFor(setup, SEED), new AbortController().signal);
  const { target, residualsOf } = componentsIn(underway);
  const { sample, outputs, start } = underway;
  const f = outputs(start, sample);
  const unit = setup.data === "gaussian" ? Math.sqrt(setup.inputs) : 1;
  const meanWith = (value: (i: number) => number) =>
    [0, 1, 2, 3].map((k) =>
      mean(
        Array.from(
          sample.targets,
          (_, i) => value(i) * hermite(k, unit * (sample.inputs[i * setup.inputs] as number)),
        ),
      ),
    );
  return {
    target: [...Array.from(target)],
    sampleTarget: meanWith((i) => sample.targets[i] as number),
    residual: [...residualsOf(start)],
    sampleResidual: meanWith((i) => (sample.targets[i] as number) - (f[i] as number)),
  };
}

describe("components over all Gaussian inputs are those of a large sample", () => {
  it.each([
    { data: "direction", activation: "tanh" },
    { data: "direction", activation: "relu", start: "antisymmetric" },
    { data: "teachers", teachers: 3, activation: "softplus" },
    { data: "circle", activation: "x2Tanh", layers: "output" },
    { data: "gaussian", flipped: 0.2, loss: "hinge" },
  ] as const)("%o", async (given) => {
    const { target, sampleTarget, residual, sampleResidual } = await bothAtStart({ ...GAUSSIAN, ...given });
    // Five standard deviations of the mean of 40,000 products of order 1, some of which have tails.
    for (let k = 0; k < 4; k++) {
      expect(Math.abs((target[k] as number) - (sampleTarget[k] as number))).toBeLessThan(0.1);
      expect(Math.abs((residual[k] as number) - (sampleResidual[k] as number))).toBeLessThan(0.1);
    }
    expect(Math.max(...residual.map(Math.abs))).toBeGreaterThan(0.2);
  });
});

it("takes as many components of a few points as they have, and all of their risk", async () => {
  const setup: Setup = { ...FIRST, width: 20, start: "plain" };
  const underway = await withPauses(underwayFor(setup, SEED), new AbortController().signal);
  const { sample, start, outputs, riskOf: riskOn } = underway;
  const { target, residualsOf } = componentsIn(underway);
  // Four points have four polynomials, which are a basis; two have two.
  expect(target).toHaveLength(4);
  expect(riskOf(residualsOf(start))).toBeCloseTo(riskOn(outputs(start, sample), sample.targets), 12);
  const two = await withPauses(
    underwayFor({ ...setup, points: setup.points.slice(0, 4) }, SEED),
    new AbortController().signal,
  );
  expect(componentsIn(two).target).toHaveLength(2);
});

it("does not say of what chance gives to a sample that it is halved", () => {
  expect([...withoutTraces([0.01, -0.8, 0, 0.3])]).toEqual([0, -0.8, 0, 0.3]);
});
