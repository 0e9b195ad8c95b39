/**
 * <training-pad>: a point of a plane is pressed, or a hand goes over the plane, and the network at that point is trained at
 * once. The figure of an article with its plane, its plots and a sentence, and made of its parts; it has one case.
 */

import { html, LitElement, render, type TemplateResult } from "lit";
import { figureAmong } from "../../src/catalogue/names.ts";
import type { Shown } from "../../src/experiments/drawing/drawing.ts";
import type { Nearest, Parameter, Values } from "../../src/experiments/parameters.ts";
import { addressWith } from "../../src/runtime/permalink.ts";
import { type AxisNames, picker } from "../papers/phase-diagram/phase-plane.ts";
import { sideOf } from "../papers/phase-diagram/side.ts";
import { clearedPartOf, partOf } from "../parts.ts";
import { Beat } from "./beat.ts";
import { fieldTemplate } from "./fields.ts";
import { FigureRun, whatRuns } from "./figureRun.ts";
import { FigureSettings } from "./figureSettings.ts";
import { FigureView } from "./figureView.ts";
import { oncePerFrame } from "./frames.ts";
import { whenNear } from "./near.ts";
import { type Figure, Picking } from "./picking.ts";
import type { Settable } from "./setting.ts";
import { experiments } from "./shownExperiments.ts";
import { standingOf } from "./standing.ts";

/** What the axes are, and the same beside the sliders. */
const AXES: AxisNames = { across: "smaller start →", up: "smaller output weights →" };
const FIELDS = { gamma: "How small the start is,", gammaPrime: "How unequal the layers start," } as const;

/** The figure of the laboratory. */
const LABORATORY = "network";

class TrainingPad extends LitElement implements Settable, Figure {
  readonly about = plain(figureAmong(experiments, this.dataset.figure ?? ""));
  readonly settings = new FigureSettings(this.about, location.search);
  readonly runs = new FigureRun((isNew) => this.#onRun(isNew));
  /** What went wrong, in sentences. */
  #notes: readonly string[] = [];
  /** The settings of what is drawn. */
  #drawn = this.settings.state;
  readonly #showSoon = oncePerFrame(() => this.#show());
  readonly #view = new FigureView(this);
  readonly #picking = new Picking(this);
  readonly #beat = new Beat();

  override createRenderRoot(): HTMLElement {
    return clearedPartOf(this, "controls");
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.runs.stop(true);
  }

  override firstUpdated(): void {
    whenNear(this, () => Promise.all([whatRuns(), this.#view.load()]));
    if (!this.settings.isFirst) this.#picking.pick("moving");
  }

  override render(): TemplateResult {
    return html`${picker(this, AXES)}
      <div class="messages" role="status">${this.#notes.map((note) => html`<p class="note">${note}</p>`)}</div>`;
  }

  override updated(): void {
    render(this.#settingsTemplate(), this.placeOf("settings"));
    const { href } = new URL(this.dataset.article ?? "", location.href);
    const link = new URL(addressWith(href, this.about.figure, this.settings.state));
    link.hash = `figure-${this.about.figure.id}`;
    (this.placeOf("link") as HTMLAnchorElement).href = link.href;
    this.#linkLaboratory();
  }

  #settingsTemplate(): TemplateResult {
    const { parameters } = this.about.meta;
    const fields = Object.entries(FIELDS).map(([name, label]) => {
      const { hint: _, ...parameter } = parameters[name] as Parameter;
      const { problem, nearest } = this.settings;
      return fieldTemplate(
        this,
        name,
        { ...parameter, label },
        this.controlValue(name),
        problem[name],
        nearest[name],
      );
    });
    return html`<div class="controls">
      ${fields}
      <button type="button" class="primary" ?disabled=${this.settings.hasProblem} @click=${() => void this.#picking.press()}>
        Watch it train
      </button>
    </div>`;
  }

  placeOf(name: string): HTMLElement {
    return partOf(this, name);
  }

  controlValue(name: string): Values[string] {
    return this.settings.parametersOf(0)[name] as Values[string];
  }

  setParameter(name: string, text: string, isMoving = false): void {
    this.setParameters({ [name]: text }, isMoving);
  }

  /** What a hand has moved to is trained at once; when it lets go, that has been done. */
  setParameters(texts: Readonly<Record<string, string>>, isMoving = false): void {
    // A listener is told when the hand has come to rest, and not of every place on its way.
    this.placeOf("sentence").ariaBusy = String(isMoving);
    if (this.settings.set(texts, isMoving)) this.#picking.pick("moving");
    this.requestUpdate();
  }

  refuse(name: string, sentence: string, nearest?: Nearest): void {
    this.settings.refuse(name, sentence, nearest);
    this.requestUpdate();
  }

  leaveAsItWas(): void {
    this.placeOf("sentence").ariaBusy = "false";
    if (this.settings.leaveAsItWas()) this.#picking.pick("moving");
    this.requestUpdate();
  }

  note(sentence: string): void {
    this.#notes = [sentence, ...this.#notes];
    this.requestUpdate();
  }

  loadView(): Promise<void> {
    return this.#view.load();
  }

  begun(): void {
    this.#notes = [];
  }

  /** There is nothing to run where the first settings are: the recorded result is known. */
  showNothing(): void {
    this.requestUpdate();
    void this.loadView().then(
      () => this.#show(),
      () => {},
    );
  }

  #onRun(isNewPhase: boolean): void {
    const { phase, problems, isLive } = this.runs;
    const isOver = phase === "failed" || phase === "idle";
    if (isOver && problems.length > 0 && !isLive) this.#goBack(problems.map(({ sentence }) => sentence));
    else if (isNewPhase && phase === "done") this.#picking.keepResult();
    this.#showSoon();
  }

  /** Nothing came of a run: what is drawn stays, and so do its settings. */
  #goBack(sentences: readonly string[]): void {
    this.settings.restore(this.#drawn);
    this.runs.stop(true);
    this.#notes = [...sentences, "The picture is still that of the point before."];
    this.requestUpdate();
  }

  #show(): void {
    const { phase, isLive } = this.runs;
    // What was there stays until there is something new.
    if (phase === "starting" || !(isLive || this.settings.isFirst)) return;
    this.#drawn = this.settings.state;
    const shown = this.#shown();
    const isBeat = this.#beat.isNow(performance.now(), phase);
    if (this.#view.show(shown, { lens: "", lenses: [] }, phase === "running", isBeat)) this.#showSoon();
    // Of a run is told once: what came of it.
    if (phase !== "running") this.#view.say(shown, this.#standing(shown));
  }

  /** The laboratory has the same network, whose settings have the same names there. */
  #linkLaboratory(): void {
    const there = this.placeOf("lab") as HTMLAnchorElement;
    const figure = { id: LABORATORY } as const;
    const url = new URL(addressWith(there.href, figure, this.settings.state));
    url.hash = `figure-${LABORATORY}`;
    there.href = url.href;
  }

  #shown(): Shown[] {
    const parameters = this.settings.parametersOf(0);
    const now = this.runs.measured[0] ?? null;
    const reference = now ? null : this.#view.referenceOf(0, parameters);
    const label = sideOf(Number(parameters.gamma), Number(parameters.gammaPrime));
    return [{ label, parameters, now, reference }];
  }

  #standing([shown]: readonly Shown[]) {
    const { phase, isLive } = this.runs;
    const isReference = Boolean(shown?.reference);
    return standingOf({ phase, isLive, isReference, promise: undefined, seconds: null });
  }
}

/** The figure without the points of its plane that have a name. */
function plain({ meta, figure }: ReturnType<typeof figureAmong>) {
  const { presets: _, ...rest } = figure;
  return { meta, figure: rest };
}

customElements.define("training-pad", TrainingPad);
