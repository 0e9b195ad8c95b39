// The same bits everywhere: initialisation, and training on WebAssembly. A digest here changes only together with the
// order of the operations in a kernel, and then every record changes too.
import { expect, test } from "vitest";
import { ACTIVATIONS } from "../../src/engine/activations.ts";
import { UNBOUNDED_TIME_STEP } from "../../src/engine/descend.ts";
import { antisymmetric, normalInitialisation } from "../../src/engine/network.ts";
import { PLAIN_RULE, type Rule } from "../../src/engine/reference.ts";
import { on } from "./backends.ts";
import { digestOf } from "./digest.ts";
import { type Ensemble, ensembleOf, rounded, ruleOf, sampleFor } from "./ensembles.ts";
import { type Outcome, runKernel } from "./runs.ts";

const INITIALISATION = "859f12a5ed17bdd7265485e18bd3a539bbd2f13fd4472ffd1d3eb466ba52756b";
const FIXED = "e51022bae973a04cd2fecd1444b2c2c0e920d89baa82cf1979a0e90e6e64f82c";
const ADAPTIVE = "761bbf0dc7f9b73c29e6738325b1e58a4425c4add4010edc33196bba290cd7cb";

/** One line for each activation and optimiser, in the order of RULES; what is missing is printed to be pasted here. */
const BY_RULE: Readonly<Record<string, string>> = {};

const RULES: readonly Rule[] = ACTIVATIONS.flatMap((activation) => [
  ruleOf(activation, "squared", "gradient"),
  ruleOf(activation, "hinge", "gradient"),
  ruleOf(activation, "squared", "adam"),
  ruleOf(activation, "hinge", "adam"),
]);

/** Sizes that are multiples of nothing, two networks, one of which reaches its target on the way. */
function ensemble(): Ensemble {
  const width = 37;
  const common = { outputRate: 1, inputRate: 0.5, timeStep: 0.0625 };
  return {
    samples: [sampleFor({ sampleSize: 7, inputDimension: 5, width })],
    rule: PLAIN_RULE,
    networks: [normalInitialisation(width, 5, 1), normalInitialisation(width, 5, 2)],
    descents: [
      rounded({ ...common, outputFactor: 0.125, targetRisk: -1 }),
      rounded({ ...common, outputFactor: 0.25, targetRisk: 0.25 }),
    ],
  };
}

function digestOfOutcomes(outcomes: readonly Outcome[]): Promise<string> {
  return digestOf(
    outcomes.flatMap(({ inputWeights, outputWeights, risks, timeSteps, steps, moments }) => [
      inputWeights,
      outputWeights,
      risks,
      timeSteps,
      Float32Array.of(steps),
      moments,
    ]),
  );
}

async function digestOfRun(start: Ensemble, adaptive: boolean): Promise<string> {
  const outcomes = await runKernel(start, { steps: 100, adaptive });
  expect(outcomes[0]?.steps).toBe(100);
  expect(outcomes[1]?.steps).toBeLessThan(100);
  return digestOfOutcomes(outcomes);
}

/** Three networks on a sample each; widths and samples that are multiples of nothing. */
async function digestOfRule(rule: Rule): Promise<string> {
  const start = ensembleOf({ sampleSize: 7, inputDimension: 5, width: 37 }, 3, false, {
    rule,
    ownSamples: true,
  });
  const outcomes = await runKernel(start, { steps: 50, adaptive: false });
  for (const { steps, risks } of outcomes) {
    expect(steps).toBe(50);
    expect(risks.every(Number.isFinite)).toBe(true);
  }
  return digestOfOutcomes(outcomes);
}

test("normal initialisation draws the same bits in every setting", async () => {
  const network = normalInitialisation(1000, 3, 2 ** 40 + 5);
  const mirrored = antisymmetric(network);
  const parts = [network, mirrored].flatMap(({ inputWeights, outputWeights }) => [
    inputWeights,
    outputWeights,
  ]);
  expect(await digestOf(parts)).toBe(INITIALISATION);
});

on("wasm", () => {
  test("fixed steps give the same bits in every setting", async () => {
    expect(await digestOfRun(ensemble(), false)).toBe(FIXED);
  });

  test("adaptive steps give the same bits in every setting", async () => {
    const start = ensemble();
    const descents = start.descents.map((descent) => rounded({ ...descent, timeStep: UNBOUNDED_TIME_STEP }));
    expect(await digestOfRun({ ...start, descents }, true)).toBe(ADAPTIVE);
  });

  test("every activation gives the same bits in every setting, on either loss and by either optimiser", async () => {
    const got: Record<string, string> = {};
    for (const rule of RULES) {
      got[`${rule.activation} ${rule.loss} ${rule.optimiser}`] = await digestOfRule(rule);
    }
    const lines = Object.entries(got).map(([name, digest]) => `  "${name}": "${digest}",`);
    expect(BY_RULE, `In digest.test.ts:\nconst BY_RULE = {\n${lines.join("\n")}\n};`).toEqual(got);
  });
});
