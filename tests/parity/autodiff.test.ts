// Every kernel moves along the gradient that TensorFlow.js's automatic differentiation finds.
import { beforeEach, describe, expect, test } from "vitest";
import { runAutodiff } from "./autodiff.ts";
import { on, onEveryBackend, open } from "./backends.ts";
import { ensembleOf, SHAPES } from "./ensembles.ts";
import { type Outcome, runKernel, runReference } from "./runs.ts";
import { gapOf } from "./tolerance.ts";

const STEPS = 3;

onEveryBackend((backend) => {
  // The oracle changes the backend.
  beforeEach(() => open(backend));

  describe.each([...SHAPES])("n = $sampleSize, d = $inputDimension, m = $width", (shape) => {
    for (const adaptive of [false, true]) {
      test(`three networks follow automatic differentiation with ${adaptive ? "adaptive" : "fixed"} steps`, async () => {
        const ensemble = ensembleOf(shape, 3, adaptive);
        const got = await runKernel(ensemble, { steps: STEPS, adaptive });
        const expected = await runAutodiff(
          ensemble,
          got.map((outcome) => outcome.timeSteps),
        );
        for (const [r, outcome] of got.entries()) {
          const gap = gapOf(ensemble, r, outcome, expected[r] as Outcome);
          for (const [name, error] of Object.entries(gap)) {
            expect(error, `${name} of network ${r}`).toBeLessThanOrEqual(1);
          }
        }
      });
    }
  });
});

on("cpu", () => {
  test("automatic differentiation itself follows the reference", async () => {
    const ensemble = ensembleOf({ sampleSize: 5, inputDimension: 3, width: 33 }, 3, false);
    const expected = runReference(ensemble, { steps: STEPS, adaptive: false });
    const got = await runAutodiff(
      ensemble,
      expected.map((outcome) => outcome.timeSteps),
    );
    for (const [r, outcome] of got.entries()) {
      const gap = gapOf(ensemble, r, outcome, expected[r] as Outcome);
      expect(Math.max(...Object.values(gap))).toBeLessThanOrEqual(1);
    }
  });
});
