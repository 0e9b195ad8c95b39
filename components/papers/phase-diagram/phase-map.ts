/**
 * <phase-map>: lets a reader go through a map point by point, by pointer or keyboard, see what was measured there, and
 * run that point alone. Loaded when first asked for; the figure around it has the results.
 */
import { html, LitElement, nothing, render, type TemplateResult } from "lit";
import { BACKEND_LABELS } from "../../../src/engine/backends.ts";
import { type Result, resultOf, type Shown } from "../../../src/experiments/drawing/drawing.ts";
import type { Experiment } from "../../../src/experiments/experiment.ts";
import type { Values } from "../../../src/experiments/parameters.ts";
import {
  cellsThrough,
  FRAME,
  lensNamed,
  pointInWords,
} from "../../../src/experiments/phase-diagram/map/lens.ts";
import { nameOfPoint, pointPlot, tableOfPoint } from "../../../src/experiments/phase-diagram/map/onePoint.ts";
import { type MapSeries, mapIn } from "../../../src/experiments/phase-diagram/map/series.ts";
import { edgesAround } from "../../../src/experiments/phase-diagram/setting/grid.ts";
import { draw } from "../../../src/plots/draw.ts";
import type { FigureState } from "../../../src/runtime/permalink.ts";
import type { Measured } from "../../../src/runtime/workers/pool.ts";
import { cellGridTemplate } from "../../live/cellGrid.ts";

/** Gradient steps between two looks at the abort signal. */
const STRIDE = 2000;

/** The figure whose map is gone through. */
export interface MapFigure {
  readonly about: { readonly meta: Experiment };
  readonly settings: { readonly state: FigureState };
  readonly lens: string;
  readonly placeOf: (name: string) => HTMLElement;
  readonly parametersOf: (k: number) => Values;
  readonly shown: () => readonly Shown[];
}

/** A point that is, or was, run alone. */
interface Alone {
  readonly point: number;
  readonly measured: Measured | null;
  readonly seconds: number;
  readonly problem: string;
}

export class PhaseMap extends LitElement {
  static override properties = {
    figure: { attribute: false },
    selected: { state: true },
    alone: { state: true },
  };
  declare figure: MapFigure | null;
  /** Place of the point among the map's points. */
  declare selected: number;
  declare alone: Alone | null;

  #controller: AbortController | null = null;
  /** The network that is shown beside the line, and what stops its training. */
  #network = { key: "", controller: new AbortController() };

  constructor() {
    super();
    this.figure = null;
    this.selected = 0;
    this.alone = null;
  }

  override createRenderRoot(): HTMLElement {
    this.replaceChildren();
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#controller?.abort();
    this.#network.controller.abort();
  }

  get #result(): Result | null {
    const shown = this.figure?.shown()[0];
    return shown ? resultOf(shown) : null;
  }

  get #series(): MapSeries | null {
    return mapIn(this.#result);
  }

  /** Chooses a point and, if asked to, moves the keyboard's focus there. */
  choose(point: number, focus = false): void {
    if (point !== this.selected) this.#controller?.abort();
    if (point !== this.alone?.point) this.alone = null;
    this.selected = point;
    if (focus) void this.updateComplete.then(() => this.#cellOf(point)?.focus());
  }

  /** Chooses the point beneath a place of the screen. */
  chooseAt(x: number, y: number): void {
    const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-point]");
    if (cell) this.choose(Number(cell.dataset.point), true);
  }

  #cellOf(point: number): HTMLElement | null {
    return this.figure?.placeOf("points").querySelector<HTMLElement>(`[data-point="${point}"]`) ?? null;
  }

  override updated(): void {
    const { figure } = this;
    const series = this.#series;
    if (!figure) return;
    render(series ? this.#gridTemplate(figure, series) : nothing, figure.placeOf("points"));
    if (!series || this.selected >= series.gamma.length) return;
    const plot = pointPlot(series, this.selected);
    const place = this.querySelector<HTMLElement>("[data-picture]");
    const { width: pictureWidth = 360 } = plot;
    const picture = draw(
      plot,
      `Relative distances against the width at ${nameOfPoint(series, this.selected)}`,
      document,
      Math.min(pictureWidth, place?.clientWidth || pictureWidth),
    );
    picture.classList.add("fitted");
    place?.replaceChildren(picture);
    void this.#showNetwork(figure, series);
  }

  /** Trains one network at the chosen point, once for each point and seed. */
  async #showNetwork(figure: MapFigure, series: MapSeries): Promise<void> {
    const place = this.querySelector<HTMLElement>("[data-network]");
    const [gamma, gammaPrime] = [series.gamma[this.selected], series.gammaPrime[this.selected]];
    const key = JSON.stringify([gamma, gammaPrime, figure.settings.state.seed]);
    if (!place || gamma === undefined || gammaPrime === undefined || key === this.#network.key) return;
    this.#network.controller.abort();
    const controller = new AbortController();
    this.#network = { key, controller };
    try {
      const { drawNetworkAt } = await import("./networkAt.ts");
      await drawNetworkAt({ gamma, gammaPrime }, figure.settings.state, place, controller.signal);
    } catch (error) {
      if (!controller.signal.aborted) place.textContent = (error as Error).message;
    }
  }

  #gridTemplate(figure: MapFigure, series: MapSeries): TemplateResult | typeof nothing {
    const lens = lensNamed(figure.lens);
    const map = cellsThrough(lens, series);
    const pictures = figure.placeOf("points").parentElement?.querySelectorAll("svg") ?? [];
    const picture = [...pictures].find((each) => each.getBoundingClientRect().width > 0);
    if (!picture) return nothing;
    return cellGridTemplate({
      picture,
      margins: FRAME,
      map,
      wordsOf: (point) => pointInWords(lens, series, map, point),
      selected: this.selected,
      choose: (point, focus) => this.choose(point, focus),
    });
  }

  override render(): TemplateResult {
    const series = this.#series;
    if (!series) return html`<p class="note">Nothing is measured yet: press Run.</p>`;
    if (this.selected >= series.gamma.length) this.selected = 0;
    const isRunning = this.#controller !== null;
    return html`<div class="map-point">
      <p class="cell-label" role="status">At ${nameOfPoint(series, this.selected)}</p>
      <div class="plot" data-picture></div>
      <p class="plot-title">One network of 2 × 1,000 neurons at this point, trained here</p>
      <div class="network-at" data-network></div>
      <div class="scroll" tabindex="0" role="region" aria-label="Numbers of the point">${tableTemplate(series, this.selected)}</div>
      <div class="controls">
        ${
          isRunning
            ? html`<button type="button" @click=${() => this.#controller?.abort()}>Cancel</button>`
            : html`<button type="button" @click=${() => void this.runAlone()}>Run this point alone</button>`
        }
      </div>
      <div role="status">${this.alone ? this.#aloneTemplate(this.alone, series) : nothing}</div>
    </div>`;
  }

  #aloneTemplate({ measured, seconds, problem }: Alone, series: MapSeries): TemplateResult {
    if (problem) return html`<p class="note">${problem}</p>`;
    if (!measured?.measurement.finished)
      return html`<p class="progress-text">Running: ${Math.round(100 * (measured?.measurement.progress ?? 0))} %</p>`;
    const own = mapIn(measured.measurement);
    const isSame = own !== null && sameDistances(own, series, this.selected);
    return html`<p class="sentence">
      Run alone on ${BACKEND_LABELS[measured.device.backend]} with seed ${this.figure?.settings.state.seed} in
      ${seconds.toFixed(1)} s: ${isSame ? "the numbers are those of the map." : "the numbers are not those of the map, see below."}
    </p>
    ${isSame || !own ? nothing : tableTemplate(own, 0)}`;
  }

  /** Trains the networks of the chosen point, and no others, with the settings of the figure. */
  async runAlone(): Promise<void> {
    const { figure, selected } = this;
    const series = this.#series;
    if (!figure || !series) return;
    const [gamma, gammaPrime] = [series.gamma[selected] as number, series.gammaPrime[selected] as number];
    const controller = new AbortController();
    this.#controller = controller;
    const begun = performance.now();
    const tell = (measured: Measured | null, problem = "") => {
      if (this.selected !== selected) return;
      this.alone = { point: selected, measured, problem, seconds: (performance.now() - begun) / 1000 };
    };
    tell(null);
    try {
      const [{ runAll }, { pool }] = await Promise.all([
        import("../../../src/runtime/runs/runAll.ts"),
        import("../../live/pagePool.ts"),
      ]);
      const parameters = {
        ...figure.parametersOf(0),
        ...edgesAround({ gamma, gammaPrime }),
        widths: Array.from(series.width),
      };
      await runAll(
        [{ experiment: figure.about.meta.id, parameters, seed: figure.settings.state.seed, stride: STRIDE }],
        {
          pool,
          choice: figure.settings.state.backend,
          signal: controller.signal,
          onMeasurement: (_, measured) => tell(measured),
        },
      );
    } catch (error) {
      tell(null, controller.signal.aborted ? "Cancelled." : (error as Error).message);
    } finally {
      if (this.#controller === controller) this.#controller = null;
      this.requestUpdate();
    }
  }
}

function tableTemplate(series: MapSeries, point: number): TemplateResult {
  const { columns, rows } = tableOfPoint(series, point);
  return html`<table>
    <thead>
      <tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first, ...rest]) =>
          html`<tr><th scope="row">${first}</th>${rest.map((value) => html`<td class="number">${value}</td>`)}</tr>`,
      )}
    </tbody>
  </table>`;
}

/** Whether a point run alone gave the numbers of the map, to the digits that a record keeps. */
function sameDistances(own: MapSeries, series: MapSeries, point: number): boolean {
  const count = series.width.length;
  return (["inputDistance", "outputDistance", "weightDistance"] as const).every((name) =>
    Array.from(own[name]).every((distance, k) => {
      const known = series[name][point * count + k] as number;
      return Math.abs(distance - known) <= 1e-5 * distance;
    }),
  );
}

customElements.define("phase-map", PhaseMap);

/** The explorer of a figure, which it is given once and keeps. */
export function explorerOf(figure: MapFigure): PhaseMap {
  const place = figure.placeOf("explorer");
  const present = place.querySelector<PhaseMap>("phase-map");
  if (present) return present;
  const explorer = new PhaseMap();
  explorer.figure = figure;
  place.replaceChildren(explorer);
  return explorer;
}
