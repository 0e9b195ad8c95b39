/**
 * <bench-run>: compares the site's engine with others on the reader's machine. Controls, progress and results; all that
 * computes or draws is loaded when Run is pressed.
 */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import { PAGE_PEERS, ROUNDS, turnsFor } from "../../src/bench/plan.ts";
import type { Adapter, BenchEvent } from "../../src/bench/protocol.ts";
import { type Missing, SHAPES, type Shape, type Summary, shapeInWords } from "../../src/bench/result.ts";
import type { NumberParameter } from "../../src/experiments/parameters.ts";
import { parseText } from "../../src/experiments/parameterTexts.ts";
import { late } from "../../src/runtime/late.ts";
import { download } from "../live/exports.ts";
import { clearedPartOf } from "../parts.ts";
import type { Chart } from "./chart.ts";
import {
  adapterInWords,
  entriesOf,
  nameInWords,
  sentencesOf,
  shapesIn,
  tableOf,
  unrestInWords,
} from "./words.ts";

type Phase = "idle" | "running" | "done" | "failed" | "cancelled";
type Turn = Extract<BenchEvent, { kind: "turn" }>;

const SECONDS: NumberParameter = {
  kind: "real",
  label: "Seconds for one measurement",
  minimum: 0.05,
  maximum: 2,
  step: 0.05,
};
const USUAL_SECONDS = 0.2;
/** Shapes that are chosen at first: the three smallest networks on their samples. */
const CHOSEN = [...SHAPES].sort((a, b) => sizeOf(a) - sizeOf(b)).slice(0, 3);

function sizeOf({ sampleSize, inputDimension, width }: Shape): number {
  return sampleSize * inputDimension * width;
}

export class BenchRun extends LitElement {
  static override properties = {
    phase: { state: true },
    chosen: { state: true },
    seconds: { state: true },
    turn: { state: true },
    charts: { state: true },
    message: { state: true },
    problem: { state: true },
  };
  declare phase: Phase;
  declare chosen: readonly Shape[];
  declare seconds: number;
  declare turn: Turn | null;
  declare charts: readonly Chart[];
  declare message: string;
  /** What is wrong with the seconds as they are typed. */
  declare problem: string;

  #adapter: Adapter | null = null;
  #summaries: Summary[] = [];
  #missing: Missing[] = [];
  #controller: AbortController | null = null;
  #started = 0;

  constructor() {
    super();
    this.phase = "idle";
    this.chosen = CHOSEN;
    this.seconds = USUAL_SECONDS;
    this.problem = "";
    this.turn = null;
    this.charts = [];
    this.message = "";
  }

  override createRenderRoot(): HTMLElement {
    return clearedPartOf(this, "bench");
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#controller?.abort();
  }

  /** Measures the shapes that are chosen; what came before is gone. */
  async run(): Promise<void> {
    this.#summaries = [];
    this.#missing = [];
    this.charts = [];
    this.turn = null;
    this.message = "";
    this.phase = "running";
    this.#controller = new AbortController();
    this.#started = performance.now();
    const { signal } = this.#controller;
    try {
      const [{ compare }, { chartsOf }] = await late(() =>
        Promise.all([import("../../src/bench/compare.ts"), import("./chart.ts")]),
      );
      const shapes = SHAPES.filter((shape) => this.chosen.includes(shape));
      await compare({ shapes, seconds: this.seconds }, signal, (event) => {
        this.#note(event);
        if (event.kind === "shape") this.charts = chartsOf(this.#summaries, this.#missing, document);
      });
      this.phase = "done";
    } catch (error) {
      this.phase = signal.aborted ? "cancelled" : "failed";
      this.message = signal.aborted ? "" : (error as Error).message;
    }
  }

  #note(event: BenchEvent): void {
    if (event.kind === "adapter") this.#adapter = event.adapter;
    if (event.kind === "turn") this.turn = event;
    if (event.kind === "shape") {
      this.#summaries.push(...event.summaries);
      this.#missing.push(...event.missing);
    }
  }

  #press(): void {
    if (this.phase === "running") this.#controller?.abort();
    else if (this.problem) this.renderRoot.querySelector<HTMLElement>("#bench-seconds")?.focus();
    else if (this.chosen.length > 0) void this.run();
    else this.message = "Choose at least one shape.";
  }

  override render(): TemplateResult {
    const isRunning = this.phase === "running";
    return html`${this.#controlsTemplate(isRunning)} ${isRunning ? this.#progressTemplate() : nothing}
      <div role="status" translate="no">${this.#messageTemplate()}</div>
      ${this.charts.length > 0 ? this.#resultTemplate() : nothing}`;
  }

  #controlsTemplate(isRunning: boolean): TemplateResult {
    const nominal = Math.ceil(turnsFor(this.chosen.length) * PAGE_PEERS.length * this.seconds);
    // One button, so that the keyboard's focus stays on it.
    return html`<fieldset class="bench-shapes" ?disabled=${isRunning}>
        <legend>Shapes: points, inputs, neurons (n, d, m)</legend>
        ${SHAPES.map((shape, k) => this.#shapeTemplate(shape, k))}
      </fieldset>
      <div class="controls">
        <div class="field">
          <label for="bench-seconds">${SECONDS.label}</label>
          <input id="bench-seconds" type="text" class="number" size="8" inputmode="decimal" autocomplete="off"
            value=${USUAL_SECONDS} ?disabled=${isRunning} @input=${this.#onSeconds}
            aria-invalid=${this.problem ? "true" : "false"} aria-describedby=${this.problem ? "bench-seconds-problem" : nothing} />
          ${this.problem ? html`<p class="problem" id="bench-seconds-problem" role="alert">${this.problem}</p>` : nothing}
        </div>
        <button type="button" class=${isRunning ? "" : "primary"} @click=${() => this.#press()}>
          ${isRunning ? "Cancel" : this.phase === "idle" ? "Run" : "Run again"}
        </button>
        ${isRunning || !(nominal > 0) ? nothing : html`<small>Takes at least ${nominal} s; slow engines take longer.</small>`}
      </div>`;
  }

  #shapeTemplate(shape: Shape, k: number): TemplateResult {
    const onChange = ({ target }: Event) => {
      const rest = this.chosen.filter((each) => each !== shape);
      this.message = "";
      this.chosen = (target as HTMLInputElement).checked ? [...rest, shape] : rest;
    };
    return html`<div class="check">
      <input id=${`bench-shape-${k}`} type="checkbox" .checked=${this.chosen.includes(shape)} @change=${onChange} />
      <label class="numbers" for=${`bench-shape-${k}`}>${shapeInWords(shape)}</label>
    </div>`;
  }

  readonly #onSeconds = ({ target }: Event): void => {
    try {
      this.seconds = parseText(SECONDS, (target as HTMLInputElement).value) as number;
      this.problem = "";
    } catch (error) {
      this.problem = (error as Error).message;
    }
  };

  #progressTemplate(): TemplateResult {
    const { share = 0, peer, round = 0, shape = 0 } = this.turn ?? {};
    const seconds = (performance.now() - this.#started) / 1000;
    const left = share > 0.05 ? `, about ${Math.ceil((seconds * (1 - share)) / share)} s left` : "";
    const shapes = SHAPES.filter((each) => this.chosen.includes(each));
    const what = round === 0 ? "warming up" : `round ${round} of ${ROUNDS}`;
    return html`<div class="progress-text numbers">
      <progress max="1" .value=${share} aria-label="Share of the measurements made"></progress>
      <span>${
        peer
          ? `(${shapeInWords(shapes[shape] as Shape)}), shape ${shape + 1} of ${shapes.length}: ${nameInWords(peer)}, ${what}${left}`
          : "Starting …"
      }</span>
    </div>`;
  }

  #messageTemplate(): TemplateResult | typeof nothing {
    const kept =
      this.charts.length > 0 ? "The shapes that were finished stand below." : "Nothing was measured.";
    if (this.phase === "failed")
      return html`<p class="note">The comparison came to a halt: ${this.message} ${kept}</p>`;
    if (this.phase === "cancelled" && !this.message) return html`<p class="note">Cancelled. ${kept}</p>`;
    if (this.message) return html`<p class="note">${this.message}</p>`;
    return this.phase === "done"
      ? html`<p class="visually-hidden">Measured. The results are below, as bars, in words and as a table.</p>`
      : nothing;
  }

  #resultTemplate(): TemplateResult {
    const isRunning = this.phase === "running";
    return html`<div class="cells" data-result>
        ${this.charts.map(
          ({ shape, svg }) => html`<div class="cell">
            <p class="cell-label">n, d, m = ${shape}</p>
            <div class="plot">${svg}</div>
          </div>`,
        )}
      </div>
      <div class="sentence">
        ${sentencesOf(this.#summaries).map((sentence) => html`<p>${sentence}</p>`)}
        <p>${adapterInWords(this.#adapter)}</p>
        <p>${unrestInWords(this.#summaries)}</p>
      </div>
      ${this.#tableTemplate()}
      ${
        isRunning
          ? nothing
          : html`<div><button type="button" class="quiet" @click=${() => this.#save()}>Save the numbers (JSON)</button></div>`
      }`;
  }

  #tableTemplate(): TemplateResult {
    const shapes = shapesIn([...this.#summaries, ...this.#missing]);
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Steps a second on your machine">
      <table>
        <caption>Steps a second on this machine: median of ${ROUNDS} rounds ± half of their range</caption>
        <thead>
          <tr><th scope="col">Engine</th>${shapes.map((shape) => html`<th scope="col" class="number">${shape}</th>`)}</tr>
        </thead>
        <tbody>
          ${tableOf(this.#summaries, this.#missing).map(
            ({ name, cells, why }) => html`<tr>
              <th scope="row">${name}</th>
              ${why === null ? cells.map((cell) => html`<td class=${/^[\d—]/.test(cell) ? "number" : ""}>${cell}</td>`) : html`<td colspan=${shapes.length}>${why}</td>`}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #save(): void {
    const entries = entriesOf(this.#summaries, this.#adapter, navigator.userAgent, new Date());
    const content = `${JSON.stringify(entries, null, 2)}\n`;
    download(new File([content], "two-layers-bench.json", { type: "application/json" }));
  }
}

customElements.define("bench-run", BenchRun);
