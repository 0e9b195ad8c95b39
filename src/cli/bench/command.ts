/** What `npm run bench` is asked for: its flags, read and checked. Runs nothing. */
import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { SHAPES, type Shape, shapeInWords } from "../../bench/result.ts";

export const USAGE = "npm run bench -- [--json FILE] [--shapes 4,2,1000;200,20,100] [--seconds S]";

/** Seconds that each engine is timed for in one round. */
const SECONDS = "0.2";
/** No engine is asked to hold more numbers than this in one array. */
const LARGEST_ARRAY = 1e7;

export interface Wanted {
  readonly shapes: readonly Shape[];
  readonly seconds: number;
  readonly json: string | undefined;
}

/** Wrong use of the command; the message says what is right. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** @throws UsageError */
export function parseCommand(args: string[]): Wanted {
  const { json, shapes, seconds } = flagsOf(args);
  return { shapes: shapes.split(";").map(shapeOf), seconds: secondsOf(seconds), json: fileOf(json) };
}

function flagsOf(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        json: { type: "string" },
        shapes: { type: "string", default: SHAPES.map(shapeInWords).join(";") },
        seconds: { type: "string", default: SECONDS },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split(". ")[0]}. The command is: ${USAGE}`);
  }
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

function secondsOf(text: string): number {
  const seconds = text.trim() === "" ? Number.NaN : Number(text);
  if (!(seconds >= 0.01 && seconds <= 60)) {
    throw new UsageError(`--seconds is a number from 0.01 to 60, not “${text}”.`);
  }
  return seconds;
}

/** A file that can be written, found out before the measurement rather than after it. */
function fileOf(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  const folder = dirname(file);
  if (file === "" || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`--json needs a file in a folder that exists, not “${file}”.`);
  }
  if (existsSync(file) && statSync(file).isDirectory()) {
    throw new UsageError(`--json needs a file, and “${file}” is a folder.`);
  }
  return file;
}
