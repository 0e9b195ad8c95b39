/** How `npm run bench` is called, and what that asks for. Runs nothing. */
import { Option } from "@commander-js/extra-typings";
import { SHAPES, type Shape, shapeInWords } from "../../bench/result.ts";
import { command, EXIT, UsageError } from "../command.ts";
import { writableFile } from "../files.ts";
import { queueOption } from "../queue/options.ts";

/** No engine is asked to hold more numbers than this in one array. */
const LARGEST_ARRAY = 1e7;

export interface Wanted {
  readonly shapes: readonly Shape[];
  /** Seconds that each engine is timed for in one round, or each figure is watched for. */
  readonly seconds: number;
  readonly json?: string;
  /** Which figures are watched, instead of engines timed: one by its name, or all. */
  readonly figures?: { readonly figure: string | undefined; readonly isBuilt: boolean };
  /** Whether pages of the site are scored instead, and whether it is built first. */
  readonly pages?: { readonly isBuilt: boolean };
  /** On how many examples one network's gradient on WebGPU is timed instead, if it is; as many as suit the adapter, if null. */
  readonly products?: number | null;
  /** The Redis over which runs are timed instead, if they are. */
  readonly queue?: string;
}

/** Seconds, unless others are asked for. */
const TIMED = 0.2;
const WATCHED = 5;

/** The command, for which `act` does what is asked for and returns the exit code. */
export function benchCommand(act: (wanted: Wanted) => Promise<number>) {
  const about =
    "Measures how many steps per second this site's engine and others train a two-layer network for, on this machine. With --figures: what a frame of each live figure costs a page, in milliseconds of the processor on the main thread, by Chromium's own trace of the built site; and how long it takes from the press of a setting with a name to the first frame that shows something of it. With --pages: Lighthouse's scores of the built site. With --products: one network's gradient on WebGPU in Chromium, beside TensorFlow.js's matrix products. With --queue: the same runs on threads of this machine and by one and two workers over that Redis.";
  const shapes = new Option("--shapes <list>", "points, inputs, neurons: n,d,m;n,d,m;…")
    .argParser((text): readonly Shape[] => text.split(";").map(shapeOf))
    .default(SHAPES, SHAPES.map(shapeInWords).join("; "));
  return command("bench", about, {
    [EXIT.sound]: "every engine that is here was measured, or every figure watched",
    [EXIT.unsound]: "an engine or a figure failed",
  })
    .addOption(shapes)
    .option(
      "--seconds <s>",
      `seconds that each engine is timed for in one round (${TIMED}), or each figure is watched for (${WATCHED})`,
      secondsOf,
    )
    .option("--json <file>", "write a list of what came out", (file) => writableFile("--json", file))
    .option("--figures", "watch the live figures, and time no engine")
    .option("--figure <paper>/<figure>", "watch this one")
    .option("--pages", "score the pages by Lighthouse, on a desk and a simulated phone, and time no engine")
    .option(
      "--products [examples]",
      "time one network's gradient on WebGPU and TensorFlow.js's products of the same shapes",
      examplesOf,
    )
    .addOption(
      queueOption("time runs over this Redis, by workers that are started for it: redis://host:6379"),
    )
    .option(
      "--build",
      "build the site before its figures are watched or its pages scored, even if it is there",
    )
    .action(
      async ({
        shapes: asked,
        seconds,
        json,
        figures,
        figure,
        pages = false,
        products,
        queue,
        build = false,
      }) => {
        const isWatched = figures === true || figure !== undefined;
        if (build && !isWatched && !pages)
          throw new UsageError(
            "--build is for the figures and pages of the site: say --figures or --pages, too.",
          );
        if (pages && isWatched)
          throw new UsageError("--figures and --pages are two measurements: ask for one after the other.");
        if (products !== undefined && (isWatched || pages || json !== undefined))
          throw new UsageError(
            "--products prints its own sentence: leave out --figures, --figure, --pages and --json.",
          );
        if (queue !== undefined && (isWatched || pages || products !== undefined || json !== undefined))
          throw new UsageError("--queue is a measurement of its own: leave out the others, and --json.");
        process.exitCode = await act({
          shapes: asked,
          seconds: seconds ?? (isWatched ? WATCHED : TIMED),
          ...(json === undefined ? {} : { json }),
          ...(isWatched ? { figures: { figure, isBuilt: build } } : {}),
          ...(pages ? { pages: { isBuilt: build } } : {}),
          ...(queue === undefined ? {} : { queue }),
          ...(products === undefined ? {} : { products: products === true ? null : products }),
        });
      },
    );
}

function shapeOf(text: string): Shape {
  const numbers = text.split(",").map((part) => (/^\s*\d+\s*$/.test(part) ? Number(part) : Number.NaN));
  const [sampleSize = 0, inputDimension = 0, width = 0] = numbers;
  if (numbers.length !== 3 || !numbers.every((number) => Number.isSafeInteger(number) && number >= 1)) {
    throw new UsageError(
      `A shape is three positive whole numbers n,d,m, such as 4,2,1000; shapes are separated by semicolons. This is none: “${text}”.`,
    );
  }
  if (Math.max(sampleSize * width, sampleSize * inputDimension, inputDimension * width) > LARGEST_ARRAY) {
    throw new UsageError(
      `The shape ${text} is too large: no two of its numbers may multiply to more than ten million.`,
    );
  }
  return { sampleSize, inputDimension, width };
}

function examplesOf(text: string): number {
  const examples = Number(text);
  if (!(Number.isSafeInteger(examples) && examples >= 32 && examples <= 100_000))
    throw new UsageError(`--products takes a whole number of examples from 32 to 100000, not “${text}”.`);
  return examples;
}

function secondsOf(text: string): number {
  const seconds = text.trim() === "" ? Number.NaN : Number(text);
  if (!(seconds >= 0.01 && seconds <= 60)) {
    throw new UsageError(`--seconds is a number from 0.01 to 60, not “${text}”.`);
  }
  return seconds;
}
