/**
 * Goes through the maps of a figure point by point: a grid over each map for pointers and the keyboard, and runs of the chosen
 * point alone. All cases of a figure have the same points, and the chosen one is chosen on every map. What is shown of a point
 * says the element of each figure.
 */

import { LitElement, nothing, render, type TemplateResult } from "lit";
import { type Result, resultOf, type Shown } from "../../src/experiments/drawing/drawing.ts";
import type { Experiment } from "../../src/experiments/experiment.ts";
import type { Values } from "../../src/experiments/parameters.ts";
import type { CellMap } from "../../src/plots/cellMap.ts";
import type { FigureState } from "../../src/runtime/figureState.ts";
import { late } from "../../src/runtime/late.ts";
import type { Measured } from "../../src/runtime/workers/pool.ts";
import { cellGridTemplate, type Margins } from "./cellGrid.ts";

/** Gradient steps between two looks at the abort signal. */
const STRIDE = 2000;

/** The figure whose maps are gone through. */
export interface ExploredFigure {
  readonly about: { readonly meta: Experiment };
  readonly settings: { readonly state: FigureState };
  readonly lens: string;
  readonly placeOf: (name: string) => HTMLElement;
  readonly placesOf: (name: string) => readonly HTMLElement[];
  readonly parametersOf: (k: number) => Values;
  readonly shown: () => readonly Shown[];
}

/** The map of a case, as the grid over it takes it. */
export interface ExploredMap {
  readonly map: Pick<CellMap, "x" | "y">;
  readonly margins: Margins;
  readonly wordsOf: (point: number) => string;
}

/** A point that is, or was, run alone. */
export interface Alone {
  /** The parameters of its runs, one for each case. */
  readonly runs: readonly Values[];
  readonly measured: readonly (Measured | null)[];
  readonly seconds: number;
  readonly problem: string;
}

export abstract class PointExplorer extends LitElement {
  static override properties = {
    figure: { attribute: false },
    selected: { state: true },
    alone: { state: true },
  };
  declare figure: ExploredFigure | null;
  /** Place of the point among the points of a map. */
  declare selected: number;
  declare alone: Alone | null;

  #controller: AbortController | null = null;

  constructor() {
    super();
    this.figure = null;
    this.selected = 0;
    this.alone = null;
  }

  /** The map of a case; null where there is none yet. */
  protected abstract mapOf(shown: Shown, lens: string): ExploredMap | null;
  /** The parameters of a run of one point alone, from those of all. */
  protected abstract parametersAt(parameters: Values, point: number): Values | null;

  override createRenderRoot(): HTMLElement {
    this.replaceChildren();
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.cancel();
  }

  /** What is known of a case. */
  resultAt(k: number): Result | null {
    const shown = this.figure?.shown()[k];
    return shown ? resultOf(shown) : null;
  }

  /** Chooses a point and, if asked to, moves the keyboard's focus there; to its place on the first map, or on `over`. */
  choose(point: number, focus = false, over?: HTMLElement): void {
    if (point !== this.selected) {
      this.cancel();
      this.alone = null;
    }
    this.selected = point;
    if (!focus) return;
    void this.updateComplete.then(() => {
      const place = over ?? this.figure?.placesOf("points")[0];
      place?.querySelector<HTMLElement>(`[data-point="${point}"]`)?.focus();
    });
  }

  /** Chooses the point beneath a place of the screen. */
  chooseAt(x: number, y: number): void {
    const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-point]");
    const over = cell?.closest<HTMLElement>("[data-part]") ?? undefined;
    if (cell) this.choose(Number(cell.dataset.point), true, over);
  }

  override updated(): void {
    const { figure } = this;
    if (!figure) return;
    const all = figure.shown();
    figure.placesOf("points").forEach((place, k) => {
      const shown = all[k];
      const explored = shown ? this.mapOf(shown, figure.lens) : null;
      render(explored ? this.#gridTemplate(place, explored) : nothing, place);
    });
  }

  #gridTemplate(place: HTMLElement, explored: ExploredMap): TemplateResult | typeof nothing {
    const pictures = place.parentElement?.querySelectorAll("svg") ?? [];
    const picture = [...pictures].find((each) => each.getBoundingClientRect().width > 0);
    if (!picture) return nothing;
    const choose = (point: number, focus: boolean) => this.choose(point, focus, place);
    return cellGridTemplate({ picture, holder: place, ...explored, selected: this.selected, choose });
  }

  get isRunning(): boolean {
    return this.#controller !== null;
  }

  cancel(): void {
    this.#controller?.abort();
  }

  /** The runs of the chosen point alone, one for each case. */
  protected runsAlone(): readonly Values[] {
    const { figure, selected } = this;
    return (figure?.shown() ?? []).flatMap((_, k) => {
      const parameters = figure && this.parametersAt(figure.parametersOf(k), selected);
      return parameters ? [parameters] : [];
    });
  }

  /** Runs the chosen point, and no others, with the settings of the figure. */
  async runAlone(): Promise<void> {
    const { figure, selected } = this;
    const runs = this.runsAlone();
    if (!figure || runs.length === 0) return;
    this.cancel();
    const controller = new AbortController();
    this.#controller = controller;
    const begun = performance.now();
    const measured: (Measured | null)[] = runs.map(() => null);
    const tell = (problem = "") => {
      if (this.selected !== selected || this.#controller !== controller) return;
      const seconds = (performance.now() - begun) / 1000;
      this.alone = { runs, measured: [...measured], problem, seconds };
    };
    tell();
    try {
      const [{ runAll }, { pool }] = await late(() =>
        Promise.all([import("../../src/runtime/runs/runAll.ts"), import("./pagePool.ts")]),
      );
      const { seed, backend } = figure.settings.state;
      const requests = runs.map((parameters) => ({
        experiment: figure.about.meta.id,
        parameters,
        seed,
        stride: STRIDE,
      }));
      await runAll(requests, {
        pool,
        choice: backend,
        signal: controller.signal,
        onMeasurement: (k, now) => {
          measured[k] = now;
          tell();
        },
      });
    } catch (error) {
      tell(controller.signal.aborted ? "Cancelled." : (error as Error).message);
    } finally {
      if (this.#controller === controller) this.#controller = null;
      this.requestUpdate();
    }
  }
}

/** Whether two numbers are the same to the five digits that a reference record keeps. */
export function isSameNumber(one: number, other: number): boolean {
  return Math.abs(one - other) <= 6e-5 * Math.abs(other);
}

/** The explorer of a figure, which it is given once and keeps. */
export function explorerIn<Explorer extends PointExplorer>(
  figure: ExploredFigure,
  kind: new () => Explorer,
): Explorer {
  const place = figure.placeOf("explorer");
  const present = [...place.children].find((child): child is Explorer => child instanceof kind);
  if (present) return present;
  const explorer = new kind();
  explorer.figure = figure;
  place.replaceChildren(explorer);
  return explorer;
}
