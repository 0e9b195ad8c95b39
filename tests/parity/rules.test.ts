// Every kernel trains every activation on both losses by both optimisers as reference.ts does, up to float32.
import { reshape } from "@tensorflow/tfjs-core";
import { describe, expect, test } from "vitest";
import { ACTIVATIONS, type ActivationName } from "../../src/engine/activations.ts";
import type { BackendName } from "../../src/engine/backends.ts";
import { descend } from "../../src/engine/descend.ts";
import { LOSSES } from "../../src/engine/losses.ts";
import type { Rule } from "../../src/engine/reference.ts";
import { onEveryBackend } from "./backends.ts";
import { type Ensemble, ensembleOf, LARGE, ruleOf, sampleAt, withDescents } from "./ensembles.ts";
import { yardsticksOf } from "./oracle.ts";
import { dispose, download, type Outcome, runInParts, runKernel, runReference, upload } from "./runs.ts";
import { gapFrom, gapOf, type Yardstick, yardstickOf } from "./tolerance.ts";

const STEPS = 6;

/** A few sizes around tiles; each has widths or samples that are padded somewhere. */
const SHAPES = [
  { sampleSize: 5, inputDimension: 3, width: 33 },
  { sampleSize: 80, inputDimension: 5, width: 50 },
  { sampleSize: 7, inputDimension: 1, width: 64 },
  { sampleSize: 1, inputDimension: 2, width: 7 },
];
const [SMALL] = SHAPES as [(typeof SHAPES)[number]];

/** Loss, optimiser and kind of step. Adam's steps are fixed: the adaptive rule is one for gradients. */
const WAYS = LOSSES.flatMap(
  (loss) =>
    [
      { loss, optimiser: "gradient", adaptive: false },
      { loss, optimiser: "gradient", adaptive: true },
      { loss, optimiser: "adam", adaptive: false },
    ] as const,
);

const RULES: readonly Rule[] = ACTIVATIONS.flatMap((activation) => [
  ruleOf(activation, "squared", "gradient"),
  ruleOf(activation, "hinge", "adam"),
]);

/**
 * Whether a shape is run with an activation. All are with all, except on WebGPU, where each pair of tiles and activation
 * is a shader of its own that a software adapter takes seconds to compile: there the first shape has every activation
 * and each of the others two, every activation being on one of them.
 */
function isRun(backend: BackendName, shape: (typeof SHAPES)[number], activation: ActivationName): boolean {
  const which = SHAPES.indexOf(shape);
  return backend !== "webgpu" || which === 0 || ACTIVATIONS.indexOf(activation) % 3 === which - 1;
}

function expectClose(got: readonly Outcome[], yardsticks: readonly Yardstick[]): void {
  expect(got).toHaveLength(yardsticks.length);
  for (const [r, outcome] of got.entries()) {
    const yardstick = yardsticks[r] as Yardstick;
    expect(outcome.steps).toBe(yardstick.expected.steps);
    for (const [name, error] of Object.entries(gapFrom(yardstick, outcome))) {
      expect(error, `${name} of network ${r}`).toBeLessThanOrEqual(1);
    }
  }
}

async function expectFollows(ensemble: Ensemble, adaptive = false, steps = STEPS): Promise<Outcome[]> {
  const got = await runKernel(ensemble, { steps, adaptive });
  expectClose(got, await yardsticksOf(ensemble, { steps, adaptive }));
  return got;
}

test("the targets of the hinge loss are labels of both signs", () => {
  for (const shape of SHAPES.slice(0, 3)) {
    const targets = sampleAt(
      ensembleOf(shape, 1, false, { rule: ruleOf("tanh", "hinge", "adam") }),
      0,
    ).targets;
    expect(new Set(targets)).toEqual(new Set([1, -1]));
  }
});

test("a decay of Adam's moments that is wrong in its fifth digit would be noticed", () => {
  const ensemble = ensembleOf(SMALL, 1, false, { rule: ruleOf("tanh", "squared", "adam") });
  const extent = { steps: 10, adaptive: false };
  const [right] = runReference(ensemble, extent) as [Outcome];
  for (const decay of ["beta1", "beta2"] as const) {
    const rule = { ...ensemble.rule, [decay]: 1 - (1 - ensemble.rule[decay]) * 1.0001 };
    const [wrong] = runReference({ ...ensemble, rule }, extent) as [Outcome];
    expect(gapOf(ensemble, 0, wrong, right).moments, decay).toBeGreaterThan(3);
  }
});

onEveryBackend((backend) => {
  describe.each(SHAPES)("n = $sampleSize, d = $inputDimension, m = $width", (shape) => {
    for (const activation of ACTIVATIONS.filter((each) => isRun(backend, shape, each))) {
      for (const { loss, optimiser, adaptive } of WAYS) {
        const how = `by ${optimiser} with ${adaptive ? "adaptive" : "fixed"} steps`;
        test(`${activation} on the ${loss} loss ${how} follows the reference, alone and in an ensemble`, async () => {
          const rule = ruleOf(activation, loss, optimiser);
          for (const count of [1, 3] as const) {
            await expectFollows(ensembleOf(shape, count, adaptive, { rule }), adaptive);
          }
        });
      }
    }
  });

  describe.each(RULES)("$activation on the $loss loss by $optimiser", (rule) => {
    test("input weights whose rate is zero stay bit by bit as they are, and the output weights go on", async () => {
      const ensemble = withDescents(ensembleOf(SMALL, 3, false, { rule }), { inputRate: 0 });
      for (const [r, outcome] of (await expectFollows(ensemble)).entries()) {
        expect(outcome.inputWeights).toEqual(ensemble.networks[r]?.inputWeights);
        expect(outcome.outputWeights).not.toEqual(ensemble.networks[r]?.outputWeights);
      }
    });

    test("output weights whose rate is zero stay bit by bit as they are, and the input weights go on", async () => {
      const ensemble = withDescents(ensembleOf(SMALL, 3, false, { rule }), { outputRate: 0 });
      for (const [r, outcome] of (await expectFollows(ensemble)).entries()) {
        expect(outcome.outputWeights).toEqual(ensemble.networks[r]?.outputWeights);
        expect(outcome.inputWeights).not.toEqual(ensemble.networks[r]?.inputWeights);
      }
    });

    for (const shape of SHAPES.filter((each) => isRun(backend, each, rule.activation))) {
      const { sampleSize, inputDimension, width } = shape;
      test(`networks with a sample each do as alone on it (n = ${sampleSize}, d = ${inputDimension}, m = ${width})`, () =>
        expectFollows(ensembleOf(shape, 3, false, { rule, ownSamples: true })));
    }
  });

  test.each([
    ["tanh", "squared", "gradient", true],
    ["xTanh", "hinge", "adam", false],
  ] as const)(
    "a large network with %s on the %s loss by %s follows the reference",
    async (activation, loss, optimiser, adaptive) => {
      const rule = ruleOf(activation, loss, optimiser);
      await expectFollows(ensembleOf(LARGE, 1, adaptive, { rule }), adaptive, 2);
      await expectFollows(ensembleOf(LARGE, 3, adaptive, { rule, ownSamples: true }), adaptive, 2);
    },
  );

  // In its second network's neuron 103 the error of a is most of what the gradient of w errs by.
  test("Adam follows the reference where an output weight comes near zero", async () => {
    const shape = { sampleSize: 5, inputDimension: 3, width: 133 };
    const rule = ruleOf("sigmoid", "hinge", "adam");
    await expectFollows(ensembleOf(shape, 3, false, { rule, ownSamples: true }), false, 10);
  });

  test("adaptive steps on a sample each follow the reference", () =>
    expectFollows(
      ensembleOf(SMALL, 3, true, { rule: ruleOf("tanh", "squared", "gradient"), ownSamples: true }),
      true,
    ));

  test("the same sample given once for all and once for each gives the same bits", async () => {
    const ensemble = ensembleOf(SMALL, 3, false, { rule: ruleOf("softplus", "squared", "adam") });
    const samples = ensemble.networks.map((_, r) => sampleAt(ensemble, r));
    const shared = await runKernel(ensemble, { steps: STEPS, adaptive: false });
    expect(await runKernel({ ...ensemble, samples }, { steps: STEPS, adaptive: false })).toEqual(shared);
  });

  test("a single network may have its sample in three dimensions", async () => {
    const ensemble = ensembleOf(SMALL, 1, false, { rule: ruleOf("sigmoid", "squared", "gradient") });
    const flat = upload(ensemble);
    const { sampleSize, inputDimension } = SMALL;
    const own = {
      inputs: reshape(flat.inputs, [1, sampleSize, inputDimension]),
      targets: reshape(flat.targets, [1, sampleSize]),
    };
    const results = descend({ ...flat, ...own }, { steps: STEPS, adaptive: false, rule: ensemble.rule });
    const got = await download(results);
    for (const tensors of [flat, own, results]) dispose(tensors);
    expect(got).toEqual(await runKernel(ensemble, { steps: STEPS, adaptive: false }));
  });

  describe("divided into calls", () => {
    const PARTS = [1, 2, 4, 3];
    const steps = PARTS.reduce((sum, part) => sum + part, 0);

    for (const ownSamples of [false, true]) {
      for (const loss of LOSSES) {
        const on = `${ownSamples ? "a sample each" : "one sample"} with the ${loss} loss`;
        test(`Adam goes on where it was, with its moments and its count, on ${on}`, async () => {
          const ensemble = ensembleOf(SMALL, 3, false, { rule: ruleOf("tanh", loss, "adam"), ownSamples });
          const whole = await runKernel(ensemble, { steps, adaptive: false });
          const parts = await runInParts(ensemble, PARTS, false);
          // Bit by bit on the processor; WebGPU promises nothing.
          if (backend !== "webgpu") expect(parts).toEqual(whole);
          const ofWhole = whole.map((outcome, r) => yardstickOf(ensemble, r, outcome));
          expectClose(parts, ofWhole);
          expectClose(parts, await yardsticksOf(ensemble, { steps, adaptive: false }));
        });
      }
    }

    test("Adam without its count does not go on where it was, so that the tests above would notice", async () => {
      const ensemble = ensembleOf(SMALL, 3, false, { rule: ruleOf("tanh", "squared", "adam") });
      const [first] = runReference(ensemble, { steps: 5, adaptive: false });
      const start = { ...ensemble, moments: ensemble.networks.map(() => (first as Outcome).moments) };
      const [counted, uncounted] = [5, 0].map(
        (firstStep) => runReference(start, { steps: 1, adaptive: false, firstStep })[0] as Outcome,
      ) as [Outcome, Outcome];
      expect(gapOf(ensemble, 0, uncounted, counted).inputWeights).toBeGreaterThan(10);
    });
  });

  test("inputs, Adam's moments among them, are not modified", async () => {
    const ensemble = ensembleOf(SMALL, 3, false, {
      rule: ruleOf("xTanh", "hinge", "adam"),
      ownSamples: true,
    });
    const moments = runReference(ensemble, { steps: 2, adaptive: false }).map((outcome) => outcome.moments);
    const inputs = upload({ ...ensemble, moments });
    const numbers = () => Promise.all(Object.values(inputs).map(async (each) => (await each.data()).slice()));
    const before = await numbers();
    dispose(descend(inputs, { steps: 3, adaptive: false, rule: ensemble.rule, firstStep: 2 }));
    expect(await numbers()).toEqual(before);
    dispose(inputs);
  });
});
