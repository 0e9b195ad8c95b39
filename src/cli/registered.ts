/**
 * `npm run registered`: reads off the history of the repository when the interval of each claim was written and what was
 * changed since, and keeps it in content/registered.json, where pages have it from.
 */
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { changesBetween, type Version } from "../claims/changes.ts";
import { LEDGER } from "../claims/ledger.ts";
import { whatIsMissing } from "../history.ts";
import {
  fingerprintOf,
  REGISTERED,
  type Registered,
  type Registration,
} from "../runtime/records/registered.ts";
import { call, command, EXIT } from "./command.ts";
import { writeJson } from "./files.ts";
import { claimsAt, commitsOfClaims, firstRecords, orderOf, versionNow } from "./registered/history.ts";
import { rewriteLine } from "./terminal.ts";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const FILE = `${ROOT}/content/registered.json`;

await call(
  command("registered", "Notes when the interval of each claim was written, and what was changed since.", {
    [EXIT.sound]: "content/registered.json says what the history does",
    [EXIT.cannotBeChecked]: "the history is not here; content/registered.json stays as it is",
  }).action(async () => {
    const missing = whatIsMissing(ROOT);
    if (missing) {
      const kept = Object.keys(REGISTERED.parse(JSON.parse(readFileSync(FILE, "utf8")))).length;
      console.log(`${missing}: what is kept of ${kept} claims stays as it is.`);
      process.exitCode = EXIT.cannotBeChecked;
      return;
    }
    const registered = await readHistory();
    writeJson(FILE, registered);
    const open = Object.entries(registered).filter(([, { written, changes }]) =>
      [written, ...changes].some(({ commit }) => commit === null),
    );
    console.log(`${Object.keys(registered).length} claims are in content/registered.json.`);
    if (open.length > 0)
      console.log(
        `Not committed yet: ${open.map(([id]) => id).join(", ")}. Run this again after the commit, which fills in its hash.`,
      );
  }),
);

async function readHistory(): Promise<Registered> {
  const [order, records] = [orderOf(ROOT), firstRecords(ROOT)];
  const noted = new Map<string, { registration: Omit<Registration, "fingerprint">; version: Version }>();
  const note = (id: string, version: Version, on: string, commit: string | null) => {
    const before = noted.get(id);
    if (!before) {
      const first = records.get(id);
      const isLater = first && (order.get(first.hash) ?? 0) > (order.get(commit ?? "") ?? Infinity);
      const firstRecord = first
        ? { on: first.on, commit: first.hash, came: isLater ? ("later" as const) : ("with it" as const) }
        : null;
      noted.set(id, { version, registration: { written: { on, commit }, firstRecord, changes: [] } });
      return;
    }
    const what = changesBetween(before.version, version);
    if (what.length > 0) before.registration.changes.push({ on, commit, what });
    before.version = version;
  };
  const commits = commitsOfClaims(ROOT);
  for (const [k, commit] of commits.entries()) {
    rewriteLine(`commit ${k + 1} of ${commits.length}`);
    try {
      for (const [id, version] of await claimsAt(ROOT, commit)) note(id, version, commit.on, commit.hash);
    } catch (error) {
      rewriteLine("");
      console.log(
        `The claims at ${commit.hash.slice(0, 7)} do not load any more: ${(error as Error).message}`,
      );
    }
  }
  rewriteLine("");
  const today = new Date().toISOString().slice(0, 10);
  for (const claim of LEDGER) note(claim.id, versionNow(claim), today, null);
  return Object.fromEntries(
    LEDGER.map((claim) => {
      const { registration } = noted.get(claim.id) as NonNullable<ReturnType<typeof noted.get>>;
      return [claim.id, { ...registration, fingerprint: fingerprintOf(claim) }];
    }),
  );
}
