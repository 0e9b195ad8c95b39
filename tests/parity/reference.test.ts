// Every kernel does what reference.ts does, up to float32. In a browser without an adapter one shape is enough: the
// kernels there are those of Node, of which digest.test.ts compares every bit.
import { describe, expect, test } from "vitest";
import { onEveryBackend, setting } from "./backends.ts";
import { ensembleOf, SHAPES } from "./ensembles.ts";
import { yardsticksOf } from "./oracle.ts";
import { runKernel } from "./runs.ts";
import { gapFrom, type Yardstick } from "./tolerance.ts";

const STEPS = 16;
const HERE = setting === "plain" ? SHAPES.slice(0, 1) : SHAPES;

onEveryBackend((backend) => {
  describe.each([...HERE])("n = $sampleSize, d = $inputDimension, m = $width", (shape) => {
    for (const count of [1, 3] as const) {
      for (const adaptive of [false, true]) {
        const steps = adaptive ? "adaptive" : "fixed";
        test(`${count === 1 ? "one network follows" : "three networks follow"} the reference with ${steps} steps`, async () => {
          const ensemble = ensembleOf(shape, count, adaptive);
          const yardsticks = await yardsticksOf(ensemble, { steps: STEPS, adaptive });
          const got = await runKernel(ensemble, { steps: STEPS, adaptive });
          expect(got).toHaveLength(count);
          for (const [r, outcome] of got.entries()) {
            expect(outcome.steps).toBe(STEPS);
            const gap = gapFrom(yardsticks[r] as Yardstick, outcome);
            for (const [name, error] of Object.entries(gap)) {
              expect(error, `${name} of network ${r} on ${backend}`).toBeLessThanOrEqual(1);
            }
          }
        });
      }
    }
  });
});
