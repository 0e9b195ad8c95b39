/** Tells figures and claims of runs that an earlier page had kept and nobody would look for. Once a page, when it is idle. */

import { DATABASE } from "../../src/runtime/keep/isUnderWay.ts";

/** The event on the document; its detail is the owner. */
export const FOUND = "kept-found";

async function look(): Promise<void> {
  // Opening would make the database where there is none; and what looks into it is not loaded for nothing.
  const databases = await databasesHere().catch(() => []);
  if (!databases.some(({ name }) => name === DATABASE)) return;
  const { recoverMarks } = await import("../../src/runtime/keep/recover.ts");
  for (const owner of await recoverMarks()) document.dispatchEvent(new CustomEvent(FOUND, { detail: owner }));
}

/** @throws where the page may keep nothing */
async function databasesHere() {
  // A frame in a sandbox has none, and Chromium says so by an error that cannot be caught.
  if (self.origin === "null") return [];
  return (await indexedDB.databases?.()) ?? [];
}

const whenIdle = globalThis.requestIdleCallback ?? ((begin: () => void) => setTimeout(begin, 1000));
whenIdle(() => void look());
