// The battery: configurations whose results must have the same bits in every JavaScript engine. Runs on the backend
// that is open and knows neither a page nor Node; what an engine's digests are compared with is compare.ts's matter.

import { EXPERIMENTS } from "../../src/catalogue/experiments.ts";
import { runOf } from "../../src/catalogue/runs.ts";
import { wholeOf } from "../../src/catalogue/sweeps.ts";
import { ACTIVATIONS } from "../../src/engine/activations.ts";
import { LOSSES } from "../../src/engine/losses.ts";
import { antisymmetric, type Network, normalInitialisation } from "../../src/engine/network.ts";
import { PLAIN_RULE, type Rule } from "../../src/engine/reference.ts";
import { begin } from "../../src/experiments/driver/course.ts";
import type { Experiment } from "../../src/experiments/experiment.ts";
import type { Request } from "../../src/experiments/request.ts";
import { angleOf, exp, log, power } from "../../src/math/elementary.ts";
import { type Ensemble, ensembleOf, rounded, SHAPES, type Shape } from "../parity/ensembles.ts";
import { type Outcome, runInParts, runKernel } from "../parity/runs.ts";
import { digestOf, type Part } from "./digest.ts";

/** One line of the report. `parts` throws where the configuration does not do what its name says. */
interface Configuration {
  readonly name: string;
  readonly parts: () => Promise<Part[]>;
}

/** The outcome of a configuration in one engine. */
export interface Result {
  readonly name: string;
  readonly digest?: string;
  readonly error?: string;
}

const STEPS = 30;
const ODD: Shape = { sampleSize: 5, inputDimension: 3, width: 133 };

function numbersOf(outcomes: readonly Outcome[]): Part[] {
  return outcomes.flatMap(({ inputWeights, outputWeights, risks, timeSteps, steps, moments }) => [
    inputWeights,
    outputWeights,
    risks,
    timeSteps,
    [steps],
    moments,
  ]);
}

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(`This configuration is not what it should be: ${what}.`);
}

function initialisation(name: string, network: () => Network): Configuration {
  const parts = async () => {
    const { inputWeights, outputWeights } = network();
    return [inputWeights, outputWeights];
  };
  return { name: `initialisation, ${name}`, parts };
}

function wording({ sampleSize, inputDimension, width }: Shape): string {
  return `n = ${sampleSize}, d = ${inputDimension}, m = ${width}`;
}

/** One call of the op with an ensemble as the parity suite draws it. */
function call(shape: Shape, networks: 1 | 3, adaptive: boolean, steps = STEPS): Configuration {
  return {
    name: `${wording(shape)}, ${networks === 1 ? "" : "3 networks, "}${steps} ${adaptive ? "adaptive" : "fixed"} steps`,
    parts: async () => numbersOf(await runKernel(ensembleOf(shape, networks, adaptive), { steps, adaptive })),
  };
}

function withStart(ensemble: Ensemble, start: (network: Network, r: number) => Network): Ensemble {
  return { ...ensemble, networks: ensemble.networks.map(start) };
}

/** The ensemble with other columns in the descent of its middle network. */
function altered(ensemble: Ensemble, change: Partial<Ensemble["descents"][number]>): Ensemble {
  const descents = ensemble.descents.map((descent, r) =>
    r === 1 ? rounded({ ...descent, ...change }) : descent,
  );
  return { ...ensemble, descents };
}

/** The middle one of three networks has its target between two of its own risks. */
function stopping(adaptive: boolean): Configuration {
  return {
    name: `one network of three stops at its target in mid-call, ${adaptive ? "adaptive" : "fixed"} steps`,
    parts: async () => {
      const ensemble = ensembleOf(ODD, 3, adaptive);
      const free = await runKernel(ensemble, { steps: STEPS, adaptive });
      const [before, after] = (free[1] as Outcome).risks.slice(10, 12) as Float32Array;
      const targetRisk = ((before as number) + (after as number)) / 2;
      const outcomes = await runKernel(altered(ensemble, { targetRisk }), { steps: STEPS, adaptive });
      const made = outcomes.map((outcome) => outcome.steps).join();
      demand(made === `${STEPS},11,${STEPS}`, `the networks made ${made} steps`);
      return numbersOf(outcomes);
    },
  };
}

function diverging(): Configuration {
  return {
    name: "one network of three diverges",
    parts: async () => {
      const ensemble = ensembleOf(ODD, 3, false);
      const timeStep = 50 * (ensemble.descents[1]?.timeStep ?? 0);
      const outcomes = await runKernel(altered(ensemble, { timeStep }), { steps: STEPS, adaptive: false });
      const made = outcomes[1]?.steps ?? 0;
      demand(made > 1 && made < STEPS, `it made ${made} steps`);
      return numbersOf(outcomes);
    },
  };
}

/** Infinity and NaN in the kernel's own sums. */
function overflowing(): Configuration {
  return {
    name: "weights too large for float32",
    parts: async () => {
      const huge = withStart(ensembleOf(ODD, 3, true), (network, r) =>
        r === 1 ? { ...network, outputWeights: network.outputWeights.map((a) => 1e38 * a) } : network,
      );
      const outcomes = await runKernel(huge, { steps: STEPS, adaptive: true });
      demand(outcomes[1]?.steps === 0, `it made ${outcomes[1]?.steps} steps`);
      return numbersOf(outcomes);
    },
  };
}

function seeds(): Configuration {
  const chosen = [1, 2, 3, 2 ** 31, 2 ** 32 - 1, 2 ** 40 + 5];
  return {
    name: `six networks, seeds ${chosen.join(", ")}, one descent`,
    parts: async () => {
      const { samples, descents, rule } = ensembleOf(ODD, 1, true);
      const networks = chosen.map((seed) => normalInitialisation(ODD.width, ODD.inputDimension, seed));
      const all = {
        samples,
        rule,
        networks,
        descents: chosen.map(() => descents[0] as Ensemble["descents"][number]),
      };
      return numbersOf(await runKernel(all, { steps: STEPS, adaptive: true }));
    },
  };
}

/** Every activation on either loss and by either optimiser, a sample each. */
const RULES: readonly Rule[] = ACTIVATIONS.flatMap((activation) =>
  LOSSES.flatMap((loss) =>
    (["gradient", "adam"] as const).map((optimiser) => ({
      ...PLAIN_RULE,
      activation,
      loss,
      margin: 1,
      optimiser,
    })),
  ),
);

function byRule(rule: Rule): Configuration {
  return {
    name: `${rule.activation}, ${rule.loss} loss, ${rule.optimiser}`,
    parts: async () => {
      const ensemble = ensembleOf(ODD, 3, false, { rule, ownSamples: true });
      return numbersOf(await runKernel(ensemble, { steps: STEPS, adaptive: false }));
    },
  };
}

function mirrored(): Configuration {
  return {
    name: "antisymmetric networks, three at once, adaptive steps",
    parts: async () => {
      const ensemble = withStart(ensembleOf(ODD, 3, true), antisymmetric);
      return numbersOf(await runKernel(ensemble, { steps: STEPS, adaptive: true }));
    },
  };
}

function inParts(): Configuration {
  const parts = [1, 7, 2, 50];
  return {
    name: `calls of ${parts.join(", ")} steps, each going on from the last`,
    parts: async () => numbersOf(await runInParts(ensembleOf(ODD, 3, true), parts, true)),
  };
}

/** Everything that the cheapest part of an experiment at its defaults reports on its way, by name. */
function experiment({ id, defaults, cost, frameStride }: Experiment, seed: number): Configuration {
  return {
    name: `${id} at its defaults, the cheapest part, seed ${seed}`,
    parts: async () => {
      const secondsOf = ({ parameters }: Request) => cost(parameters);
      const { parts } = await wholeOf({ experiment: id, parameters: defaults, seed }, secondsOf);
      const [cheapest] = parts.toSorted((one, other) => secondsOf(one) - secondsOf(other));
      if (!cheapest) throw new Error(`${id} comes apart into nothing.`);
      const run = await runOf(id);
      const { signal } = new AbortController();
      const course = await begin(run, cheapest, signal);
      const said: Part[] = [];
      let finished = false;
      for await (const report of course.drive({ stride: frameStride(cheapest.parameters), signal })) {
        said.push([report.step, report.progress]);
        for (const [name, value] of Object.entries(report.quantities)) if (value) said.push(name, [value]);
        for (const [name, values] of Object.entries(report.series)) if (values) said.push(name, values);
        finished = report.finished;
      }
      demand(finished, "the run ended before its target");
      return said;
    },
  };
}

/** The functions that quantities are computed with, over their whole range. */
function elementary(): Configuration {
  const grid = Array.from({ length: 20_001 }, (_, k) => (k - 10_000) / 10_000);
  return {
    name: "log, exp, power and angleOf at 20,001 points each",
    parts: async () => [
      grid.map((x) => log(exp(700 * x) + 1e-320)),
      grid.map((x) => exp(745 * x)),
      grid.map((x) => power(1.5 + x, 9 * x)),
      grid.map((x) => angleOf(x, 0.3 - x * x)),
    ],
  };
}

export const BATTERY: readonly Configuration[] = [
  initialisation("d = 3, m = 1000, seed 0", () => normalInitialisation(1000, 3, 0)),
  initialisation("d = 1, m = 7, seed 2^32 − 1", () => normalInitialisation(7, 1, 2 ** 32 - 1)),
  initialisation("antisymmetric, d = 2, m = 2 · 20,000, seed 2^40 + 5", () =>
    antisymmetric(normalInitialisation(20_000, 2, 2 ** 40 + 5)),
  ),
  elementary(),
  ...SHAPES.map((shape) => call(shape, 1, true)),
  ...SHAPES.filter(({ width }) => width % 2 === 1).map((shape) => call(shape, 1, false)),
  call({ sampleSize: 33, inputDimension: 9, width: 65 }, 3, false),
  call({ sampleSize: 33, inputDimension: 9, width: 65 }, 3, true),
  call({ sampleSize: 1, inputDimension: 1, width: 1 }, 3, true),
  call({ sampleSize: 4, inputDimension: 2, width: 100 }, 1, true, 5000),
  ...RULES.map(byRule),
  stopping(false),
  stopping(true),
  diverging(),
  overflowing(),
  seeds(),
  mirrored(),
  inParts(),
  ...EXPERIMENTS.map((each, k) => experiment(each, k)),
];

/** Runs the configurations one after the other; each result is reported as soon as it is there. */
export async function runBattery(tell: (result: Result) => void): Promise<void> {
  for (const { name, parts } of BATTERY) {
    try {
      tell({ name, digest: digestOf(await parts()) });
    } catch (error) {
      tell({ name, error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    }
  }
}
