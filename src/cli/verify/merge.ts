/**
 * Puts the records of shards together: what one run would have said, or what is missing. Each record is held to its claim
 * and to its own digests before it counts; nothing is run.
 */
import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Claim } from "../../claims/claim.ts";
import { outcomeOfRecord } from "../../claims/recorded.ts";
import { RecordError, readRecord } from "../../runtime/records/readRecord.ts";
import { appraise } from "../../runtime/records/recheck.ts";
import type { ClaimRecord } from "../../runtime/records/record.ts";
import { SOFTWARE } from "../../software.ts";
import { EXIT } from "../command.ts";
import { type Checked, printClaim, report } from "./claims.ts";
import type { WantedMerge } from "./command.ts";

/** Prints the table of all claims, and returns the exit code: that of one run, if nothing is missing or wrong. */
export async function mergeRecords(wanted: WantedMerge): Promise<number> {
  const { claims, files } = wanted;
  const found = new Map<string, { readonly file: string; readonly record: ClaimRecord }>();
  let [isWhole, isConsistent] = [true, true];
  const wrong = (sentence: string) => {
    isWhole = false;
    console.error(sentence);
  };
  for (const file of files.flatMap(filesIn)) {
    const record = await recordIn(file, claims).catch((error: unknown) => {
      if (!(error instanceof RecordError)) throw error;
      wrong(`${file}: ${error.message}`);
      return null;
    });
    if (!record) continue;
    const before = found.get(record.claim);
    if (!before) found.set(record.claim, { file, record });
    else if (before.record.digest === record.digest)
      console.error(`${record.claim} is there twice, with the same digest: ${before.file}, ${file}.`);
    else {
      isConsistent = false;
      console.error(`${record.claim} is there twice, and the records differ: ${before.file}, ${file}.`);
    }
  }
  const softwares = [...new Set([...found.values()].map(({ record }) => record.origin.software))];
  if (softwares.length > 1) wrong(`The records are of several versions: ${softwares.join(", ")}.`);
  const checked: Checked[] = [];
  for (const claim of claims) {
    const record = found.get(claim.id)?.record;
    if (!record) continue;
    const outcome = outcomeOfRecord(claim, record);
    printClaim(claim, outcome, record);
    checked.push({ record, outcome });
  }
  const missing = claims.filter(({ id }) => !found.has(id)).map(({ id }) => id);
  if (missing.length > 0) wrong(`Missing: ${missing.join(", ")}.`);
  const code = report(checked, wanted);
  if (code !== EXIT.sound || !isConsistent) return EXIT.unsound;
  return isWhole ? EXIT.sound : EXIT.cannotBeChecked;
}

/** A file, or the records in a folder. */
function filesIn(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  return globSync("**/*.json", { cwd: path })
    .sort()
    .map((name) => join(path, name));
}

/** The record of one of these claims, on their seeds. @throws RecordError for any other file */
async function recordIn(file: string, claims: readonly Claim[]): Promise<ClaimRecord> {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) throw new RecordError("There is no such file.");
  const record = await readRecord({
    size,
    arrayBuffer: async () => new Uint8Array(readFileSync(file)).buffer,
  });
  if ("figure" in record) throw new RecordError("It is the record of a figure.");
  const claim = claims.find(({ id }) => id === record.claim);
  if (!claim) throw new RecordError(`It is of ${record.claim}, which was not asked for.`);
  if (JSON.stringify(claim.seeds) !== JSON.stringify(record.seeds))
    throw new RecordError("It is of other seeds than were asked for.");
  const appraisal = appraise(record, { software: SOFTWARE, cores: Number.POSITIVE_INFINITY });
  if ("finding" in appraisal) throw new RecordError(appraisal.finding.because.join(" "));
  return record;
}
