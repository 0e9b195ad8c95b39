/**
 * <plane-cells>: lets a reader go through the plane cell by cell, by pointer or keyboard: the numbers of the cell under both
 * scalings, and its two networks, trained here. Loaded when first asked for; the figure around it has the results.
 */
import { html, nothing, type TemplateResult } from "lit";
import { figureAmong } from "../../../src/catalogue/names.ts";
import { resultOf, type Shown } from "../../../src/experiments/drawing/drawing.ts";
import type { Values } from "../../../src/experiments/parameters.ts";
import {
  cellsThrough,
  cellTold,
  FRAME,
  lensNamed,
  type PlaneSeries,
  planeIn,
} from "../../../src/experiments/quenching-activation/plane/lens.ts";
import {
  coefficientPlot,
  nameOfCell,
  tableOfCell,
} from "../../../src/experiments/quenching-activation/plane/oneCell.ts";
import { draw } from "../../../src/plots/draw.ts";
import { addressWith } from "../../../src/runtime/permalink.ts";
import {
  type Alone,
  type ExploredFigure,
  type ExploredMap,
  explorerIn,
  isSameNumber,
  PointExplorer,
} from "../../live/pointExplorer.ts";
import { experiments } from "../../live/shownExperiments.ts";
import { tableTemplate } from "../../live/tableTemplate.ts";
import { watchedAt } from "./watchedAt.ts";

/** Estimated seconds up to which the networks of a cell are trained as soon as it is looked at. */
const AT_ONCE = 6;
/** The figure in which a cell is watched as it trains. */
const WATCHED = "quenching-activation/activation";

export class PlaneCells extends PointExplorer {
  protected override mapOf(shown: Shown, lens: string): ExploredMap | null {
    const plane = planeIn(resultOf(shown));
    if (!plane) return null;
    const map = cellsThrough(lensNamed(lens), plane);
    return { map, margins: FRAME, wordsOf: (cell) => cellTold(plane, cell) };
  }

  protected override parametersAt(parameters: Values, cell: number): Values | null {
    const plane = planeIn(this.resultAt(0));
    if (!plane || cell >= plane.test.length) return null;
    const { width, sampleSize } = plane;
    return {
      ...parameters,
      widths: [width[cell % width.length] as number],
      sampleSizes: [sampleSize[Math.floor(cell / width.length)] as number],
    };
  }

  override choose(cell: number, focus = false, over?: HTMLElement): void {
    super.choose(cell, focus, over);
    const meta = this.figure?.about.meta;
    const seconds = this.runsAlone().reduce((sum, parameters) => sum + (meta?.cost(parameters) ?? 0), 0);
    if (!this.alone && seconds <= AT_ONCE) void this.runAlone();
  }

  override updated(): void {
    super.updated();
    const places = this.querySelectorAll<HTMLElement>("[data-network]");
    for (const [k, place] of places.entries()) {
      const coefficient = this.alone?.measured[k]?.measurement.series.coefficient;
      if (!coefficient) {
        place.replaceChildren();
        continue;
      }
      const title = `Coefficients of the network, ${this.#labels[k]}`;
      const picture = draw(
        coefficientPlot(coefficient),
        title,
        document,
        Math.min(360, place.clientWidth || 360),
      );
      place.replaceChildren(picture);
    }
  }

  get #labels(): readonly string[] {
    return this.figure?.shown().map(({ label }) => label) ?? [];
  }

  override render(): TemplateResult {
    const planes = this.#labels.map((_, k) => planeIn(this.resultAt(k)));
    const [first] = planes;
    if (!first) return html`<p class="note">Nothing is measured yet: press Run.</p>`;
    if (this.selected >= first.test.length) this.selected = 0;
    const cell = this.selected;
    const cases = this.#labels.map((label, k) => ({ label, plane: planes[k] ?? null, cell }));
    return html`<div class="map-point">
      <p class="cell-label" role="status">The networks at ${nameOfCell(first, cell)}</p>
      <div class="network-at">
        ${this.#labels.map(
          (label, k) => html`<div class="plot">
            <p class="plot-title">${label}: what each neuron carries ${this.#linkTemplate(k)}</p>
            <div data-network></div>
          </div>`,
        )}
      </div>
      <div class="controls">
        ${
          this.isRunning
            ? html`<button type="button" @click=${() => this.cancel()}>Cancel</button>`
            : html`<button type="button" @click=${() => void this.runAlone()}>Run this cell alone</button>`
        }
      </div>
      <div role="status">${this.alone ? this.#aloneTemplate(this.alone, planes) : nothing}</div>
      <div class="scroll" tabindex="0" role="region" aria-label="Numbers of the cell">${tableTemplate(tableOfCell(cases))}</div>
    </div>`;
  }

  #aloneTemplate(
    { measured, seconds, problem }: Alone,
    planes: readonly (PlaneSeries | null)[],
  ): TemplateResult {
    if (problem) return html`<p class="note">${problem}</p>`;
    const own = measured.map((each) => (each?.measurement.finished ? planeIn(each.measurement) : null));
    if (own.some((plane) => plane === null)) {
      const progress = measured.reduce((sum, each) => sum + (each?.measurement.progress ?? 0), 0);
      return html`<p class="progress-text">Training: ${Math.round((100 * progress) / measured.length)} %</p>`;
    }
    const known = planes.map((plane) => plane?.test[this.selected] ?? Number.NaN);
    const isSame = own.every((plane, k) => isSameNumber(plane?.test[0] ?? Number.NaN, known[k] as number));
    const isKnown = known.every(Number.isFinite);
    const cases = this.#labels.map((label, k) => ({ label, plane: own[k] ?? null, cell: 0 }));
    return html`<p class="sentence">
      Trained here with seed ${this.figure?.settings.state.seed} in ${seconds.toFixed(1)}
      s${isSame ? ": the numbers are those of the map." : isKnown ? ": the numbers are these, and not those of the map below." : "."}
    </p>
    ${isSame ? nothing : tableTemplate(tableOfCell(cases))}`;
  }

  /** To the figure that shows how a cell came about, if the page has it and it takes such networks. */
  #linkTemplate(k: number): TemplateResult | typeof nothing {
    const run = this.runsAlone()[k];
    if (!this.figure || !run || !document.getElementById("figure-activation")) return nothing;
    const { meta, figure } = figureAmong(experiments, WATCHED);
    const parameters = watchedAt(meta, run);
    if (!parameters) return nothing;
    const address = addressWith(location.href, figure, { ...this.figure.settings.state, parameters });
    const url = new URL(address);
    url.hash = `figure-${figure.id}`;
    return html`(<a href=${url.href}>watch it in “${figure.title}”</a>)`;
  }
}

customElements.define("plane-cells", PlaneCells);

/** The explorer of a figure, which it is given once and keeps. */
export function explorerOf(figure: ExploredFigure): PlaneCells {
  return explorerIn(figure, PlaneCells);
}
