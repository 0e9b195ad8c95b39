/**
 * What a live figure shows: its drawing and its reference result, loaded when they are first needed, and put into the
 * places that the page has for them. Knows nothing of runs.
 */

import type { Drawing, Result, Shown } from "../../src/experiments/drawing/drawing.ts";
import type { Experiment } from "../../src/experiments/experiment.ts";
import type { Values } from "../../src/experiments/parameters.ts";
import { isSame } from "../../src/experiments/request.ts";
import type { FigureRecord } from "../../src/runtime/records/record.ts";

interface Place {
  readonly about: { readonly meta: Experiment };
  /** Where the reference record is. */
  readonly dataset: DOMStringMap;
  readonly placeOf: (name: string) => HTMLElement;
}

export class FigureView {
  readonly #place: Place;
  #drawing: Drawing | null = null;
  #parts: typeof import("./figureParts.ts") | null = null;
  #record: FigureRecord | null = null;

  constructor(place: Place) {
    this.#place = place;
  }

  async load(): Promise<void> {
    const [{ drawingOf }, parts] = await Promise.all([
      import("../../src/catalogue/drawings.ts"),
      import("./figureParts.ts"),
    ]);
    this.#parts = parts;
    this.#drawing ??= await drawingOf(this.#place.about.meta.id);
    if (this.#record) return;
    const response = await fetch(this.#place.dataset.record ?? "").catch(() => null);
    // A run works without the reference.
    if (response?.ok) this.#record = (await response.json()) as FigureRecord;
  }

  /** The reference result of a case, if it has these parameters. */
  referenceOf(k: number, parameters: Values): Result | null {
    const recorded = this.#record?.cases[k];
    return recorded && isSame(recorded.parameters, parameters) ? recorded : null;
  }

  /** What is done of the run, in words, where the drawing has some. */
  doneIn(shown: readonly Shown[]): string {
    return this.#drawing?.done?.(shown) ?? "";
  }

  show(shown: readonly Shown[], lens: string): void {
    if (this.#drawing) this.#parts?.renderCells(this.#place.placeOf("cells"), this.#drawing, shown, lens);
  }

  /** Puts the result into words and numbers, for those who read instead of look. */
  tell(shown: readonly Shown[], isLive: boolean): void {
    if (!this.#drawing || !this.#parts) return;
    const { renderSentence, renderTable, tableOf } = this.#parts;
    renderSentence(this.#place.placeOf("sentence"), this.#drawing, shown, isLive);
    renderTable(this.#place.placeOf("table"), tableOf(this.#drawing, this.#place.about.meta, shown));
  }
}
