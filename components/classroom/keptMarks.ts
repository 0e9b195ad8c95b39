/**
 * The marks that a teacher gave in this browser, each with the text that it was given for: after a reload it counts for the same
 * text of the same student, and for no other.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { isGraded, type Result } from "../../src/assignments/grading/graded.ts";
import { keyOf, type Mark, markOf } from "../../src/assignments/grading/marks.ts";
import { answered } from "../../src/runtime/keep/answered.ts";

interface Given extends Mark {
  /** What the student wrote. */
  readonly text: string;
}

interface Schema extends DBSchema {
  marks: { key: string; value: Given };
}

/** Those that were given earlier for the texts of these results. A browser that keeps nothing has none. */
export async function marksFor(results: readonly Result[]): Promise<Mark[]> {
  const texts = textsOf(results);
  const given = await withDatabase((database) => database.getAll("marks")).catch(() => []);
  return given.filter((each) => texts.get(keyOf(each)) === each.text).map(({ text: _, ...mark }) => mark);
}

/** Keeps the marks that are given for texts of these results, where the browser does. */
export async function keepMarks(marks: readonly Mark[], results: readonly Result[]): Promise<void> {
  const texts = textsOf(results);
  await withDatabase(async (database) => {
    for (const mark of marks) {
      const text = texts.get(keyOf(mark));
      if (text !== undefined) await database.put("marks", { ...mark, text }, keyOf(mark));
    }
  }).catch(() => {});
}

/** Forgets all marks. @throws where the browser does not */
export async function forgetMarks(): Promise<void> {
  await withDatabase((database) => database.clear("marks"));
}

function textsOf(results: readonly Result[]): ReadonlyMap<string, string> {
  const graded = results.filter(isGraded);
  return new Map(
    graded.flatMap((each) =>
      each.tasks.flatMap((task): [string, string][] =>
        task.text === undefined ? [] : [[keyOf(markOf(each, task)), task.text]],
      ),
    ),
  );
}

/** Opens the database for one thing that is done with it. @throws where the browser keeps nothing */
async function withDatabase<T>(act: (database: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const database = await answered(
    openDB<Schema>("two-layers-marks", 1, { upgrade: (fresh) => void fresh.createObjectStore("marks") }),
  );
  try {
    return await answered(act(database));
  } finally {
    database.close();
  }
}
