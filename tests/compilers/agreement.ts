// What each compiler of WGSL is held to: every activation on either loss by either optimiser, and every small shape with
// adaptive steps, against the float64 reference by the tolerances of the parity suite. Runs on the backend that is open and knows neither
// Node nor Deno.
import { ACTIVATIONS } from "../../src/engine/activations.ts";
import { LOSSES } from "../../src/engine/losses.ts";
import { type Ensemble, ensembleOf, ruleOf, SHAPES } from "../parity/ensembles.ts";
import { yardsticksOf } from "../parity/oracle.ts";
import { runKernel } from "../parity/runs.ts";
import { gapFrom, type Yardstick } from "../parity/tolerance.ts";

interface Configuration {
  readonly name: string;
  readonly ensemble: () => Ensemble;
  readonly adaptive: boolean;
}

/** The outcome of a configuration. */
export interface Result {
  readonly name: string;
  /** The largest error in units of what is allowed: at most 1, if all is well. */
  readonly gap?: number;
  /** Of which array. */
  readonly of?: string;
  readonly error?: string;
}

const STEPS = 10;
/** No whole tiles. */
const ODD = { sampleSize: 5, inputDimension: 3, width: 133 };
/** Multiplications of a pass, at most: the reference takes its time, and what is large is compiled alike. */
const MOST = 20_000;

const byRule = ACTIVATIONS.flatMap((activation) =>
  LOSSES.flatMap((loss) =>
    (["gradient", "adam"] as const).map((optimiser): Configuration => {
      const rule = ruleOf(activation, loss, optimiser);
      return {
        name: `${activation}, ${loss} loss, ${optimiser}: three networks, a sample each`,
        ensemble: () => ensembleOf(ODD, 3, false, { rule, ownSamples: true }),
        adaptive: false,
      };
    }),
  ),
);

const small = SHAPES.filter(
  ({ sampleSize, inputDimension, width }) => sampleSize * inputDimension * width <= MOST,
);

const byShape = small.map((shape): Configuration => {
  const { sampleSize, inputDimension, width } = shape;
  return {
    name: `n = ${sampleSize}, d = ${inputDimension}, m = ${width}: adaptive steps`,
    ensemble: () => ensembleOf(shape, 1, true),
    adaptive: true,
  };
});

export const AGREEMENT: readonly Configuration[] = [...byRule, ...byShape];

/** Runs the configurations one after the other; each result is reported as soon as it is there. */
export async function runAgreement(tell: (result: Result) => void): Promise<void> {
  for (const { name, ensemble, adaptive } of AGREEMENT) {
    try {
      tell({ name, ...(await largestGap(ensemble(), adaptive)) });
    } catch (error) {
      tell({ name, error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    }
  }
}

async function largestGap(ensemble: Ensemble, adaptive: boolean): Promise<{ gap: number; of: string }> {
  const extent = { steps: STEPS, adaptive };
  const yardsticks = await yardsticksOf(ensemble, extent);
  const outcomes = await runKernel(ensemble, extent);
  if (outcomes.length !== yardsticks.length) throw new Error(`${outcomes.length} networks came back.`);
  const gaps = outcomes.flatMap((outcome, r) => {
    const yardstick = yardsticks[r] as Yardstick;
    if (outcome.steps !== yardstick.expected.steps)
      throw new Error(`Network ${r} made ${outcome.steps} steps.`);
    return Object.entries(gapFrom(yardstick, outcome));
  });
  let [of, gap] = ["", 0];
  // What is not a number is larger than any.
  for (const [name, each] of gaps) if (!(each <= gap)) [of, gap] = [name, each];
  return { gap, of };
}
