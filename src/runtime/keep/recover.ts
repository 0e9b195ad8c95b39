/**
 * Finds what is kept but was lost sight of. The note that says where to look is in the browser's local storage, which some
 * write only after many seconds: a browser that is killed meanwhile has the runs and not the note. So the note is kept
 * beside the runs, too, and put back from there.
 */
import { openDatabase } from "./database.ts";
import { isUnderWay } from "./isUnderWay.ts";
import { takeLock } from "./lock.ts";
import { type Mark, writeMark } from "./mark.ts";
import { SOFTWARE } from "./software.ts";

/** Puts back the notes that are missing, and returns their owners. For where there is a database; empty where it cannot be opened. */
export async function recoverMarks(): Promise<string[]> {
  try {
    const database = await openDatabase();
    const recovered: string[] = [];
    for (const owner of await database.owners(SOFTWARE)) {
      const note = await database.readMark(owner, SOFTWARE);
      if (!note || isUnderWay(owner)) continue;
      // Another tab that has the lock is at work, and sees to its note itself.
      const release = await takeLock(`two-layers ${owner}`).catch(() => null);
      if (!release) continue;
      writeMark(owner, note as Mark);
      release();
      recovered.push(owner);
    }
    database.close();
    return recovered;
  } catch {
    return [];
  }
}
