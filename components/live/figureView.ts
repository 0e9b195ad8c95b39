/**
 * What a live figure shows: its drawing and its reference result, loaded when they are first needed, and put into the
 * places that the page has for them. Knows nothing of runs.
 */
import type { Result, Shown } from "../../src/experiments/drawing/drawing.ts";
import type { Experiment } from "../../src/experiments/experiment.ts";
import type { Values } from "../../src/experiments/parameters.ts";
import { isSame } from "../../src/experiments/request.ts";
import type { FigureRecord, Origin } from "../../src/runtime/records/record.ts";
import type { FigureStart } from "../../src/runtime/runs/runFigure.ts";
import type { FigureParts, Seen } from "./figureParts.ts";
import type { Standing } from "./standing.ts";

interface Place {
  readonly about: { readonly meta: Experiment };
  /** Where the reference record is. */
  readonly dataset: DOMStringMap;
  readonly placeOf: (name: string) => HTMLElement;
}

export class FigureView {
  readonly #place: Place;
  #loading: Promise<void> | null = null;
  #parts: FigureParts | null = null;
  #record: FigureRecord | null = null;
  #start: FigureStart | null = null;

  constructor(place: Place) {
    this.#place = place;
  }

  /** @throws where what draws the figure cannot be loaded; another call tries again */
  load(): Promise<void> {
    this.#loading ??= this.#load().catch((error) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  async #load(): Promise<void> {
    const { about, dataset } = this.#place;
    const [{ drawingOf }, { FigureParts }, record, start] = await Promise.all([
      import("../../src/catalogue/drawings.ts"),
      import("./figureParts.ts"),
      // A run works without the reference.
      jsonFrom<FigureRecord>(dataset.record),
      jsonFrom<FigureStart>(dataset.start),
    ]);
    this.#parts = new FigureParts(await drawingOf(about.meta.id), about.meta, (name) =>
      this.#place.placeOf(name),
    );
    this.#record = record;
    this.#start = start;
  }

  /** Where a case begins, in a figure that shows it before it is run. */
  startOf(k: number): Result | null {
    return this.#start?.cases[k] ?? null;
  }

  /** The reference result of a case, if it has these parameters. */
  referenceOf(k: number, parameters: Values): Result | null {
    const recorded = this.#record?.cases[k];
    return recorded && isSame(recorded.parameters, parameters) ? recorded : null;
  }

  /** The seed of the reference result. */
  get referenceSeed(): number | undefined {
    return this.#record?.seed;
  }

  /** Where the reference result comes from. */
  get origin(): Origin | null {
    return this.#record?.origin ?? null;
  }

  doneIn(shown: readonly Shown[]): string {
    return this.#parts?.doneIn(shown) ?? "";
  }

  /**
   * `isMoving` while a run goes on; then all but what moves is drawn at a beat only. Returns whether anything is left to
   * be drawn in the next frame.
   */
  show(shown: readonly Shown[], seen: Seen, isMoving: boolean, isBeat = true): boolean {
    return this.#parts?.draw(shown, seen, isMoving, isBeat) ?? false;
  }

  say(shown: readonly Shown[], standing: Standing, seen?: Seen): void {
    this.#parts?.say(shown, standing, seen);
  }

  tabulate(shown: readonly Shown[]): void {
    this.#parts?.tabulate(shown);
  }

  /** The places have another size: what is drawn in them must be drawn anew. */
  resized(): void {
    this.#parts?.forget();
  }
}

/** What the page’s own files say at an address; null where there is none, or it cannot be had. */
async function jsonFrom<Content>(address: string | undefined): Promise<Content | null> {
  if (!address) return null;
  const response = await fetch(address).catch(() => null);
  return response?.ok ? ((await response.json()) as Content) : null;
}
