/**
 * <hand-ins>: grades a folder, an archive or files that were handed in, on the teacher's machine. Names, answers and marks stay in
 * this browser, which keeps them; what comes from outside is shown as text. How grading goes is in gradeFiles.ts.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import {
  flagsOf,
  type Graded,
  type GradedTask,
  isGraded,
  mostOf,
  pointsOf,
  type Result,
  rounded,
} from "../../src/assignments/grading/graded.ts";
import { keyOf, type Mark, markOf, withMarks } from "../../src/assignments/grading/marks.ts";
import type { Found } from "../../src/assignments/grading/submissions.ts";
import { late } from "../../src/runtime/late.ts";
import { dropPlace } from "../live/dropPlace.ts";
import { timeLeft } from "../live/running.ts";
import { clearedPartOf } from "../parts.ts";
import { filesDropped } from "./filesDropped.ts";
import { gradeFiles } from "./gradeFiles.ts";
import { forgetMarks, keepMarks, marksFor } from "./keptMarks.ts";
import { numberIn } from "./numberIn.ts";
import { type Question, questionOf } from "./question.ts";

class HandIns extends LitElement {
  static override properties = {
    results: { state: true },
    marks: { state: true },
    progress: { state: true },
    isOver: { state: true },
    said: { state: true },
    asked: { state: true },
  };
  declare results: readonly Result[];
  /** By whose text they are for. */
  declare marks: ReadonlyMap<string, Mark>;
  declare progress: { readonly done: number; readonly of: number } | null;
  declare isOver: boolean;
  declare said: string;
  /** What the teacher is asked before all is forgotten. */
  declare asked: Question | null;
  #link = "";
  #begun = 0;
  #ending: AbortController | null = null;

  constructor() {
    super();
    this.results = [];
    this.marks = new Map();
    this.progress = null;
    this.isOver = false;
    this.said = "";
    this.asked = null;
  }

  override createRenderRoot(): HTMLElement {
    return clearedPartOf(this, "hand-ins");
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#ending?.abort();
  }

  async #take(finding: Promise<readonly Found[]>): Promise<void> {
    this.#ending?.abort();
    const ending = new AbortController();
    this.#ending = ending;
    const { signal } = ending;
    this.said = "";
    this.results = [];
    this.progress = { done: 0, of: 0 };
    try {
      const files = await finding;
      await this.#grade(files, signal);
    } catch (error) {
      if (!signal.aborted) this.said = (error as Error).message;
    } finally {
      if (this.#ending === ending) this.progress = null;
    }
  }

  async #grade(files: readonly Found[], signal: AbortSignal): Promise<void> {
    this.#begun = performance.now();
    const results: Result[] = [];
    const graded = await gradeFiles({
      files,
      link: this.#link,
      software: this.dataset.software ?? "",
      signal,
      onProgress: (done, of) => {
        this.progress = { done, of };
      },
      onResult: (result) => {
        results.push(result);
        this.results = [...results];
      },
    });
    // What is given now counts before what was given earlier.
    const earlier = await marksFor(graded);
    this.marks = new Map([...earlier.map((mark) => [keyOf(mark), mark] as const), ...this.marks]);
    this.results = graded;
    this.said = `${graded.filter(isGraded).length} of ${graded.length} ${graded.length === 1 ? "file is" : "files are"} graded.`;
  }

  override render(): TemplateResult {
    return html`${dropPlace(
      this,
      (dropped) => void this.#take(filesDropped(dropped)),
      html`<p>Drop a folder, an archive (.zip) as your course site gives it out, or files here.</p>
        <p class="controls">
          <label class="field">Files or an archive ${this.#inputTemplate("files", false)}</label>
          <label class="field">Or a folder ${this.#inputTemplate("folder", true)}</label>
        </p>`,
    )}
      <label class="field">
        The link that your students had, if you composed one
        <input
          type="url"
          spellcheck="false"
          autocomplete="off"
          @change=${({ target }: Event) => {
            this.#link = (target as HTMLInputElement).value;
          }}
        />
      </label>
      ${this.progress ? this.#progressTemplate(this.progress) : nothing}
      <p role="status" class="messages">${this.said}</p>
      ${this.results.length > 0 ? this.#resultsTemplate() : nothing}
      <p class="note-small">
        This browser keeps what it has graded and your marks, for when you come back.
        <button type="button" class="quiet" ?disabled=${this.progress !== null} @click=${() => this.#askToForget()}>Forget all of it</button>
      </p>
      ${questionOf(this)}`;
  }

  #askToForget(): void {
    this.said = "";
    this.asked = {
      says: "Names, answers, points and marks of all that was graded here go from this browser. Save the tables that you need first.",
      yes: "Forget them",
      agree: () => void this.#forget(),
    };
  }

  async #forget(): Promise<void> {
    try {
      const { forgetGrades } = await late(() => import("./keptGrades.ts"));
      await Promise.all([forgetGrades(), forgetMarks()]);
      this.results = [];
      this.marks = new Map();
      this.said = "They are gone from this browser. The files are as they were.";
    } catch (error) {
      this.said = `This browser could not forget it: ${(error as Error).message} Its own settings can clear the data of this site.`;
    }
  }

  #inputTemplate(id: string, isFolder: boolean): TemplateResult {
    const take = (event: Event) => {
      const input = event.target as HTMLInputElement;
      const files = [...(input.files ?? [])].map(foundIn);
      input.value = "";
      if (files.length > 0) void this.#take(Promise.resolve(files));
    };
    return isFolder
      ? html`<input id=${id} type="file" webkitdirectory @change=${take} />`
      : html`<input id=${id} type="file" multiple accept=".json,.zip,application/json,application/zip" @change=${take} />`;
  }

  #progressTemplate({ done, of }: { readonly done: number; readonly of: number }): TemplateResult {
    const share = of === 0 ? 0 : done / of;
    return html`<div class="progress-text numbers" translate="no">
      <progress max="1" .value=${share} aria-label="Share of the files graded"></progress>
      <span>${of === 0 ? "Reading the files …" : `${done} of ${of} files${timeLeft(share, this.#begun)}`}</span>
      <button
        type="button"
        @click=${() => {
          this.#ending?.abort();
          this.progress = null;
          this.said = "Grading was stopped. What is graded is kept: give the same files again to go on.";
        }}
      >
        Stop
      </button>
    </div>`;
  }

  /** The results with the marks that were given here. */
  get #marked(): readonly Result[] {
    return withMarks(this.results, this.marks.values());
  }

  #mark(marks: readonly Mark[]): void {
    this.marks = new Map([...this.marks, ...marks.map((mark) => [keyOf(mark), mark] as const)]);
    void keepMarks(marks, this.results);
  }

  #resultsTemplate(): TemplateResult {
    const results = this.#marked;
    const flagged = results.filter((result) => isGraded(result) && flagsOf(result).length > 0).length;
    const ungraded = results.filter((result) => !isGraded(result)).length;
    return html`<p>
        ${results.length === 1 ? "1 file" : `${results.length} files`}. ${flagged > 0 ? `${flagged} ${flagged === 1 ? "has" : "have"} something to look at. ` : ""}${ungraded > 0 ? `${ungraded} could not be graded.` : ""}
      </p>
      <p class="controls">
        ${this.#saveTemplate("Gradebook (CSV for Canvas or Moodle)", "grades.csv")}
        ${this.#saveTemplate("Overview (CSV)", "overview.csv")}
        ${this.#saveTemplate("Texts to mark (CSV)", "texts.csv")}
        ${this.#saveTemplate("Reports (ZIP)", "reports.zip")}
        <label class="field">
          Marks, filled in
          <input
            type="file"
            accept=".csv,text/csv"
            @change=${(event: Event) => {
              const input = event.target as HTMLInputElement;
              const [file] = input.files ?? [];
              input.value = "";
              if (file) void this.#takeMarks(file);
            }}
          />
        </label>
      </p>
      <div class="scroll" tabindex="0" role="region" aria-label="What was graded">
        <table class="graded">
          <thead>
            <tr><th scope="col">File</th><th scope="col">Student</th><th scope="col">Points</th><th scope="col">To look at</th></tr>
          </thead>
          <tbody>
            ${results.map((result) => (isGraded(result) ? this.#rowTemplate(result) : html`<tr><td>${result.file}</td><td colspan="2"><span class="badge" data-kind="inconclusive">not graded</span></td><td>${result.problem}</td></tr>`))}
          </tbody>
        </table>
      </div>`;
  }

  #rowTemplate(graded: Graded): TemplateResult {
    const { file, title, student, tasks } = graded;
    const open = tasks.filter(({ points }) => points === null).length;
    return html`<tr>
      <td>${file}<br /><span class="note-small">${title}</span></td>
      <td>${student.name}<br /><span class="note-small">${student.number}</span></td>
      <td class="numbers">
        ${pointsOf(graded)} of ${mostOf(graded)}${open > 0 ? html`<br /><span class="note-small">${open} to be read</span>` : nothing}
      </td>
      <td>
        ${flagsOf(graded).map(({ kind, says }) => html`<p><span class="badge" data-kind="refuted">${kind}</span> ${says}</p>`)}
        <details>
          <summary>Task by task</summary>
          ${tasks.map((task) => this.#taskTemplate(graded, task))}
        </details>
      </td>
    </tr>`;
  }

  #taskTemplate(graded: Graded, task: GradedTask): TemplateResult {
    return html`<div class="graded-task">
      <p><b>${task.title}</b>: ${task.points === null ? "to be read" : `${rounded(task.points)} of ${task.of}`}</p>
      ${task.because.map((sentence) => html`<p class="note-small">${sentence}</p>`)}
      ${task.text === undefined ? nothing : this.#markTemplate(graded, task)}
    </div>`;
  }

  #markTemplate(graded: Graded, task: GradedTask): TemplateResult {
    const set = (change: Partial<Mark>) => this.#mark([{ ...markOf(graded, task), ...change }]);
    return html`<blockquote class="answer-text">${task.text}</blockquote>
      <ul class="rubric note-small">
        ${task.rubric?.map(({ points, says }) => html`<li>${points} of ${task.of}: ${says}</li>`)}
      </ul>
      <div class="controls">
        <label class="field">
          Marks, of ${task.of}
          <input
            inputmode="decimal"
            autocomplete="off"
            .value=${task.points === null ? "" : String(task.points)}
            @change=${({ target }: Event) => {
              const text = (target as HTMLInputElement).value.trim();
              const points =
                text === ""
                  ? null
                  : numberIn(text, { label: `Marks for “${task.title}”`, minimum: 0, maximum: task.of });
              this.said = typeof points === "string" ? points : "";
              if (typeof points !== "string") set({ points });
            }}
          />
        </label>
        <label class="field">
          Comment
          <textarea rows="2" .value=${task.comment ?? ""} @change=${({ target }: Event) => set({ comment: (target as HTMLTextAreaElement).value })}></textarea>
        </label>
      </div>`;
  }

  async #takeMarks(file: File): Promise<void> {
    try {
      const { marksIn } = await late(() => import("../../src/assignments/grading/tables.ts"));
      const marks = marksIn(await file.text());
      this.#mark(marks);
      this.said = `${marks.length} marks are taken.`;
    } catch (error) {
      this.said = (error as Error).message;
    }
  }

  #saveTemplate(label: string, name: string): TemplateResult {
    return html`<button type="button" ?disabled=${this.progress !== null} data-save=${name} @click=${() => void this.#save(name)}>${label}</button>`;
  }

  async #save(name: string): Promise<void> {
    try {
      const [{ takenAway }, { download }] = await late(() =>
        Promise.all([import("./takenAway.ts"), import("../live/exports.ts")]),
      );
      download(takenAway(name, this.#marked));
    } catch (error) {
      this.said = (error as Error).message;
    }
  }
}

/** A file that was chosen; of a folder, with the way to it. */
function foundIn(file: File): Found {
  return {
    name: file.webkitRelativePath || file.name,
    size: file.size,
    arrayBuffer: () => file.arrayBuffer(),
  };
}

customElements.define("hand-ins", HandIns);
