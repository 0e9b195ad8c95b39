// K steps are the same steps however they are divided into calls.
import { expect, test } from "vitest";
import { onEveryBackend } from "./backends.ts";
import { ensembleOf, LARGE } from "./ensembles.ts";
import { type Outcome, runInParts, runKernel, runReference } from "./runs.ts";
import { gapOf } from "./tolerance.ts";

const SHAPE = { sampleSize: 7, inputDimension: 3, width: 75 };
const PARTS = [1, 2, 6, 1, 10];
const STEPS = PARTS.reduce((sum, part) => sum + part, 0);

onEveryBackend((backend) => {
  for (const adaptive of [false, true]) {
    const kind = adaptive ? "adaptive" : "fixed";
    test(`${kind} steps divided into several calls give the same weights, risks and time steps`, async () => {
      const ensemble = ensembleOf(SHAPE, 3, adaptive);
      const whole = await runKernel(ensemble, { steps: STEPS, adaptive });
      const parts = await runInParts(ensemble, PARTS, adaptive);
      // Bit by bit on the processor; on WebGPU nothing promises the same bits.
      if (backend !== "webgpu") expect(parts).toEqual(whole);
      for (const [r, outcome] of parts.entries()) {
        expect(outcome.steps).toBe(STEPS);
        const gap = gapOf(ensemble, r, outcome, whole[r] as Outcome);
        for (const [name, error] of Object.entries(gap)) expect(error, name).toBeLessThanOrEqual(1);
      }
    });
  }

  // At the pace that a device is first believed to have, a submission has 17 steps of the one network and 4 of the other.
  test.each([
    { shape: { sampleSize: 200, inputDimension: 20, width: 100 }, steps: 53 },
    { shape: LARGE, steps: 11 },
  ])(
    "$steps steps, enough for several submissions to a device, follow the reference",
    async ({ shape, steps }) => {
      const ensemble = ensembleOf(shape, 1, false);
      const expected = runReference(ensemble, { steps, adaptive: false })[0] as Outcome;
      const got = (await runKernel(ensemble, { steps, adaptive: false }))[0] as Outcome;
      expect(got.steps).toBe(steps);
      const gap = gapOf(ensemble, 0, got, expected);
      for (const [name, error] of Object.entries(gap)) expect(error, name).toBeLessThanOrEqual(1);
    },
  );
});
