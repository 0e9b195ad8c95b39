/**
 * What a folder, or an archive as Canvas and Moodle give it out, has in it: files to grade, each with its name and its bytes or a
 * sentence on why it is none. Unpacks within limits; opens nothing by its name, so that a name may be anything.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { Unzip, UnzipInflate } from "fflate";
import type { HandIn } from "../handIn.ts";
import { HandInError, LARGEST_HAND_IN, parseHandIn, readHandIn } from "../readHandIn.ts";

/** What may be a file to grade. */
export interface Found {
  /** As it is called where it was found, for the report. */
  readonly name: string;
  readonly size: number;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
}

export type Submission =
  | { readonly file: string; readonly handIn: HandIn; readonly fingerprint: string }
  | { readonly file: string; readonly problem: string };

/** Most files of an archive, and most bytes that all of them may unpack to. */
const MOST_FILES = 20_000;
const MOST_BYTES = 4e9;
/** Largest archive that is looked at. */
const LARGEST_ARCHIVE = 2e9;

/** What is in a file: one submission, or, of an archive, one for each file in it. */
export async function* submissionsIn(found: Found): AsyncGenerator<Submission> {
  if (/\.zip$/i.test(found.name)) yield* unpacked(found);
  else yield await submissionOf(found);
}

async function submissionOf(found: Found): Promise<Submission> {
  const file = plainName(found.name);
  try {
    // Larger ones are refused before they are read.
    const handIn = await readHandIn(found.size > LARGEST_HAND_IN ? found : await inMemory(found));
    return { file, handIn, fingerprint: fingerprintOf(handIn) };
  } catch (error) {
    return { file, problem: problemOf(error) };
  }
}

async function inMemory({ size, arrayBuffer }: Found) {
  const bytes = await arrayBuffer();
  return { size, arrayBuffer: async () => bytes };
}

function problemOf(error: unknown): string {
  if (error instanceof HandInError) return error.message;
  return `It could not be read: ${(error as Error).message}`;
}

/** The same for the same content, whatever the file is called. */
export function fingerprintOf(handIn: HandIn): string {
  return bytesToHex(sha256(new TextEncoder().encode(JSON.stringify(handIn))));
}

/** A name without control characters, at most 200 letters: what a report shows, and no path that anything opens. */
export function plainName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  const plain = name.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, "");
  return plain.length > 200 ? `…${plain.slice(-199)}` : plain;
}

/** One file of an archive, once it is whole or refused. */
async function* unpacked(found: Found): AsyncGenerator<Submission> {
  const archive = plainName(found.name);
  if (found.size > LARGEST_ARCHIVE) {
    yield { file: archive, problem: "The archive is too large: unpack it, and give the folder." };
    return;
  }
  const done: Submission[] = [];
  let files = 0;
  let total = 0;
  const unzip = new Unzip((entry) => {
    if (entry.name.endsWith("/") || isOfTheSystem(entry.name)) return;
    const file = `${archive} › ${plainName(entry.name)}`;
    files += 1;
    if (files > MOST_FILES) return;
    const refuse = (problem: string) => {
      entry.terminate();
      done.push({ file, problem });
    };
    if (/\.zip$/i.test(entry.name)) {
      refuse("It is an archive in an archive: unpack it, and give the folder.");
      return;
    }
    const pieces: Uint8Array[] = [];
    let size = 0;
    let isOver = false;
    entry.ondata = (error, piece, isLast) => {
      if (isOver) return;
      size += piece?.length ?? 0;
      total += piece?.length ?? 0;
      if (error || size > LARGEST_HAND_IN || total > MOST_BYTES) {
        isOver = true;
        refuse(
          error
            ? `It cannot be unpacked: ${error.message}.`
            : "It unpacks to more than a file that is handed in may have.",
        );
        return;
      }
      pieces.push(piece);
      if (isLast) {
        isOver = true;
        done.push(parsed(file, joined(pieces, size)));
      }
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    const bytes = new Uint8Array(await found.arrayBuffer());
    if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Error("it is no ZIP archive");
    for (let from = 0; from < bytes.length; from += PIECE) {
      unzip.push(bytes.subarray(from, from + PIECE), from + PIECE >= bytes.length);
      yield* done.splice(0);
    }
  } catch (error) {
    yield { file: archive, problem: `The archive cannot be unpacked: ${(error as Error).message}.` };
  }
  yield* done.splice(0);
  if (files > MOST_FILES)
    yield {
      file: archive,
      problem: `The archive has more than ${MOST_FILES.toLocaleString("en")} files; the others were left out.`,
    };
}

/** Bytes of an archive that are unpacked before what came of them is passed on. */
const PIECE = 65_536;

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function parsed(file: string, bytes: Uint8Array): Submission {
  try {
    const handIn = parseHandIn(bytes);
    return { file, handIn, fingerprint: fingerprintOf(handIn) };
  } catch (error) {
    return { file, problem: problemOf(error) };
  }
}

/** What a Mac or Windows puts into folders by itself. */
export function isOfTheSystem(name: string): boolean {
  return /(^|\/)(__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$)/.test(name);
}
