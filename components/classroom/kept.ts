/** Where the browser keeps a student's work: a table of its own in IndexedDB. Other tabs are told what is new. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { HandIn, Student } from "../../src/assignments/handIn.ts";
import { answered } from "../../src/runtime/keep/answered.ts";

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
  const database: IDBPDatabase<Schema> = await answered(
    openDB<Schema>("two-layers-classroom", 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore("work");
        fresh.createObjectStore("student");
      },
    }),
  );
  database.addEventListener("versionchange", () => database.close());
  const channel = new BroadcastChannel(`two-layers-classroom ${assignment}`);
  return {
    read: async () => (await answered(database.get("work", assignment))) ?? null,
    student: async () => (await answered(database.get("student", "student"))) ?? null,
    write: async (work) => {
      await answered(database.put("work", work, assignment));
      await answered(database.put("student", work.handIn.student, "student"));
      channel.postMessage("written");
    },
    forget: async () => {
      await answered(database.delete("work", assignment));
      channel.postMessage("forgotten");
    },
    onOther: (then) => channel.addEventListener("message", then),
  };
}
