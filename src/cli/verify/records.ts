/** Executes records again and prints, for each, whether it is confirmed, agrees, differs or cannot be checked, and why. */
import { readFileSync, statSync } from "node:fs";
import { firstSentences } from "../../runtime/records/firstSentences.ts";
import { RecordError, readRecord } from "../../runtime/records/readRecord.ts";
import { type Finding, recheck } from "../../runtime/records/recheck.ts";
import type { Pool } from "../../runtime/workers/pool.ts";
import { SOFTWARE } from "../../software.ts";
import { EXIT } from "../command.ts";
import { writeJson } from "../files.ts";
import type { WantedRecords } from "./command.ts";
import { progressLine } from "./progress.ts";

/** Rechecks the files one after the other and returns the exit code: that of the worst. */
export async function recheckFiles({ files, json }: WantedRecords, pool: Pool): Promise<number> {
  const findings: ({ readonly record: string } & Finding)[] = [];
  for (const file of files) {
    const finding = await recheckFile(file, pool);
    console.log(`${file}  ${finding.verdict}`);
    for (const sentence of firstSentences(finding.because)) console.log(`    ${sentence}`);
    findings.push({ record: file, ...finding });
  }
  if (json) writeJson(json, findings);
  const is = (wanted: Finding["verdict"]) => findings.some(({ verdict }) => verdict === wanted);
  if (is("differs")) return EXIT.unsound;
  return is("cannot be checked") ? EXIT.cannotBeChecked : EXIT.sound;
}

async function recheckFile(file: string, pool: Pool): Promise<Finding> {
  const line = progressLine(file);
  try {
    const arrayBuffer = async () => new Uint8Array(bytesOf(file)).buffer;
    const record = await readRecord({ size: sizeOf(file), arrayBuffer });
    const signal = new AbortController().signal;
    return await recheck(record, { pool, software: SOFTWARE, signal, report: line.show });
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return { verdict: "cannot be checked", because: [error.message] };
  } finally {
    line.end();
  }
}

/** @throws RecordError for what is no file */
function sizeOf(file: string): number {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new RecordError(`There is no file “${file}”.`);
  return found.size;
}

/** @throws RecordError where it cannot be read */
function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new RecordError(`“${file}” cannot be read: ${(error as NodeJS.ErrnoException).code}.`);
  }
}
