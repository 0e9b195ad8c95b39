// Every kernel moves along the gradient that TensorFlow.js's automatic differentiation finds.
import { beforeEach, describe, expect, test } from "vitest";
import { ACTIVATIONS } from "../../src/engine/activations.ts";
import { LOSSES } from "../../src/engine/losses.ts";
import type { Rule } from "../../src/engine/reference.ts";
import { runAutodiff } from "./autodiff.ts";
import { on, onEveryBackend, open } from "./backends.ts";
import { type Ensemble, ensembleOf, ruleOf, SHAPES } from "./ensembles.ts";
import { type Outcome, runKernel, runReference } from "./runs.ts";
import { gapOf } from "./tolerance.ts";

const STEPS = 3;
const SHAPE = { sampleSize: 5, inputDimension: 3, width: 33 };

/** Every activation on every loss; Adam's decays are such that their powers are exact (autodiff.ts says why). */
const RULES: readonly Rule[] = ACTIVATIONS.flatMap((activation) =>
  LOSSES.flatMap((loss) => [
    ruleOf(activation, loss, "gradient"),
    { ...ruleOf(activation, loss, "adam"), beta1: 0.875, beta2: 0.96875 },
  ]),
);

function expectClose(ensemble: Ensemble, got: readonly Outcome[], expected: readonly Outcome[]): void {
  for (const [r, outcome] of got.entries()) {
    for (const [name, error] of Object.entries(gapOf(ensemble, r, outcome, expected[r] as Outcome))) {
      expect(error, `${name} of network ${r}`).toBeLessThanOrEqual(1);
    }
  }
}

async function expectKernelFollows(ensemble: Ensemble, adaptive: boolean): Promise<void> {
  const got = await runKernel(ensemble, { steps: STEPS, adaptive });
  const timeSteps = got.map((outcome) => outcome.timeSteps);
  expectClose(ensemble, got, await runAutodiff(ensemble, timeSteps));
}

onEveryBackend((backend) => {
  // The oracle changes the backend.
  beforeEach(() => open(backend));

  describe.each([...SHAPES])("n = $sampleSize, d = $inputDimension, m = $width", (shape) => {
    for (const adaptive of [false, true]) {
      test(`three networks follow automatic differentiation with ${adaptive ? "adaptive" : "fixed"} steps`, () =>
        expectKernelFollows(ensembleOf(shape, 3, adaptive), adaptive));
    }
  });

  test.each(RULES)("$activation on the $loss loss by $optimiser follows automatic differentiation", (rule) =>
    expectKernelFollows(ensembleOf(SHAPE, 3, false, { rule }), false),
  );
});

on("cpu", () => {
  test.each(RULES)(
    "automatic differentiation itself follows the reference: $activation, $loss, $optimiser",
    async (rule) => {
      const ensemble = ensembleOf(SHAPE, 3, false, { rule });
      const expected = runReference(ensemble, { steps: STEPS, adaptive: false });
      const timeSteps = expected.map((outcome) => outcome.timeSteps);
      expectClose(ensemble, await runAutodiff(ensemble, timeSteps), expected);
    },
  );
});
