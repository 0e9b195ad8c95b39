/**
 * <assignment-sheet>: who the student is, how far they are, and their file: saved, opened, begun anew. Nothing of it leaves the
 * browser but the file that the student saves.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { nameOfHandIn, textOfHandIn } from "../../src/assignments/fileOf.ts";
import type { HandIn } from "../../src/assignments/handIn.ts";
import { plainNumber } from "../../src/assignments/personal.ts";
import { countOf, stateOf } from "../../src/assignments/progress.ts";
import { late } from "../../src/runtime/late.ts";
import { clearedPartOf } from "../parts.ts";
import { drafted } from "./drafted.ts";
import { Keyboard } from "./keyboard.ts";
import { tellPageAround } from "./pageAround.ts";
import { type Question, questionOf } from "./question.ts";
import { CHANGED, type Sheet, sheet } from "./sheet.ts";

const STATES = { "not begun": "not begun", begun: "begun", done: "done" } as const;

class AssignmentSheet extends LitElement {
  static override properties = { sheet: { state: true }, said: { state: true }, asked: { state: true } };
  declare sheet: Sheet | null;
  /** What came of the last thing that was done, in a sentence. */
  declare said: string;
  /** What the student is asked before their work is replaced or forgotten. */
  declare asked: Question | null;

  readonly #keyboard = new Keyboard();

  constructor() {
    super();
    this.sheet = null;
    this.said = "";
    this.asked = null;
  }

  override createRenderRoot(): HTMLElement {
    return clearedPartOf(this, "sheet");
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void sheet().then(
      (opened) => {
        this.sheet = opened;
        opened.addEventListener(CHANGED, this.#onChange);
        tellPageAround({ kind: "ready", ...countOf(opened.handIn, opened.assignment) });
      },
      (error: Error) => {
        this.said = error.message;
      },
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sheet?.removeEventListener(CHANGED, this.#onChange);
  }

  readonly #onChange = () => {
    this.requestUpdate();
    const { sheet: opened } = this;
    if (opened) tellPageAround({ kind: "progress", ...countOf(opened.handIn, opened.assignment) });
  };

  override willUpdate(): void {
    this.#keyboard.note(this.renderRoot as HTMLElement);
  }

  override updated(): void {
    this.#keyboard.goOn(this.renderRoot as HTMLElement);
  }

  override render(): TemplateResult {
    const { sheet: opened } = this;
    if (!opened) return html`<p role="status">${this.said || "Opening your work …"}</p>`;
    const { refused, notKept, handIn } = opened;
    return html`
      ${refused.map((sentence) => html`<p class="note">${sentence} The rest of the link counts.</p>`)}
      ${
        notKept === null
          ? nothing
          : html`<p class="note" role="alert">
              This browser lets the page keep nothing here (${notKept.replace(/\.$/, "")}). Your file is what keeps your
              work: save it before you leave, and open it when you come back.
            </p>`
      }
      ${opened.course?.until ? html`<p>To be handed in by <time datetime=${opened.course.until}>${dayInWords(opened.course.until)}</time>.</p>` : nothing}
      ${handIn ? this.#workTemplate(opened, handIn) : this.#beginningTemplate(opened)}
      ${questionOf(this)}
      <p role="status" class="messages">${this.said}</p>`;
  }

  #beginningTemplate(opened: Sheet): TemplateResult {
    const { name = "", number = "" } = opened.known ?? {};
    return html`<form
        class="sheet-form"
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          const data = new FormData(event.target as HTMLFormElement);
          this.#begin(opened, String(data.get("name")), String(data.get("number")));
        }}
      >
        <label class="field">Your name <input name="name" data-next required maxlength="200" autocomplete="name" .value=${name} /></label>
        <label class="field">
          Your student number
          <input name="number" required maxlength="100" autocomplete="off" spellcheck="false" .value=${number} />
        </label>
        <button type="submit" class="primary">Draw my tasks</button>
      </form>
      <p class="note-small">
        Your settings and seeds are drawn from your number, so that they are yours. Both stay in this browser, and are
        written nowhere but into the file that you hand in.
      </p>
      <p class="controls">${this.#openTemplate("Or go on with a file of yours")}</p>`;
  }

  #begin(opened: Sheet, name: string, number: string): void {
    if (name.trim() === "" || plainNumber(number) === "") {
      this.said = "Your name and your number are needed, both.";
      return;
    }
    this.said = "Your tasks are drawn.";
    opened.begin({ name: name.trim(), number: number.trim() });
  }

  #workTemplate(opened: Sheet, handIn: HandIn): TemplateResult {
    const { assignment, isSaved } = opened;
    const { done, of } = countOf(drafted(handIn, opened.drafts), assignment);
    return html`<p tabindex="-1" data-next>
        <b>${handIn.student.name}</b>, number <b>${handIn.student.number}</b>. ${done} of ${of} tasks are done.
        ${isSaved || handIn.entries.length === 0 ? nothing : html`<span class="note-small">Not all of it is in a file yet.</span>`}
      </p>
      <ol class="task-list">
        ${Object.entries(assignment.tasks).map(([name, task]) => {
          const state = stateOf(drafted(handIn, opened.drafts), name, task);
          return html`<li>
            <a href=${`#task-${name}`}>${task.title}</a>
            <span class="badge" data-kind=${state === "done" ? "supported" : state === "begun" ? "inconclusive" : "not run"}>${STATES[state]}</span>
          </li>`;
        })}
      </ol>
      <p class="controls">
        <button type="button" class="primary" data-save ?disabled=${handIn.entries.length === 0 && Object.keys(opened.drafts).length === 0} @click=${() => this.#save(opened, handIn)}>
          Save the file to hand in
        </button>
        ${this.#openTemplate("Open a file of yours")}
        <button type="button" class="quiet" @click=${() => this.#ask({ says: "All your work on this assignment is forgotten here. A file that you saved stays.", yes: "Begin anew", agree: () => void opened.reset() })}>
          Begin anew …
        </button>
      </p>`;
  }

  #openTemplate(label: string): TemplateResult {
    return html`<label class="field">
      ${label}
      <input
        type="file"
        accept="application/json,.json"
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          const [file] = input.files ?? [];
          input.value = "";
          if (file) void this.#open(file);
        }}
      />
    </label>`;
  }

  #ask(question: Question): void {
    this.said = "";
    this.asked = question;
  }

  /** What is still being written is told first. */
  #save(opened: Sheet, handIn: HandIn): void {
    const texts = Object.entries(opened.drafts);
    for (const [task, text] of texts) opened.tell(task, { kind: "text", text });
    opened.drafts = {};
    const whole = opened.handIn ?? handIn;
    const file = new Blob([textOfHandIn(whole)], { type: "application/json" });
    const address = URL.createObjectURL(file);
    Object.assign(document.createElement("a"), { href: address, download: nameOfHandIn(whole) }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
    opened.isSaved = true;
    this.said = `Saved as ${nameOfHandIn(whole)}. Hand in this file; you can go on and save it again.`;
    tellPageAround({ kind: "saved", ...countOf(whole, opened.assignment) });
    this.requestUpdate();
  }

  async #open(file: File): Promise<void> {
    const { sheet: opened } = this;
    if (!opened) return;
    try {
      const { readHandIn } = await late(() => import("../../src/assignments/readHandIn.ts"));
      const handIn = await readHandIn(file);
      if (handIn.assignment !== opened.whole.id)
        throw new Error(
          `This file is of the assignment “${handIn.assignment}”, and this page is of “${opened.whole.id}”.`,
        );
      const take = () => {
        opened.take(handIn);
        this.said = `The work of ${handIn.student.name} is open.`;
      };
      if (opened.handIn && opened.handIn.entries.length > 0)
        this.#ask({
          says: `The file of ${handIn.student.name} takes the place of what is here.`,
          yes: "Open it",
          agree: take,
        });
      else take();
    } catch (error) {
      this.said = (error as Error).message;
    }
  }
}

function dayInWords(day: string): string {
  return new Date(`${day}T12:00:00`).toLocaleDateString("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
  });
}

customElements.define("assignment-sheet", AssignmentSheet);
