/**
 * <course-link>: a teacher chooses an assignment, its tasks, a last day and what of their settings students may change, and takes
 * away a link, a frame or a package for a course site. Nothing is kept: the link says it all.
 */
import { html, LitElement, nothing, type TemplateResult } from "lit";
import {
  type Access,
  type Chosen,
  type ChosenSetting,
  composedOf,
  UNCHANGED,
} from "../../src/assignments/composed.ts";
import { queryOf } from "../../src/assignments/course.ts";
import { KINDS } from "../../src/assignments/kinds.ts";
import type { Offered, OfferedSetting, OfferedTask } from "../../src/assignments/offered.ts";
import { late } from "../../src/runtime/late.ts";
import { address } from "../address.ts";
import { embedCode } from "../live/embedCode.ts";
import { clearedPartOf, partOf } from "../parts.ts";
import { toCopy } from "../toCopy.ts";

const ACCESS: Readonly<Record<Access, string>> = {
  free: "can be set",
  locked: "is shown, but locked",
  hidden: "is not shown",
};

/** Pixels of a frame whose page around does not ask how many it needs. */
const HEIGHT = 900;

class CourseLink extends LitElement {
  static override properties = { offered: { state: true }, chosen: { state: true }, said: { state: true } };
  declare offered: Offered;
  declare chosen: Chosen;
  declare said: string;
  readonly #all: readonly Offered[];

  constructor() {
    super();
    this.#all = JSON.parse(partOf(this, "offered").textContent ?? "[]");
    this.said = "";
    this.#choose(this.#all[0] as Offered);
  }

  override createRenderRoot(): HTMLElement {
    return clearedPartOf(this, "compose");
  }

  #choose(offered: Offered): void {
    this.offered = offered;
    this.chosen = { tasks: offered.tasks.map(({ name }) => name), until: "", settings: {} };
  }

  #change(change: Partial<Chosen>): void {
    this.said = "";
    this.chosen = { ...this.chosen, ...change };
  }

  override render(): TemplateResult {
    const { offered, chosen } = this;
    return html`<div class="controls">
        <label class="field">
          Assignment
          <select
            name="assignment"
            @change=${({ target }: Event) => {
              this.said = "";
              this.#choose(this.#all[(target as HTMLSelectElement).selectedIndex] as Offered);
            }}
          >
            ${this.#all.map((each) => html`<option value=${each.id} ?selected=${each === offered}>${each.title}</option>`)}
          </select>
        </label>
        <label class="field">
          Last day, if there is one
          <input type="date" name="until" .value=${chosen.until} @change=${({ target }: Event) => this.#change({ until: (target as HTMLInputElement).value })} />
        </label>
      </div>
      <fieldset class="compose-tasks">
        <legend>Tasks</legend>
        ${offered.tasks.map((task) => this.#taskTemplate(task))}
      </fieldset>
      ${this.#takenTemplate()}
      <p role="status" class="messages">${this.said}</p>`;
  }

  #taskTemplate(task: OfferedTask): TemplateResult {
    const { tasks } = this.chosen;
    const isWanted = tasks.includes(task.name);
    const set = ({ target }: Event) =>
      this.#change({
        tasks: (target as HTMLInputElement).checked
          ? [...tasks, task.name]
          : tasks.filter((name) => name !== task.name),
      });
    return html`<div class="compose-task">
      <label class="check"><input type="checkbox" name=${task.name} .checked=${isWanted} @change=${set} /> <span>${task.title} <span class="note-small">${KINDS[task.kind].name}</span></span></label>
      ${isWanted ? task.free.map((setting) => this.#settingTemplate(task, setting)) : nothing}
    </div>`;
  }

  #settingTemplate(task: OfferedTask, setting: OfferedSetting): TemplateResult {
    const name = `${task.name}.${setting.name}`;
    const { settings } = this.chosen;
    const now = settings[name] ?? UNCHANGED;
    const set = (change: Partial<ChosenSetting>) =>
      this.#change({ settings: { ...settings, [name]: { ...now, ...change } } });
    const bound = (which: "minimum" | "maximum", label: string) => html`<label class="field bound">
      ${label}
      <input
        name=${`${name} ${which}`}
        aria-label=${`${label}, ${setting.label} in ${task.title}`}
        inputmode="decimal"
        autocomplete="off"
        placeholder=${String(setting.range?.[which])}
        .value=${now[which]}
        @change=${({ target }: Event) => set({ [which]: (target as HTMLInputElement).value })}
      />
    </label>`;
    return html`<div class="controls">
      <label class="field">
        ${setting.label}
        <select name=${name} @change=${({ target }: Event) => set({ access: (target as HTMLSelectElement).value as Access })}>
          ${Object.entries(ACCESS).map(([access, words]) => html`<option value=${access} ?selected=${access === now.access}>${words}</option>`)}
        </select>
      </label>
      ${now.access === "free" && setting.range ? html`<div class="controls">${bound("minimum", "from")}${bound("maximum", "to")}</div>` : nothing}
    </div>`;
  }

  #takenTemplate(): TemplateResult {
    const { offered } = this;
    const { course, problems, notes } = composedOf(offered, this.chosen);
    if (!course)
      return html`<div role="alert">${problems.map((problem) => html`<p class="note">${problem}</p>`)}</div>`;
    const link = new URL(`${address(`assignments/${offered.id}/`)}${queryOf(course)}`, location.href).href;
    const { frame, script } = embedCode(link, offered.title, HEIGHT);
    const say = (said: string) => {
      this.said = said;
    };
    return html`${notes.map((note) => html`<p class="note">${note}</p>`)}
      ${toCopy("The link for your students", link, say)}
      <p><a href=${link} data-open>Look at it as a student</a></p>
      <details>
        <summary>In a page of your course site: a frame, or SCORM 1.2</summary>
        <div class="compose-frame">
          ${toCopy("The frame", frame, say)}
          ${toCopy("Once a page, if it takes scripts: the frame gets the height that it needs", script, say)}
          <p>
            <button type="button" data-scorm @click=${() => void this.#package(link)}>Download as SCORM 1.2</button>
          </p>
          <p class="note-small">
            The package is a page with this frame. It tells the course site that a student has begun, and that a file with
            all tasks was saved. It tells no points: what a browser says of a score is not to be trusted.
          </p>
        </div>
      </details>`;
  }

  async #package(link: string): Promise<void> {
    try {
      const [{ scormFile }, { download }] = await late(() =>
        Promise.all([import("./scormFile.ts"), import("../live/exports.ts")]),
      );
      const file = scormFile({ ...this.offered, address: link });
      download(file);
      this.said = `${file.name} is saved. Upload it to your course site as a SCORM package.`;
    } catch (error) {
      this.said = (error as Error).message;
    }
  }
}

customElements.define("course-link", CourseLink);
