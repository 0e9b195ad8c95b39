/**
 * <live-figure>: brings the figure around it to life. Says when something runs, what is shown and what is said of it; what
 * the reader has set is in figureSettings.ts, what runs in figureRun.ts, how controls look in controls.ts.
 */
import { LitElement, render } from "lit";
import { figureAmong, paperOf } from "../../src/catalogue/names.ts";
import { total } from "../../src/experiments/cost.ts";
import type { Shown } from "../../src/experiments/drawing/drawing.ts";
import type { Values } from "../../src/experiments/parameters.ts";
import { isUnderWay } from "../../src/runtime/keep/isUnderWay.ts";
import { addressWith } from "../../src/runtime/permalink.ts";
import type { RunRequest } from "../../src/runtime/workers/protocol.ts";
import { clearedPartOf, partOf } from "../parts.ts";
import { Beat } from "./beat.ts";
import { barTemplate, type FigureControls, settingsTemplate } from "./controls.ts";
import { EarlierResults } from "./earlierResults.ts";
import { offerExplorer } from "./exploring.ts";
import type { ExportKind } from "./exports.ts";
import { FigureRun, type Phase } from "./figureRun.ts";
import { FigureSettings, isSameState } from "./figureSettings.ts";
import { FigureView } from "./figureView.ts";
import "./links.ts";
import { nextFrame } from "./frames.ts";
import type { Whereabouts } from "./interrupted.ts";
import type { Explorer } from "./ofPaper.ts";
import { pageSettings } from "./pageSettings.ts";
import { lastPick } from "./picked.ts";
import type { Rewind } from "./rewind.ts";
import type { Picker } from "./setting.ts";
import { experiments, ofPaper, rewinding } from "./shownExperiments.ts";
import { standingOf } from "./standing.ts";

/** Gradient steps between two reports when nobody wants to watch. */
const FAST_STRIDE = 2000;
/** Estimated seconds up to which what is picked is run by itself, and up to which it is run while a hand still moves. */
const AT_ONCE = 3;
const WHILE_MOVING = 0.25;
/** Estimated seconds up to which at least the start of what is picked is shown by itself. */
const START_AT_ONCE = 60;
/** How a run comes about: the reader pressed Run, picked something, or still moves it. */
type Occasion = "pressed" | "picked" | "moving";

class LiveFigure extends LitElement implements FigureControls {
  readonly about = figureAmong(experiments, this.dataset.figure ?? "");
  readonly settings = new FigureSettings(this.about, location.search);
  readonly runs = new FigureRun(this.about.figure.cases.length, (isNew) => this.#onRun(isNew));
  /** What the reader is told besides what the runs say. */
  notes: readonly string[];
  /** What is shown of the result, where there is a choice. */
  lens = Object.keys(this.about.figure.lens?.options ?? {})[0] ?? "";
  rewind: Rewind | null = null;
  picker: Picker | null = null;

  readonly #view = new FigureView(this);
  /** Whether the reader has a hand at the settings, which stay where they are on the screen whatever grows above them. */
  #isSetting = false;
  #settingsWere = 0;
  /** The explorer of the result, point by point, once it was asked for. */
  #explorer: Explorer | null = null;
  #occasion: Occasion = "pressed";
  /** Runs that wait until the one before has shown something. */
  #next: Occasion | null = null;
  #isFollowing = false;
  readonly #earlier = new EarlierResults();
  #isDue = false;
  readonly #beat = new Beat();
  /** What went wrong, as far as it was told. */
  #told: FigureRun["problems"] = [];

  constructor() {
    super();
    this.notes = this.settings.refused.map(
      (sentence) => `In the address of this page: ${sentence} The first setting is used instead.`,
    );
    this.#newRewind();
  }

  override createRenderRoot(): HTMLElement {
    return clearedPartOf(this, "controls");
  }

  override render() {
    return barTemplate(this);
  }

  override willUpdate(): void {
    if (this.#isSetting) this.#settingsWere = this.#topOfSettings;
  }

  override updated(): void {
    render(settingsTemplate(this), this.placeOf("settings"));
    const moved = this.#isSetting ? this.#topOfSettings - this.#settingsWere : 0;
    if (moved !== 0) scrollBy({ top: moved, behavior: "instant" });
  }

  get #topOfSettings(): number {
    return this.placeOf("settings").getBoundingClientRect().top;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    pageSettings.addEventListener("change", this.#onPage);
    lastPick.addEventListener("change", this.#onPick);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    pageSettings.removeEventListener("change", this.#onPage);
    lastPick.removeEventListener("change", this.#onPick);
    this.runs.stop(true);
  }

  override firstUpdated(): void {
    if (isUnderWay(this.#owner)) void this.#takeUp();
    else if (!this.settings.isFirst) this.#pick("picked");
    const { explorer, picker } = this.about.figure;
    if (explorer) offerExplorer(this, () => this.#explore());
    if (picker) void this.#loadPicker(picker);
    this.#awaitHand();
  }

  readonly #onPick = () => this.requestUpdate();

  readonly #onPage = () => {
    this.settings.setBackend(pageSettings.backend);
    this.requestUpdate();
  };

  /** What a plot tells place by place, its picture has to be drawn here for: once a hand or the keyboard comes near. */
  #awaitHand(): void {
    const cells = this.placeOf("cells");
    const begin = async () => {
      const [{ readOut }] = await Promise.all([import("./readouts.ts"), this.#view.load()]);
      readOut(cells);
      this.#show();
      new ResizeObserver(() => {
        this.#view.resized();
        this.#show();
      }).observe(cells);
    };
    for (const event of ["pointerenter", "focusin"])
      cells.addEventListener(event, () => void begin().catch(() => {}), { once: true });
    for (const place of cells.querySelectorAll<HTMLElement>("[data-plot]")) place.tabIndex = 0;
  }

  async #loadPicker(name: string): Promise<void> {
    this.picker = (await ofPaper?.pickerOf(paperOf(this.about.meta), name)) ?? null;
    this.requestUpdate();
  }

  async #explore() {
    const { explorersOf } = await import("./ofPaper.ts");
    const explorerOf = await explorersOf(paperOf(this.about.meta), this.about.figure.explorer ?? "");
    await this.#view.load();
    const explorer = explorerOf(this);
    this.#explorer = explorer;
    await explorer.updateComplete;
    return explorer;
  }

  setLens(lens: string): void {
    this.lens = lens;
    this.requestUpdate();
    void this.#view.load().then(() => this.#show());
  }

  /** The owner under which the runs are stored. */
  get #owner(): string {
    return `figure ${this.dataset.figure}`;
  }

  /** Goes on with a run that was interrupted, unless the address asks for another one. */
  async #takeUp(): Promise<void> {
    const { sentenceOf, whereaboutsOf } = await import("./interrupted.ts");
    const where = whereaboutsOf(this.#owner, this.about);
    const isOther = where && !this.settings.isFirst && !isSameState(where.settings, this.settings.state);
    if (!where || isOther) {
      if (!this.settings.isFirst) this.#pick("picked");
      return;
    }
    if (this.runs.phase !== "idle") return;
    this.settings.restore(where.settings);
    pageSettings.set({ isWatched: where.animated });
    if (await this.#begin("pressed", where.paused, where)) this.#note(sentenceOf(where));
  }

  placeOf(name: string): HTMLElement {
    return partOf(this, name);
  }

  get phase(): Phase {
    return this.runs.phase;
  }

  get messages(): readonly string[] {
    const { cases } = this.about.figure;
    const problems = this.runs.problems.map(({ k, sentence }) =>
      k !== null && cases.length > 1 ? `${cases[k]?.label}: ${sentence}` : sentence,
    );
    return [...this.notes, ...problems];
  }

  #note(sentence: string): void {
    this.notes = [sentence, ...this.notes];
    this.requestUpdate();
  }

  parametersOf(k: number): Values {
    return this.settings.parametersOf(k);
  }

  /** Value of one control, the same for all cases. */
  controlValue(name: string): Values[string] {
    return this.parametersOf(0)[name] as Values[string];
  }

  get #allParameters(): Values[] {
    return this.about.figure.cases.map((_, k) => this.parametersOf(k));
  }

  get isOnEngine(): boolean {
    return this.#allParameters.some((given) => this.about.meta.computes(given).on === "engine");
  }

  get seconds(): number {
    const cores = Math.max(1, navigator.hardwareConcurrency || 2);
    return total(this.#allParameters.map((given) => this.about.meta.cost(given))) / cores;
  }

  /** What is done of the run, in words, where the drawing has some. */
  get done(): string {
    return this.#view.doneIn(this.shown());
  }

  /** Takes what the reader typed, dragged or picked; keeps it only if it is allowed. */
  setParameters(texts: Readonly<Record<string, string>>, isMoving = false): void {
    this.#isSetting = true;
    const isDifferent = this.settings.set(texts, isMoving);
    const isLetGo = !isMoving && this.#occasion === "moving" && !this.settings.hasProblem;
    if (isDifferent || isLetGo) this.#pick(isMoving ? "moving" : "picked");
    if (!isMoving && this.about.figure.picker) this.#tellOthers(texts);
    this.requestUpdate();
  }

  /** Other figures of the page can be set to the state that was picked here. */
  #tellOthers(texts: Readonly<Record<string, string>>): void {
    const { id, title } = this.about.figure;
    if (Object.keys(texts).length > 1) lastPick.take({ figure: id, title, texts });
  }

  setParameter(name: string, text: string, isMoving = false): void {
    this.setParameters({ [name]: text }, isMoving);
  }

  /** Takes the settings of an address. */
  open(search: string): void {
    const refused = this.settings.open(search);
    this.#pick("picked");
    for (const sentence of refused) this.#note(sentence);
  }

  /** What was picked on another figure and could be set here. */
  get picked() {
    return lastPick.for(this.about.figure.id, this.about.figure.controls);
  }

  leaveAsItWas(): void {
    if (this.settings.leaveAsItWas()) this.#pick("picked");
    this.requestUpdate();
  }

  takeBack(): void {
    this.#isSetting = false;
    this.settings.takeBack();
    if (isUnderWay(this.#owner)) void this.#takeUp();
    else this.#pick("picked");
  }

  reset(): void {
    this.settings.reset();
    this.#isSetting = false;
    this.notes = [];
    this.#next = null;
    this.#occasion = "pressed";
    this.#forgetKept();
    this.#showNothing();
  }

  /** Forgets a run that waits for the reader to come back to it. */
  #forgetKept(): void {
    this.runs.stop();
    if (isUnderWay(this.#owner))
      void import("../../src/runtime/keep/runStore.ts").then(({ forget }) => forget(this.#owner));
  }

  run(): Promise<unknown> {
    this.#next = null;
    return this.#begin("pressed", false);
  }

  /** Shows what belongs to the settings: what is known of them, a run at once where it is short, else its start. */
  #pick(occasion: Occasion): void {
    this.notes = [];
    const known = this.#earlier.of(this.settings.state);
    if (this.settings.isFirst || known) {
      this.#next = null;
      this.#occasion = occasion;
      if (known && !this.settings.isFirst) this.runs.recall(known.measured, known.device);
      else this.runs.stop(true);
      this.#showNothing();
    } else if (this.seconds <= START_AT_ONCE) void this.#follow(occasion);
    else {
      this.#next = null;
      this.#occasion = occasion;
      this.runs.stop(true);
      this.#showNothing();
    }
  }

  /** Runs what was picked last, as soon as what was picked before has shown something. */
  async #follow(occasion: Occasion): Promise<void> {
    this.#next = occasion;
    if (this.#isFollowing) return;
    this.#isFollowing = true;
    while (this.#next) {
      const now: Occasion = this.#next;
      this.#next = null;
      await this.#begin(now, false);
      while (now === "moving" && this.runs.phase === "starting") await nextFrame();
    }
    this.#isFollowing = false;
  }

  /** Begins to run; goes on where `interrupted` says that an earlier page was. Returns whether it did. */
  async #begin(
    occasion: Occasion,
    isHeld: boolean,
    interrupted: Whereabouts | null = null,
  ): Promise<boolean> {
    const { state } = this.settings;
    const { seconds } = this;
    const isStart = occasion !== "pressed" && seconds > (occasion === "moving" ? WHILE_MOVING : AT_ONCE);
    const isPaced = pageSettings.isWatched && occasion !== "moving";
    this.#occasion = occasion;
    if (occasion === "pressed") this.#isSetting = false;
    this.notes = [];
    this.#newRewind();
    if (occasion !== "moving") this.#writeAddress();
    const openStore = async () => {
      const { storeFor } = await import("./interrupted.ts");
      const goesOn = interrupted !== null;
      const store = await storeFor(this.#owner, goesOn, this.#whereabouts(), this.runs.complain);
      // No store means that another tab has the interrupted run.
      return store ?? (goesOn ? "refused" : null);
    };
    return this.runs.begin({
      requests: this.#requests(isStart, isPaced),
      choice: state.backend,
      isPaced,
      isHeld,
      isStart,
      openStore: occasion === "pressed" ? openStore : null,
      before: interrupted ?? undefined,
      alsoLoad: () => this.#view.load(),
    });
  }

  #writeAddress(): void {
    const address = addressWith(location.href, this.about.figure, this.settings.state);
    if (address !== location.href) history.replaceState(null, "", address);
  }

  /** Where the figure is, whenever it is asked. */
  #whereabouts() {
    const figure = this;
    return {
      about: this.about,
      get settings() {
        return figure.settings.state;
      },
      get animated() {
        return pageSettings.isWatched;
      },
      get paused() {
        return figure.phase === "paused";
      },
      get progress() {
        return figure.runs.progress;
      },
      get stepsMade() {
        return figure.runs.stepsMade;
      },
    };
  }

  #requests(isStart: boolean, isPaced: boolean): RunRequest[] {
    const { meta, figure } = this.about;
    return figure.cases.map((_, k) => {
      const parameters = this.parametersOf(k);
      const pleasant = isPaced || figure.keepsFrames ? meta.frameStride(parameters) : FAST_STRIDE;
      const stride = isStart ? 1 : pleasant;
      return { experiment: meta.id, parameters, seed: this.settings.state.seed, stride };
    });
  }

  pause(): void {
    this.runs.pause();
  }

  resume(): void {
    this.runs.resume();
  }

  step(): void {
    if (this.phase === "paused") this.runs.step();
    else void this.#begin("pressed", true);
  }

  async share(): Promise<void> {
    const url = new URL(addressWith(location.href, this.about.figure, this.settings.state));
    url.hash = `figure-${this.about.figure.id}`;
    try {
      await navigator.clipboard.writeText(url.href);
      this.#note("A link to this figure with its settings is in your clipboard.");
    } catch {
      history.replaceState(null, "", url);
      this.#note("The link with these settings is in the address bar now; copy it from there.");
    }
  }

  async export(kind: ExportKind): Promise<void> {
    const [{ download, exportOf }] = await Promise.all([import("./exports.ts"), this.#view.load()]);
    const { seed } = this.settings.state;
    this.#view.show(this.shown(), this.lens, false);
    download(
      await exportOf(kind, {
        name: `two-layers-${this.about.figure.id}-seed-${seed}`,
        element: this,
        shown: this.shown(),
        settings: this.settings.state,
        device: this.runs.device,
      }),
    );
  }

  /** Whether what is shown is the recorded result, with the settings and the seed of the record. */
  get #isReference(): boolean {
    return !this.runs.isLive && this.settings.state.seed === this.#view.referenceSeed;
  }

  /** Whether the figure stands at its start, and keeps what comes of it to itself. */
  get #isBefore(): boolean {
    return this.about.figure.promise !== undefined && this.phase === "idle" && this.settings.isFirst;
  }

  shown(): Shown[] {
    const hasReference = this.runs.isLive || this.#isReference;
    return this.about.figure.cases.map(({ label }, k) => {
      const parameters = this.parametersOf(k);
      if (this.#isBefore) return { label, parameters, now: this.#view.startOf(k), reference: null };
      const now = this.rewind?.lookedAt(k) ?? this.runs.measured[k] ?? null;
      const reference = hasReference ? this.#view.referenceOf(k, parameters) : null;
      return { label, parameters, now, reference };
    });
  }

  #onRun(isNewPhase: boolean): void {
    if (isNewPhase && this.phase === "done" && this.#occasion !== "moving") this.#keepResult();
    for (const [k, each] of this.runs.measured.entries()) if (each) this.rewind?.keep(k, each);
    // How far a run is is told at the next beat.
    if (isNewPhase || this.phase !== "running" || this.runs.problems !== this.#told) {
      this.#told = this.runs.problems;
      this.requestUpdate();
    }
    if (this.phase === "idle" && !isNewPhase) return;
    if (this.#isDue) return;
    this.#isDue = true;
    void nextFrame().then(() => {
      this.#isDue = false;
      this.#show();
    });
  }

  #keepResult(): void {
    const { measured, device } = this.runs;
    this.#earlier.keep({ state: this.settings.state, measured: [...measured], device });
  }

  #newRewind(): void {
    const { cases, keepsFrames } = this.about.figure;
    const onMove = () => {
      this.requestUpdate();
      this.#show();
    };
    this.rewind = rewinding && keepsFrames ? new rewinding.Rewind(cases.length, onMove) : null;
  }

  /** What is there without a run: the reference result, or the empty axes of what was not run yet. */
  #showNothing(): void {
    if (this.#occasion !== "moving") this.#writeAddress();
    this.#newRewind();
    this.requestUpdate();
    void this.#view.load().then(
      () => this.#show(),
      () => {},
    );
  }

  #show(): void {
    const shown = this.shown();
    const isMoving = this.phase === "running";
    const isBeat = this.#beat.isNow(performance.now(), this.phase);
    // What was there stays in the picture until there is something new.
    if (this.phase !== "starting") this.#view.show(shown, this.lens, isMoving, isBeat);
    if (!isBeat) return;
    if (isMoving) this.requestUpdate();
    this.#explorer?.requestUpdate();
    this.#say(shown);
    if (!isMoving || this.querySelector<HTMLDetailsElement>(".figure-data")?.open) this.#view.tabulate(shown);
  }

  /** The words under the figure: of what is there now, and of nothing else. */
  #say(shown: readonly Shown[]): void {
    const { isLive } = this.runs;
    const ofNow = isLive ? shown.map((each) => ({ ...each, reference: null })) : shown;
    const standing = standingOf({
      phase: this.phase,
      isLive,
      isReference: shown.every(({ reference }) => reference),
      promise: this.#isBefore ? this.about.figure.promise : undefined,
      seconds: this.seconds > AT_ONCE ? this.seconds : null,
    });
    this.#view.say(ofNow, standing);
  }
}

customElements.define("live-figure", LiveFigure);
