// The same bits everywhere: initialisation, and training on WebAssembly. A digest here changes only together with the
// order of the operations in a kernel, and then every record changes too.
import { expect, test } from "vitest";
import { UNBOUNDED_TIME_STEP } from "../../src/engine/descend.ts";
import { antisymmetric, normalInitialisation } from "../../src/engine/network.ts";
import { on } from "./backends.ts";
import { digestOf } from "./digest.ts";
import { type Ensemble, rounded, sampleFor } from "./ensembles.ts";
import { runKernel } from "./runs.ts";

const INITIALISATION = "859f12a5ed17bdd7265485e18bd3a539bbd2f13fd4472ffd1d3eb466ba52756b";
const FIXED = "e51022bae973a04cd2fecd1444b2c2c0e920d89baa82cf1979a0e90e6e64f82c";
const ADAPTIVE = "761bbf0dc7f9b73c29e6738325b1e58a4425c4add4010edc33196bba290cd7cb";

/** Sizes that are multiples of nothing, two networks, one of which reaches its target on the way. */
function ensemble(): Ensemble {
  const width = 37;
  const common = { outputRate: 1, inputRate: 0.5, timeStep: 0.0625 };
  return {
    sample: sampleFor({ sampleSize: 7, inputDimension: 5, width }),
    networks: [normalInitialisation(width, 5, 1), normalInitialisation(width, 5, 2)],
    descents: [
      rounded({ ...common, outputFactor: 0.125, targetRisk: -1 }),
      rounded({ ...common, outputFactor: 0.25, targetRisk: 0.25 }),
    ],
  };
}

async function digestOfRun(start: Ensemble, adaptive: boolean): Promise<string> {
  const outcomes = await runKernel(start, { steps: 100, adaptive });
  expect(outcomes[0]?.steps).toBe(100);
  expect(outcomes[1]?.steps).toBeLessThan(100);
  return digestOf(
    outcomes.flatMap(({ inputWeights, outputWeights, risks, timeSteps, steps }) => [
      inputWeights,
      outputWeights,
      risks,
      timeSteps,
      Float32Array.of(steps),
    ]),
  );
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
});
