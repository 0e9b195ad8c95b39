/** Goes back through a run: a slider over the reports that were kept of it. Keeps them, too; draws no plot. */
import { html, type TemplateResult } from "lit";
import type { Measurement } from "../../src/experiments/experiment.ts";
import { KeptFrames } from "../../src/runtime/runs/keptFrames.ts";
import { sliderTemplate } from "./slider.ts";

export class Rewind {
  readonly #kept: KeptFrames;
  readonly #onMove: () => void;
  /** The step that is looked at; null for the latest. */
  #step: number | null = null;

  /** @param onMove called whenever the reader moves to another step */
  constructor(runs: number, onMove: () => void) {
    this.#kept = new KeptFrames(runs);
    this.#onMove = onMove;
  }

  keep(run: number, report: Measurement): void {
    this.#kept.keep(run, report);
  }

  /** The report of a run that the reader looks at, if not at the latest. */
  lookedAt(run: number): Measurement | null {
    return this.#step === null ? null : this.#kept.at(run, this.#step);
  }

  template(id: string): TemplateResult {
    const { steps } = this.#kept;
    const last = steps.at(-1) ?? 0;
    const step = this.#step ?? last;
    const place = Math.max(0, steps.indexOf(step));
    const words = `step ${step.toLocaleString("en")} of ${last.toLocaleString("en")}`;
    const look = (slider: HTMLInputElement) => {
      const chosen = slider.valueAsNumber;
      this.#step = chosen >= steps.length - 1 ? null : (steps[chosen] ?? null);
      this.#onMove();
    };
    const slider = sliderTemplate({
      id,
      minimum: 0,
      maximum: Math.max(1, steps.length - 1),
      step: 1,
      value: steps.length < 2 ? 1 : place,
      words,
      isDisabled: steps.length < 2,
      set: look,
      takeBack: look,
    });
    return html`<div class="rewind">
      <label for=${id}>Go back through the run</label>
      ${slider}
      <output for=${id}>${steps.length < 2 ? "nothing kept yet" : words}</output>
    </div>`;
  }
}
