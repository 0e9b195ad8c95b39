// The same bits everywhere: initialisation, and training on WebAssembly. A digest here changes only together with the
// order of the operations in a kernel, and then every record changes too.
import { expect, test } from "vitest";
import { ACTIVATIONS, type ActivationName } from "../../src/engine/activations.ts";
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
const BY_RULE: Readonly<Record<string, string>> = {
  "relu squared gradient": "dda8b3452e9b4835ea96a9eacfb8b3b8dba745314ebc44d5b956804b43e42595",
  "relu hinge gradient": "87cd2d2767cb1ce539ce09700ed82a78d5a1fd41703be2ff5a77e0027563562e",
  "relu squared adam": "0e2869c143fa05ad40584152d8cd15a893e0024c0259eeb31de9397be64a7689",
  "relu hinge adam": "dc98b8334a02d3767f04b3cb225464c159f670b598719645b56f27ed413b4a99",
  "tanh squared gradient": "45aeec1eaddc07c3c03fe221bec6d0aa8c6d5fb0449516ab80ad30bbe2c5e68e",
  "tanh hinge gradient": "67d9561fcb0e08295c985724d806d34e5b9abbfdc0d83bf00bbc838760af836d",
  "tanh squared adam": "ca9eb983b6255628a9de575a1d5c388304c9e189eadb4158447c592f9c7c6349",
  "tanh hinge adam": "688add29cc5134b70288e3d2f8dafefe6c6262fe42f34b267cd4d926a89e7108",
  "xTanh squared gradient": "ffd288f8f3f4967c82d6fa1587daef4f5f4fd09b4ddd0734894ad43ddbc124ec",
  "xTanh hinge gradient": "e789ababf3c27d4fd8f6af6afd0310ea274950ba9e8b7d34d041705ccecd2e15",
  "xTanh squared adam": "af733e610e4ca627efe18bdef387b50281f5f02aa82791a4da4d245d55397364",
  "xTanh hinge adam": "ae70055eacd131ef0befaf1e722416904a776d81eea481326353f4dfbee2f6fa",
  "x2Tanh squared gradient": "d427d9eafd264c83a26d85ee365b2af0121471dca28e572bc162b693b7554b1d",
  "x2Tanh hinge gradient": "5a12626fb0b7b2012cbda7f482fc841615269bbffe4608484fe00b36d694c746",
  "x2Tanh squared adam": "253cd41736b6853b380ae4350d1b83e3d9f299fb714c4b30c3a871f27fae8cef",
  "x2Tanh hinge adam": "e2e0ae1e19b040a695068abf0a134b8f376427ed01355ddbe7cf4c397604e90c",
  "sigmoid squared gradient": "626c1271ccdc4248690479549c9715800f7249a3422bb6a5b3e91f7c2c4cc6ab",
  "sigmoid hinge gradient": "9d232f7955fa7b7f19dc5ef9644db179ce405c43e987fb8f918b6837e7833834",
  "sigmoid squared adam": "d44de7cd8af46a060e77f85c8749d00257dab3500b9ee3728f90be573c89239b",
  "sigmoid hinge adam": "46b2058397976c7a5aa12adcf55002018ddd9f5e3f818b0c789db1936259b22d",
  "softplus squared gradient": "945d54005dfd086e0f436a85e3aa41b724b5347c4b931d3533fa5dae8010cb2f",
  "softplus hinge gradient": "c9b6f470ac2b906c8fc363a8094e45b0083fd0e95059550cd332bc16b744a5b6",
  "softplus squared adam": "815743336da73c370799efb4f28a1c08a41851561a4e791676736402b06a8ee5",
  "softplus hinge adam": "8a229714deb12b36bc2cf590a6297e6c27a9d913d9c8de12ca54ad6852feb8a4",
};

/** All numbers of columns up to two panels of them, in strips of blocks of neurons. */
const COLUMNS = Array.from({ length: 12 }, (_, j) => j + 1);
const BY_COLUMNS: Record<string, string> = {
  relu: "7dcb95fb26e5e4ad1a57ab9a17482d4d9e407e135b76fd95c85e938dc3eaf13f",
  tanh: "bbee24877de052d6c98991c468b91565a9a28536664ef11d4ea2de34fdc9dfb9",
};

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

  test.each(Object.keys(BY_COLUMNS) as ActivationName[])(
    "any number of columns gives the same bits in every setting, %s",
    async (activation) => {
      const outcomes: Outcome[] = [];
      for (const inputDimension of COLUMNS) {
        const rule = ruleOf(activation, "squared", "gradient");
        const start = ensembleOf({ sampleSize: 9, inputDimension, width: 137 }, 3, true, { rule });
        outcomes.push(...(await runKernel(start, { steps: 5, adaptive: true })));
      }
      expect(outcomes.every(({ steps }) => steps === 5)).toBe(true);
      expect(await digestOfOutcomes(outcomes)).toBe(BY_COLUMNS[activation]);
    },
  );
});
