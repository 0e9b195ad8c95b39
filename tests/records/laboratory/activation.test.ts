// Through the lens of quenching and activation a preset ends in its companion's own bits.
import { beforeAll, describe, expect, it } from "vitest";
import { openNodeDevice } from "../../../src/cli/device.ts";
import { meta as activation } from "../../../src/experiments/quenching-activation/activation/meta.ts";
import { run as activationRun } from "../../../src/experiments/quenching-activation/activation/run.ts";
import { lastOf } from "../../unit/experiments/drive.ts";
import { presetOf, seen } from "./atPreset.ts";

const setup = presetOf("A few neurons do it all");

beforeAll(() => openNodeDevice("wasm"));

describe("a few neurons do it all", () => {
  it("as in the figure of the companion, whose risk is twice that of the laboratory", async () => {
    const [here, there] = [await seen(setup, 1), await lastOf(activationRun(activation.defaults, 1))];
    for (const name of ["effectiveNeurons", "sharePerNeuron", "activated", "pathNorm"] as const)
      expect(here.quantities[name], name).toBe(there.quantities[name]);
    expect(here.quantities.largestCoefficient).toBe(there.quantities.largest);
    for (const [mine, its] of [
      ["risk", "train"],
      ["populationRisk", "test"],
      ["twinRisk", "twinTrain"],
      ["twinPopulationRisk", "twinTest"],
    ] as const)
      expect(2 * (here.quantities[mine] as number), its).toBe(there.quantities[its]);
    expect(here.series.coefficient).toEqual(there.series.coefficient);
    expect(here.series.twinCoefficient).toEqual(there.series.twinCoefficient);
  });

  it("and with input weights frozen the network is its twin, but for the length of a step", async () => {
    const { quantities } = await seen({ ...setup, layers: "output", steps: 3000 }, 2);
    const { risk = 0, twinRisk, populationRisk = 0, twinPopulationRisk } = quantities;
    expect(twinRisk).toBeCloseTo(risk, 5);
    expect(twinPopulationRisk).toBeCloseTo(populationRisk, 5);
  });

  it("and so it does from a start that is not quiet, of another activation", async () => {
    const { quantities } = await seen(
      {
        ...setup,
        data: "sines",
        inputs: 2,
        samples: 30,
        activation: "tanh",
        width: 10,
        start: "plain",
        scaling: "meanField",
        layers: "output",
        rate: 1e-3,
        steps: 5000,
      },
      2,
    );
    expect(quantities.twinRisk).toBeDefined();
    expect(Math.abs((quantities.twinRisk as number) / (quantities.risk as number) - 1)).toBeLessThan(1e-4);
  });
});
