/**
 * The work of the student on the assignment of this page: read when it opens, kept after each change, told to whatever shows it.
 * Where the browser keeps nothing, the student's file is what keeps it.
 */
import type { Assignment } from "../../src/assignments/assignment.ts";
import { type Course, inCourse, readCourse } from "../../src/assignments/course.ts";
import {
  begunBy,
  type HandIn,
  type Student,
  type Told,
  withEntry,
  withRun,
} from "../../src/assignments/handIn.ts";
import { FOUND } from "../../src/catalogue/found/tasks.ts";
import type { FigureRecord } from "../../src/runtime/records/record.ts";
import { type Drafts, type Kept, openKept, type Work } from "./kept.ts";

/** The event of the sheet on itself. */
export const CHANGED = "change";

export class Sheet extends EventTarget {
  /** As the teacher's link has it. */
  readonly assignment: Assignment;
  readonly whole: Assignment;
  readonly course: Course | null;
  /** What of the link does not fit, in sentences. */
  readonly refused: readonly string[];
  readonly #software: string;
  #kept: Kept | null = null;
  /** null until the student has said who they are. */
  handIn: HandIn | null = null;
  drafts: Drafts = {};
  /** Who worked in this browser before, on whatever assignment. */
  known: Student | null = null;
  /** Why nothing is kept; null where it is. */
  notKept: string | null = null;
  /** Whether everything is in a file of the student's. */
  isSaved = true;

  constructor(whole: Assignment, search: string, software: string) {
    super();
    const { course, refused } = readCourse(search, whole);
    this.whole = whole;
    this.course = course;
    this.refused = refused;
    this.assignment = inCourse(whole, course);
    this.#software = software;
  }

  /** Reads what is kept. */
  async open(): Promise<void> {
    try {
      this.#kept = await openKept(this.whole.id);
      await this.#read();
      this.known = await this.#kept.student();
      this.#kept.onOther(() => void this.#read().then(() => this.#tell()));
    } catch (error) {
      this.#lose(error as Error);
    }
    addEventListener("beforeunload", (event) => {
      if (this.notKept !== null && !this.isSaved) event.preventDefault();
    });
    this.#tell();
  }

  async #read(): Promise<void> {
    const work = (await this.#kept?.read()) ?? null;
    this.handIn = work?.handIn ?? null;
    this.drafts = work?.drafts ?? {};
  }

  #lose({ message }: Error): void {
    this.#kept = null;
    this.notKept = message;
  }

  /** The student says who they are: their tasks are drawn. */
  begin(student: Student): void {
    this.#change(begunBy(student, this.whole, this.#software, this.course));
  }

  /** Goes on with a file from elsewhere. */
  take(handIn: HandIn): void {
    this.drafts = {};
    this.#change(handIn);
    this.isSaved = true;
  }

  tell(task: string, told: Told): void {
    if (this.handIn) this.#change(withEntry(this.handIn, task, told, now()));
  }

  tellRun(task: string, record: FigureRecord): void {
    if (this.handIn) this.#change(withRun(this.handIn, task, record, now()));
  }

  /** Keeps what is being written, before it is told. */
  draft(task: string, text: string): void {
    this.drafts = { ...this.drafts, [task]: text };
    if (this.handIn) this.#change(this.handIn);
  }

  /** Forgets the work on this assignment. */
  async reset(): Promise<void> {
    this.handIn = null;
    this.drafts = {};
    this.isSaved = true;
    await this.#kept?.forget().catch((error: Error) => this.#lose(error));
    this.#tell();
  }

  #change(handIn: HandIn): void {
    this.handIn = handIn;
    this.isSaved = false;
    const work: Work = { handIn, drafts: this.drafts };
    void this.#kept?.write(work).catch((error: Error) => {
      this.#lose(error);
      this.#tell();
    });
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new Event(CHANGED));
  }
}

function now(): string {
  return new Date().toISOString();
}

let opened: Promise<Sheet> | null = null;

/** The sheet of this page, which its <assignment-sheet> names. */
export function sheet(): Promise<Sheet> {
  opened ??= open();
  return opened;
}

async function open(): Promise<Sheet> {
  const { assignment: id = "", software = "" } =
    document.querySelector<HTMLElement>("assignment-sheet")?.dataset ?? {};
  const load = FOUND[id];
  if (!load) throw new Error(`There is no assignment “${id}”.`);
  const { tasks: written } = await load();
  const made = new Sheet({ id, ...written }, location.search, software);
  await made.open();
  return made;
}
