/** Where the browser keeps a student's work: a table of its own in IndexedDB. Other tabs are told what is new. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { HandIn, Student } from "../../src/assignments/handIn.ts";

/** What was written and not told yet, by task. */
export type Drafts = Readonly<Record<string, string>>;

export interface Work {
  readonly handIn: HandIn;
  readonly drafts: Drafts;
}

interface Schema extends DBSchema {
  work: { key: string; value: Work };
  student: { key: "student"; value: Student };
}

/** How long, in milliseconds, the browser may take to open the database: some have never answered. */
const PATIENCE = 3000;

/** What is kept of one assignment. */
export interface Kept {
  readonly read: () => Promise<Work | null>;
  readonly student: () => Promise<Student | null>;
  readonly write: (work: Work) => Promise<void>;
  readonly forget: () => Promise<void>;
  /** Calls when another tab has written, or forgotten. */
  readonly onOther: (then: () => void) => void;
}

/** @throws the browser's error where it lets the page keep nothing: in a private window, or in a frame of another site */
export async function openKept(assignment: string): Promise<Kept> {
  const opening = openDB<Schema>("two-layers-classroom", 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore("work");
      fresh.createObjectStore("student");
    },
  });
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error("The database of this browser does not answer.")), PATIENCE),
  );
  const database: IDBPDatabase<Schema> = await Promise.race([opening, late]);
  database.addEventListener("versionchange", () => database.close());
  const channel = new BroadcastChannel(`two-layers-classroom ${assignment}`);
  return {
    read: async () => (await database.get("work", assignment)) ?? null,
    student: async () => (await database.get("student", "student")) ?? null,
    write: async (work) => {
      await database.put("work", work, assignment);
      await database.put("student", work.handIn.student, "student");
      channel.postMessage("written");
    },
    forget: async () => {
      await database.delete("work", assignment);
      channel.postMessage("forgotten");
    },
    onOther: (then) => channel.addEventListener("message", then),
  };
}
