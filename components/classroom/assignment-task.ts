/**
 * <assignment-task>: what a student does for one task. The figure in it is a live figure like any other, set to what is theirs;
 * where something is to be predicted, it is hidden until it was.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import {
  type Asked,
  hasFigure,
  type Task,
  type TaskWithFigure,
  taskOf,
} from "../../src/assignments/assignment.ts";
import { brokenInWords, missedOf, numberOf, wantedInWords } from "../../src/assignments/criteria.ts";
import { firstOf, type HandIn, lastOf } from "../../src/assignments/handIn.ts";
import { departuresFromTask, rangesInWords } from "../../src/assignments/ownRun.ts";
import { type Personal, personalOf } from "../../src/assignments/personal.ts";
import { inWords } from "../../src/plots/numbers.ts";
import { late } from "../../src/runtime/late.ts";
import type { FigureRecord } from "../../src/runtime/records/record.ts";
import type { LiveFigure } from "../live/embeddedInside.ts";
import { TOLD } from "../live/told.ts";
import { clearedPartOf, partsOf } from "../parts.ts";
import { Keyboard } from "./keyboard.ts";
import { numberIn } from "./numberIn.ts";
import { ownInWords, problemsOf, recordOf, setToOwn } from "./ownFigure.ts";
import { CHANGED, type Sheet, sheet } from "./sheet.ts";

const TAKEN = "This run is in your file now.";

class AssignmentTask extends LitElement {
  static override properties = { sheet: { state: true }, said: { state: true } };
  declare sheet: Sheet | null;
  declare said: string;
  readonly #name = this.dataset.task ?? "";
  readonly #keyboard = new Keyboard();
  /** Whose settings the figure has. */
  #setFor: string | null = null;
  /** The reports of the run that was looked at last. */
  #seen: unknown = null;

  constructor() {
    super();
    this.sheet = null;
    this.said = "";
  }

  override createRenderRoot(): HTMLElement {
    return clearedPartOf(this, "work");
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void sheet().then(
      (opened) => {
        this.sheet = opened;
        opened.addEventListener(CHANGED, this.#onChange);
      },
      () => {},
    );
    this.#figure?.addEventListener(TOLD, this.#onTold);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sheet?.removeEventListener(CHANGED, this.#onChange);
    this.#figure?.removeEventListener(TOLD, this.#onTold);
  }

  readonly #onChange = () => this.requestUpdate();

  get #figure(): LiveFigure | null {
    return this.querySelector<LiveFigure>("live-figure");
  }

  get #task(): Task | null {
    const { sheet: opened } = this;
    if (!opened || !Object.hasOwn(opened.assignment.tasks, this.#name)) return null;
    return taskOf(opened.assignment, this.#name);
  }

  #personal(task: TaskWithFigure, handIn: HandIn): Personal {
    return personalOf(handIn.assignment, this.#name, task, handIn.student.number);
  }

  /** Whether the figure may be seen: the tasks are drawn, and what is to be predicted is. */
  #isOpen(task: Task, handIn: HandIn | null): boolean {
    if (!handIn || !hasFigure(task)) return false;
    return task.kind !== "predict" || firstOf(handIn, this.#name, "prediction") !== undefined;
  }

  override willUpdate(): void {
    this.#keyboard.note(this.renderRoot as HTMLElement);
  }

  override updated(): void {
    this.#keyboard.goOn(this.renderRoot as HTMLElement);
    const task = this.#task;
    const handIn = this.sheet?.handIn ?? null;
    const section = this.closest<HTMLElement>("[data-task-section]");
    // A teacher's link may leave a task out.
    if (section && this.sheet) section.hidden = task === null;
    if (!task) return;
    const isOpen = this.#isOpen(task, handIn);
    for (const place of partsOf(this, "figure")) place.hidden = !isOpen;
    if (!isOpen) this.#setFor = null;
    const figure = this.#figure;
    if (!figure || !handIn || !hasFigure(task)) return;
    // What a student's settings are called is known to the figure, hidden or not.
    const isToBeSet = isOpen && this.#setFor !== handIn.student.number;
    if (figure.about && !isToBeSet) return;
    if (isToBeSet) this.#setFor = handIn.student.number;
    void this.#bringToLife(figure).then(
      () => {
        if (isToBeSet) setToOwn(figure, task, this.#personal(task, handIn));
      },
      (error: Error) => {
        this.#setFor = null;
        this.said = error.message;
      },
    );
  }

  /** A page whose tasks are not drawn yet has no use for what runs a figure. @throws Error in a sentence */
  async #bringToLife(figure: LiveFigure): Promise<void> {
    await late(() => import("../live/live-figure.ts"));
    await figure.updateComplete;
    this.requestUpdate();
  }

  /** The figure has got further. What is to be kept of a run by itself is. */
  readonly #onTold = () => {
    const figure = this.#figure;
    const task = this.#task;
    if (!figure || !task || !hasFigure(task) || this.#setFor === null) return;
    this.requestUpdate();
    if (figure.runs.phase !== "done") this.#forget(TAKEN);
    if (figure.runs.phase !== "done" || figure.runs.measured === this.#seen) return;
    this.#seen = figure.runs.measured;
    if (task.kind === "measure" || task.kind === "predict") void this.#handIn(true);
  };

  /** What was said of a run that is not there any more. */
  #forget(sentence: string): void {
    if (this.said === sentence) this.said = "";
  }

  /** Puts the run of the figure into the student's file. @param isByItself whether nobody pressed anything */
  async #handIn(isByItself: boolean): Promise<void> {
    const { sheet: opened } = this;
    const figure = this.#figure;
    if (!opened?.handIn || !figure) return;
    const before = this.said;
    // What is said meanwhile stays, if nobody pressed anything.
    const say = (sentence: string) => {
      if (isByItself) this.#forget(before);
      else this.said = sentence;
    };
    try {
      const task = taskOf(opened.assignment, this.#name);
      if (!hasFigure(task)) return;
      const record = await recordOf(figure);
      const departures = departuresFromTask(record, task, this.#personal(task, opened.handIn), figure.about);
      if (departures.length > 0) {
        say(departures.join(" "));
        return;
      }
      if (record.wholeDigest === lastOf(opened.handIn, this.#name, "run")?.run) return;
      opened.tellRun(this.#name, record);
      say(TAKEN);
    } catch (error) {
      this.said = (error as Error).message;
    }
  }

  override render(): TemplateResult {
    const task = this.#task;
    const handIn = this.sheet?.handIn ?? null;
    if (!task) return html``;
    if (!handIn)
      return html`<p class="note-small"><a href="#sheet">Say who you are</a> first: then this task is drawn for you.</p>`;
    return html`
      ${hasFigure(task) ? this.#ownTemplate(task, handIn) : nothing}
      ${this.#workTemplate(task, handIn)}
      <p role="status" class="messages">${this.said}</p>`;
  }

  #ownTemplate(task: TaskWithFigure, handIn: HandIn): TemplateResult | typeof nothing {
    const figure = this.#figure;
    if (!figure?.about) return nothing;
    const own = ownInWords(figure, task, this.#personal(task, handIn));
    return html`<dl class="own-settings" aria-label="What is yours in this task">
      ${own.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
    </dl>`;
  }

  #workTemplate(task: Task, handIn: HandIn): TemplateResult {
    switch (task.kind) {
      case "predict":
        return this.#predictTemplate(task, handIn);
      case "find":
        return this.#searchTemplate(task, handIn, task.wanted, []);
      case "refute":
        return this.#searchTemplate(task, handIn, task.wanted ?? [], task.holds);
      case "measure":
        return this.#measureTemplate(task, handIn);
      case "explain":
        return this.#explainTemplate(task, handIn);
      default:
        return task satisfies never;
    }
  }

  #predictTemplate(task: Extract<Task, { kind: "predict" }>, handIn: HandIn): TemplateResult {
    const said = firstOf(handIn, this.#name, "prediction");
    const { answer, asks } = task;
    if (said) {
      const words =
        "choices" in answer
          ? (answer.choices[String(said.value)] ?? said.value)
          : withUnit(said.value, answer);
      const run = lastOf(handIn, this.#name, "run");
      return html`<p tabindex="-1" data-next>
        You predicted <b>${words}</b>, and that stays. ${run ? "Your run is in your file." : "Now run it: your first run goes into your file."}
      </p>`;
    }
    return html`<form
      class="answer"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const given = new FormData(event.target as HTMLFormElement).get("prediction");
        this.#predict(task, given === null ? "" : String(given));
      }}
    >
      ${
        "choices" in answer
          ? html`<fieldset>
              <legend>${asks}</legend>
              ${Object.entries(answer.choices).map(
                ([choice, words]) =>
                  html`<label class="check"><input type="radio" name="prediction" value=${choice} required /> ${words}</label>`,
              )}
            </fieldset>`
          : html`<p>${asks}</p>
              <label class="field">
                ${labelOf(answer)}
                <input name="prediction" inputmode="decimal" autocomplete="off" required />
              </label>`
      }
      <button type="submit" class="primary">Lock in the prediction</button>
      <p class="note-small">The figure comes after that. A prediction that is locked in cannot be changed.</p>
    </form>`;
  }

  #predict({ answer }: Extract<Task, { kind: "predict" }>, given: string): void {
    if ("choices" in answer) {
      if (Object.hasOwn(answer.choices, given))
        this.sheet?.tell(this.#name, { kind: "prediction", value: given });
      return;
    }
    const value = numberIn(given, answer);
    if (typeof value === "string") this.said = value;
    else {
      this.said = "";
      this.sheet?.tell(this.#name, { kind: "prediction", value });
    }
  }

  #searchTemplate(
    task: Extract<Task, { kind: "find" | "refute" }>,
    handIn: HandIn,
    wanted: readonly Parameters<typeof wantedInWords>[0][],
    holds: readonly Parameters<typeof wantedInWords>[0][],
  ): TemplateResult {
    const figure = this.#figure;
    if (!figure?.about) return html``;
    const { meta, figure: shown } = figure.about;
    const cases = shown.cases.map(({ label }) => label);
    const isDone = figure.runs?.phase === "done";
    const outcome = isDone ? figure.runs.measured.map((each) => each ?? { quantities: {}, series: {} }) : [];
    const problems = problemsOf(figure, task);
    const ranges = rangesInWords(task, meta);
    const row = (each: Parameters<typeof wantedInWords>[0], isToBreak: boolean) => {
      const value = numberOf(each, outcome);
      const isMissed = missedOf([each], outcome).length > 0;
      const isGood = isToBreak ? isMissed : !isMissed;
      return html`<li>
        ${(isToBreak ? brokenInWords : wantedInWords)(each, meta, cases)}.
        ${isDone ? html`<span class="badge" data-kind=${isGood ? "supported" : "refuted"}>${value === undefined ? "not measured" : inWords(value, 4)}${isGood ? " ✓" : " ✗"}</span>` : nothing}
      </li>`;
    };
    const run = lastOf(handIn, this.#name, "run");
    return html`
      <p>${task.kind === "refute" ? html`It is said: <q>${task.says}</q> To refute that, show a run with` : "Show a run with"}</p>
      <ul class="wanted">${wanted.map((each) => row(each, false))}${holds.map((each) => row(each, true))}</ul>
      ${task.kind === "find" && task.least ? html`<p class="note-small">${leastInWords(task.least, meta)}</p>` : nothing}
      ${ranges.length > 0 ? html`<p class="note-small">Allowed: ${ranges.join(", ")}.</p>` : nothing}
      ${problems.map((sentence) => html`<p class="note">${sentence}</p>`)}
      <p class="controls">
        <button type="button" class="primary" ?disabled=${!isDone || problems.length > 0} @click=${() => void this.#handIn(false)}>
          Put this run into my file
        </button>
        <span class="note-small">
          ${run ? html`A run of ${timeInWords(run.at)} is in your file${isHandedIn(handIn, run.run, figure) ? ": the one that is shown" : ""}. The last one counts.` : isDone ? "Nothing is in your file yet." : "Run the figure to its end first."}
        </span>
      </p>`;
  }

  #measureTemplate(task: Extract<Task, { kind: "measure" }>, handIn: HandIn): TemplateResult {
    const said = lastOf(handIn, this.#name, "number");
    const run = lastOf(handIn, this.#name, "run");
    return html`<form
      class="answer"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const data = new FormData(event.target as HTMLFormElement);
        this.#measure(task, String(data.get("value")), String(data.get("uncertainty")));
      }}
    >
      <div class="controls">
        <label class="field">${labelOf(task.answer)} <input name="value" inputmode="decimal" autocomplete="off" required .value=${said ? String(said.value) : ""} /></label>
        <label class="field">± uncertainty <input name="uncertainty" inputmode="decimal" autocomplete="off" required .value=${said ? String(said.uncertainty) : ""} /></label>
        <button type="submit" class="primary">Keep this answer</button>
      </div>
      <p class="note-small">
        ${said ? `Kept: ${said.value} ± ${said.uncertainty}. ` : ""}${run ? "Your run is in your file." : "Run the figure to its end: the run goes into your file."}
        The true value has to be inside; an uncertainty above ${task.atMost} gets half of the points.
      </p>
    </form>`;
  }

  #measure({ answer }: Extract<Task, { kind: "measure" }>, first: string, second: string): void {
    const value = numberIn(first, answer);
    const uncertainty = numberIn(second, {
      label: "The uncertainty",
      minimum: 0,
      maximum: answer.maximum - answer.minimum,
    });
    if (typeof value === "string") this.said = value;
    else if (typeof uncertainty === "string") this.said = uncertainty;
    else if (uncertainty === 0) this.said = "No measurement is without uncertainty: give one above 0.";
    else {
      this.said = "Kept.";
      this.sheet?.tell(this.#name, { kind: "number", value, uncertainty });
    }
  }

  #explainTemplate({ atMost }: Extract<Task, { kind: "explain" }>, handIn: HandIn): TemplateResult {
    const text = this.sheet?.drafts[this.#name] ?? lastOf(handIn, this.#name, "text")?.text ?? "";
    return html`<label class="field">
      Your answer
      <textarea
        rows="6"
        maxlength=${atMost}
        .value=${text}
        @input=${({ target }: Event) => this.sheet?.draft(this.#name, (target as HTMLTextAreaElement).value)}
      ></textarea>
      <span class="note-small">${text.length.toLocaleString("en")} of at most ${atMost.toLocaleString("en")} letters. It is kept as you type, and goes into your file when you save it.</span>
    </label>`;
  }
}

/** "Up to 20 of “Neurons” for all points, up to 40 for half of them; a quarter above." */
function leastInWords(
  { parameter, upTo: [all, half] }: NonNullable<Extract<Task, { kind: "find" }>["least"]>,
  { parameters }: LiveFigure["about"]["meta"],
): string {
  const label = parameters[parameter]?.label ?? parameter;
  return `“${label}” up to ${all.toLocaleString("en")} for all points, up to ${half.toLocaleString("en")} for half of them, a quarter above.`;
}

/** Whether the run that a figure shows is the one of a file. */
function isHandedIn({ records }: HandIn, run: string, figure: LiveFigure): boolean {
  if (figure.runs.phase !== "done") return false;
  const record: FigureRecord | undefined = records[run];
  const first = figure.settings.parametersOf(0);
  return record !== undefined && JSON.stringify(record.cases[0]?.parameters) === JSON.stringify(first);
}

function labelOf({ label, unit }: Asked): string {
  return unit ? `${label} (${unit})` : label;
}

function withUnit(value: string | number, { unit }: Asked): string {
  return unit ? `${value} ${unit}` : String(value);
}

function timeInWords(at: string): string {
  return new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}

customElements.define("assignment-task", AssignmentTask);
