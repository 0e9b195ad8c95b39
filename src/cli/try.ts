/** `npm run try -- <paper>/<experiment> name=value … seed=N`: runs an experiment and prints what it measures as it goes. */
import { experimentNamed } from "../catalogue/experiments.ts";
import type { Experiment, Measurement } from "../experiments/experiment.ts";
import { parseText, SEED, textOfValue } from "../experiments/parameters.ts";
import { type Request, requestFor } from "../experiments/request.ts";
import { inWords } from "../plots/numbers.ts";
import { runAll } from "../runtime/runs/runAll.ts";
import { createPool } from "../runtime/workers/pool.ts";
import { coresHere } from "../runtime/workers/startWorker.ts";
import { bridgeTo } from "../runtime/workers/workerBridge.ts";
import { call, command, EXIT, UsageError } from "./command.ts";
import { threadWorker } from "./runs/threadWorker.ts";
import { progressLine } from "./verify/progress.ts";

const about =
  "Runs an experiment and prints its quantities as they come. Parameters that are not named have their defaults.";

await call(
  command("try", about, { [EXIT.sound]: "the run came to its end", [EXIT.unsound]: "it did not" })
    .argument("<experiment>", "its name, such as phase-diagram/decay")
    .argument("[values...]", "parameters and the seed, as name=value: gamma=0.5 widths=100,200 seed=3")
    .action(async (id, values) => {
      const experiment = found(id);
      process.exitCode = await tryOut(experiment, requestFrom(experiment, values));
    }),
);

/** @throws UsageError that names the experiments there are */
function found(id: string): Experiment {
  try {
    return experimentNamed(id);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** @throws UsageError for a word that is no name=value, ParameterError's sentence for a value that does not fit */
function requestFrom(experiment: Experiment, words: readonly string[]): Request {
  const given: Record<string, unknown> = {};
  try {
    for (const word of words) {
      const cut = word.indexOf("=");
      if (cut < 1) throw new UsageError(`“${word}” is not of the form name=value.`);
      const [name, text] = [word.slice(0, cut), word.slice(cut + 1)];
      const parameter = name === "seed" ? SEED : experiment.parameters[name];
      given[name] = parameter ? parseText(parameter, text) : text;
    }
    const { seed = 1, ...parameters } = given;
    return requestFor(experiment, parameters, Number(seed));
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function tryOut(experiment: Experiment, request: Request): Promise<number> {
  const { title, frameStride, cost } = experiment;
  const setting = Object.entries(request.parameters).map(([name, value]) => `${name}=${textOfValue(value)}`);
  console.log(`${title}\n${setting.join(" ")} seed=${request.seed}`);
  console.log(`about ${inWords(cost(request.parameters), 1)} s on one core\n`);
  const pool = createPool(() => bridgeTo(threadWorker()), coresHere());
  const line = progressLine(experiment.id);
  const begun = performance.now();
  let last: Measurement | null = null;
  let shown = 0;
  try {
    await runAll([{ ...request, stride: frameStride(request.parameters) }], {
      pool,
      choice: "wasm",
      signal: new AbortController().signal,
      onMeasurement: (_, { measurement }) => {
        last = measurement;
        line.show(measurement.progress);
        // Ten lines on the way say how it goes; a line per report would be a flood.
        if (measurement.progress < shown / 10 || measurement.finished) return;
        shown = Math.floor(10 * measurement.progress) + 1;
        line.end();
        tell(experiment, measurement, false);
      },
    });
  } catch (error) {
    line.end();
    console.error((error as Error).message);
    return EXIT.unsound;
  } finally {
    line.end();
    pool.end();
  }
  if (last) tell(experiment, last, true);
  console.log(`${((performance.now() - begun) / 1000).toFixed(2)} s`);
  return EXIT.sound;
}

/** A line on the way; all of it, with labels, at the end. */
function tell({ quantities, series }: Experiment, measurement: Measurement, isLast: boolean): void {
  const values = Object.entries(measurement.quantities);
  if (!isLast) {
    const numbers = values.map(([name, value]) => `${name} ${inWords(value, quantities[name]?.digits)}`);
    if (numbers.length > 0) console.log(`step ${measurement.step}: ${numbers.join(", ")}`);
    return;
  }
  console.log(`\nafter ${measurement.step.toLocaleString("en")} steps`);
  for (const [name, value] of values) {
    const { label = "", digits = 3 } = quantities[name] ?? {};
    console.log(`  ${name.padEnd(24)} ${inWords(value, digits).padEnd(12)} ${label}`);
  }
  for (const [name, list] of Object.entries(measurement.series))
    console.log(
      `  ${name.padEnd(24)} ${`${list?.length ?? 0} numbers`.padEnd(12)} ${series[name]?.label ?? ""}`,
    );
}
