// |w|² − p a² of neurons that grow from a tiny start.
import { beforeAll, expect, it } from "vitest";
import { openNodeDevice } from "../../../../src/cli/device.ts";
import { meta } from "../../../../src/experiments/condensation/conservation/meta.ts";
import { run } from "../../../../src/experiments/condensation/conservation/run.ts";
import type { ParametersOf } from "../../../../src/experiments/experiment.ts";
import { lastOf } from "../drive.ts";

beforeAll(async () => {
  await openNodeDevice("wasm");
});

const at = async (given: Partial<ParametersOf<typeof meta>>) =>
  lastOf(run({ ...meta.defaults, width: 20, ...given }, 1), { stride: 100 });

it.each([
  ["tanh", 1],
  ["relu", 1],
  ["xTanh", 2],
  ["x2Tanh", 3],
] as const)(
  "stays for %s with p = %i and with no other, until |w·x| reaches 0.1",
  async (activation, order) => {
    const right = await at({ activation, order });
    expect(right.quantities.drift).toBeLessThan(0.005);
    expect(right.quantities.growth).toBeGreaterThan(5);
    expect(right.quantities.largest).toBeLessThan(0.1);
    expect(right).toMatchObject({ finished: true, progress: 1 });
    expect((await at({ activation, order: order + 1 })).quantities.drift).toBeGreaterThan(0.2);
  },
);

it("does not stay for sigmoid, whose σ(0) moves a by itself", async () => {
  expect((await at({ activation: "sigmoid" })).quantities.drift).toBeGreaterThan(0.05);
});

it("cannot be looked at from a start that is too large, and says so", async () => {
  await expect(at({ deviation: 0.1 })).rejects.toThrow(/Take a smaller start/);
});
