/**
 * <phase-map>: lets a reader go through a map point by point, by pointer or keyboard, see what was measured there, and
 * run that point alone. Loaded when first asked for; the figure around it has the results.
 */

import { html, nothing, type TemplateResult } from "lit";
import { BACKEND_LABELS } from "../../../src/engine/backends.ts";
import { resultOf, type Shown } from "../../../src/experiments/drawing/drawing.ts";
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
import { late } from "../../../src/runtime/late.ts";
import {
  type Alone,
  type ExploredFigure,
  type ExploredMap,
  explorerIn,
  isSameNumber,
  PointExplorer,
} from "../../live/pointExplorer.ts";
import { tableTemplate } from "../../live/tableTemplate.ts";

export class PhaseMap extends PointExplorer {
  /** The network that is shown beside the line, and what stops its training. */
  #network = { key: "", controller: new AbortController() };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#network.controller.abort();
  }

  get #series(): MapSeries | null {
    return mapIn(this.resultAt(0));
  }

  protected override mapOf(shown: Shown, lensName: string): ExploredMap | null {
    const series = mapIn(resultOf(shown));
    if (!series) return null;
    const lens = lensNamed(lensName);
    const map = cellsThrough(lens, series);
    return { map, margins: FRAME, wordsOf: (point) => pointInWords(lens, series, map, point) };
  }

  protected override parametersAt(parameters: Values, point: number): Values | null {
    const series = this.#series;
    const [gamma, gammaPrime] = [series?.gamma[point], series?.gammaPrime[point]];
    if (!series || gamma === undefined || gammaPrime === undefined) return null;
    return { ...parameters, ...edgesAround({ gamma, gammaPrime }), widths: Array.from(series.width) };
  }

  override updated(): void {
    super.updated();
    const { figure } = this;
    const series = this.#series;
    if (!figure || !series || this.selected >= series.gamma.length) return;
    const plot = pointPlot(series, this.selected);
    const place = this.querySelector<HTMLElement>("[data-picture]");
    const { width: pictureWidth = 360 } = plot;
    const picture = draw(
      plot,
      `Relative distances against the width at ${nameOfPoint(series, this.selected)}`,
      document,
      Math.min(pictureWidth, place?.clientWidth || pictureWidth),
    );
    place?.replaceChildren(picture);
    void this.#showNetwork(figure, series);
  }

  /** Trains one network at the chosen point, once for each point and seed. */
  async #showNetwork(figure: ExploredFigure, series: MapSeries): Promise<void> {
    const place = this.querySelector<HTMLElement>("[data-network]");
    const [gamma, gammaPrime] = [series.gamma[this.selected], series.gammaPrime[this.selected]];
    const key = JSON.stringify([gamma, gammaPrime, figure.settings.state.seed]);
    if (!place || gamma === undefined || gammaPrime === undefined || key === this.#network.key) return;
    this.#network.controller.abort();
    const controller = new AbortController();
    this.#network = { key, controller };
    try {
      const { drawNetworkAt } = await late(() => import("./networkAt.ts"));
      await drawNetworkAt({ gamma, gammaPrime }, figure.settings.state, place, controller.signal);
    } catch (error) {
      if (controller.signal.aborted) return;
      place.textContent = (error as Error).message;
      this.#network = { key: "", controller };
    }
  }

  override render(): TemplateResult {
    const series = this.#series;
    if (!series) return html`<p class="note">Nothing is measured yet: press Run.</p>`;
    if (this.selected >= series.gamma.length) this.selected = 0;
    return html`<div class="map-point">
      <p class="cell-label" role="status">At ${nameOfPoint(series, this.selected)}</p>
      <div class="plot" data-picture></div>
      <p class="plot-title">One network of 2 × 1,000 neurons at this point, trained here</p>
      <div class="network-at" data-network></div>
      <div class="scroll" tabindex="0" role="region" aria-label="Numbers of the point">${tableTemplate(tableOfPoint(series, this.selected))}</div>
      <div class="controls">
        ${
          this.isRunning
            ? html`<button type="button" @click=${() => this.cancel()}>Cancel</button>`
            : html`<button type="button" @click=${() => void this.runAlone()}>Run this point alone</button>`
        }
      </div>
      <div role="status">${this.alone ? this.#aloneTemplate(this.alone, series) : nothing}</div>
    </div>`;
  }

  #aloneTemplate({ measured: [measured], seconds, problem }: Alone, series: MapSeries): TemplateResult {
    if (problem) return html`<p class="note">${problem}</p>`;
    if (!measured?.measurement.finished)
      return html`<p class="progress-text">Running: ${Math.round(100 * (measured?.measurement.progress ?? 0))} %</p>`;
    const own = mapIn(measured.measurement);
    const isSame = own !== null && sameDistances(own, series, this.selected);
    return html`<p class="sentence">
      Run alone on ${BACKEND_LABELS[measured.device.backend]} with seed ${this.figure?.settings.state.seed} in
      ${seconds.toFixed(1)} s: ${isSame ? "the numbers are those of the map." : "the numbers are not those of the map, see below."}
    </p>
    ${isSame || !own ? nothing : tableTemplate(tableOfPoint(own, 0))}`;
  }
}

/** Whether a point run alone gave the numbers of the map. */
function sameDistances(own: MapSeries, series: MapSeries, point: number): boolean {
  const count = series.width.length;
  return (["inputDistance", "outputDistance", "weightDistance"] as const).every((name) =>
    Array.from(own[name]).every((distance, k) => {
      const known = series[name][point * count + k] as number;
      return isSameNumber(distance, known);
    }),
  );
}

customElements.define("phase-map", PhaseMap);

/** The explorer of a figure, which it is given once and keeps. */
export function explorerOf(figure: ExploredFigure): PhaseMap {
  return explorerIn(figure, PhaseMap);
}
