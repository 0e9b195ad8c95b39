/** `npm run try -- <paper>/<experiment> name=value … seed=N`: runs an experiment and prints what it measures as it goes. */
import { cpus } from "node:os";
import { experimentNamed } from "../catalogue/experiments.ts";
import { figureName } from "../catalogue/names.ts";
import type { Experiment, Measurement } from "../experiments/experiment.ts";
import { SEED } from "../experiments/parameters.ts";
import { parseText, textOfValue } from "../experiments/parameterTexts.ts";
import { type Request, requestFor } from "../experiments/request.ts";
import { inWords } from "../plots/numbers.ts";
import { sealed } from "../runtime/records/digest.ts";
import {
  type FigureRecord,
  figureCaseOf,
  type Origin,
  originOf,
  SCHEMA_VERSION,
  type Took,
} from "../runtime/records/record.ts";
import { runAll } from "../runtime/runs/runAll.ts";
import { coresHere } from "../runtime/workers/cores.ts";
import type { Measured } from "../runtime/workers/pool.ts";
import { SOFTWARE } from "../software.ts";
import { call, command, EXIT, QueueError, UsageError, wholeNumber } from "./command.ts";
import { writableFile, writeFile } from "./files.ts";
import { compareOption, patienceOption, type QueueWords, queueFrom, queueOption } from "./queue/options.ts";
import { poolFor } from "./runs/poolFor.ts";
import { storeInFile } from "./runs/storeInFile.ts";
import { progressLine } from "./verify/progress.ts";

const about =
  "Runs an experiment and prints its quantities as they come. Parameters that are not named have their defaults.";

await call(
  command("try", about, { [EXIT.sound]: "the run came to its end", [EXIT.unsound]: "it did not" })
    .argument("<experiment>", "its name, such as phase-diagram/decay")
    .argument("[values...]", "parameters and the seed, as name=value: gamma=0.5 widths=100,200 seed=3")
    .option("--workers <n>", "threads; without it, as many as there are cores", wholeNumber("workers", 64))
    .addOption(queueOption())
    .addOption(compareOption())
    .addOption(patienceOption())
    .option("--keep <file>", "keep the run here while it is under way, and go on from there", (file) =>
      writableFile("--keep", file),
    )
    .option("--save <file>", "write what it measured, as a record of its experiment's first figure", (file) =>
      writableFile("--save", file),
    )
    .action(async (id, values, options) => {
      const experiment = found(id);
      process.exitCode = await tryOut(experiment, requestFrom(experiment, values), options);
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

interface Options extends QueueWords {
  readonly keep?: string | undefined;
  readonly save?: string | undefined;
}

async function tryOut(experiment: Experiment, request: Request, options: Options): Promise<number> {
  const { title, frameStride, cost } = experiment;
  const setting = Object.entries(request.parameters).map(([name, value]) => `${name}=${textOfValue(value)}`);
  console.log(`${title}\n${setting.join(" ")} seed=${request.seed}`);
  console.log(`about ${inWords(cost(request.parameters), 1)} s on one core\n`);
  const { keep, save } = options;
  const queue = queueFrom(options);
  if (save) firstFigure(experiment);
  const pool = await poolFor({ ...options, queue });
  const store = keep ? storeInFile(keep) : null;
  const line = progressLine(experiment.id);
  const begun = performance.now();
  let last: Measured | null = null;
  let shown = 0;
  try {
    await runAll([{ ...request, stride: frameStride(request.parameters) }], {
      pool,
      choice: "wasm",
      signal: new AbortController().signal,
      store,
      onMeasurement: (_, measured) => {
        last = measured;
        const { measurement } = measured;
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
    if (error instanceof QueueError) throw error;
    console.error((error as Error).message);
    return EXIT.unsound;
  } finally {
    line.end();
    pool.end();
  }
  const seconds = store?.seconds() ?? (performance.now() - begun) / 1000;
  if (last) {
    const { measurement, device } = last as Measured;
    tell(experiment, measurement, true);
    const took = {
      seconds: Math.round(seconds),
      workers: queue ? pool.cores : (options.workers ?? coresHere()),
      resumed: store?.resumed() ?? 0,
      processor: cpus()[0]?.model ?? "",
    };
    if (save) saveTo(save, experiment, request, measurement, originOf(SOFTWARE, device, [request]), took);
  }
  console.log(`${seconds.toFixed(2)} s`);
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

/** Writes a run as a record of its experiment's first figure. @throws UsageError for an experiment without figures */
function saveTo(
  file: string,
  experiment: Experiment,
  { parameters, seed }: Request,
  measurement: Measurement,
  origin: Origin,
  took: Took,
): void {
  const cases = [figureCaseOf(parameters, measurement)];
  const figure = firstFigure(experiment);
  const content = { schema: SCHEMA_VERSION, figure, experiment: experiment.id, seed, cases } as const;
  const record: FigureRecord = sealed(content, { origin, took });
  writeFile(file, `${JSON.stringify(record)}\n`);
}

function firstFigure(experiment: Experiment): string {
  const [figure] = experiment.figures;
  if (!figure) throw new UsageError(`${experiment.id} has no figure of which a record could be kept.`);
  return figureName(experiment, figure);
}
