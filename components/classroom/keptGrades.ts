/** What was graded in this browser, by file: grading that was stopped, or a page that was reloaded, goes on from there. */
import { openDB } from "idb";
import type { Graded } from "../../src/assignments/grading/graded.ts";
import { answered } from "../../src/runtime/keep/answered.ts";

export interface KeptGrades {
  readonly find: (fingerprint: string) => Graded | undefined;
  readonly keep: (fingerprint: string, graded: Graded) => void;
}

const STORE = "grades";

/** What is kept under what grades depend on besides the files; what was kept under anything else is forgotten. */
export async function openGrades(under: string): Promise<KeptGrades> {
  const known = new Map<string, Graded>();
  try {
    const database = await opened();
    for (const key of await answered(database.getAllKeys(STORE)))
      if (!String(key).startsWith(under)) await answered(database.delete(STORE, key));
    for (const key of await answered(database.getAllKeys(STORE)))
      known.set(String(key).slice(under.length), await answered(database.get(STORE, key)));
    return {
      find: (fingerprint) => known.get(fingerprint),
      keep: (fingerprint, graded) => void database.put(STORE, graded, under + fingerprint).catch(() => {}),
    };
  } catch {
    // A browser that keeps nothing grades all the same.
    return { find: () => undefined, keep: () => {} };
  }
}

/** Forgets all that was graded here. @throws where the browser does not */
export async function forgetGrades(): Promise<void> {
  const database = await opened();
  await answered(database.clear(STORE));
  database.close();
}

function opened() {
  return answered(
    openDB("two-layers-grading", 1, { upgrade: (fresh) => void fresh.createObjectStore(STORE) }),
  );
}
