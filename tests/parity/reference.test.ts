// Every kernel does what reference.ts does, up to float32.
import { describe, expect, test } from "vitest";
import { onEveryBackend } from "./backends.ts";
import { ensembleOf, SHAPES } from "./ensembles.ts";
import { type Outcome, runKernel, runReference } from "./runs.ts";
import { gapOf } from "./tolerance.ts";

const STEPS = 16;

onEveryBackend((backend) => {
  describe.each([...SHAPES])("n = $sampleSize, d = $inputDimension, m = $width", (shape) => {
    for (const count of [1, 3] as const) {
      for (const adaptive of [false, true]) {
        const steps = adaptive ? "adaptive" : "fixed";
        test(`${count === 1 ? "one network follows" : "three networks follow"} the reference with ${steps} steps`, async () => {
          const ensemble = ensembleOf(shape, count, adaptive);
          const expected = runReference(ensemble, { steps: STEPS, adaptive });
          const got = await runKernel(ensemble, { steps: STEPS, adaptive });
          expect(got).toHaveLength(count);
          for (const [r, outcome] of got.entries()) {
            expect(outcome.steps).toBe(STEPS);
            const gap = gapOf(ensemble, r, outcome, expected[r] as Outcome);
            for (const [name, error] of Object.entries(gap)) {
              expect(error, `${name} of network ${r} on ${backend}`).toBeLessThanOrEqual(1);
            }
          }
        });
      }
    }
  });
});
