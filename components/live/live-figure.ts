/**
 * <live-figure>: brings the figure around it to life. Says when something runs, what is shown and what is said of it; what
 * the reader has set is in figureSettings.ts, what runs in figureRun.ts, how controls look in controls.ts.
 */

import { LitElement, render } from "lit";
import { figureAmong, paperOf } from "../../src/catalogue/names.ts";
import type { Shown } from "../../src/experiments/drawing/drawing.ts";
import { grouped } from "../../src/experiments/groups.ts";
import type { Nearest, Values } from "../../src/experiments/parameters.ts";
import type { FigureState } from "../../src/runtime/figureState.ts";
import { late } from "../../src/runtime/late.ts";
import { addressAlone, addressWith, SECOND_CASE } from "../../src/runtime/permalink.ts";
import { clearedPartOf, partOf, partsOf } from "../parts.ts";
import { Beat } from "./beat.ts";
import { barTemplate, type FigureControls, lensesTemplate, settingsTemplate } from "./controls.ts";
import { offerExplorer } from "./exploring.ts";
import type { ExportKind } from "./exports.ts";
import { FigureRun, type Phase, whatRuns } from "./figureRun.ts";
import { FigureSettings } from "./figureSettings.ts";
import { FigureView } from "./figureView.ts";
import "./links.ts";
import { inTurn, oncePerFrame } from "./frames.ts";
import { whenNear } from "./near.ts";
import type { Explorer } from "./ofPaper.ts";
import { pageSettings } from "./pageSettings.ts";
import { lastPick } from "./picked.ts";
import { AT_ONCE, Picking } from "./picking.ts";
import { FOUND } from "./recovered.ts";
import type { Rewind } from "./rewind.ts";
import type { Picker } from "./setting.ts";
import { experiments, ofPaper, rewinding } from "./shownExperiments.ts";
import { standingOf } from "./standing.ts";
import { keepHeights } from "./steady.ts";
import { TOLD } from "./told.ts";

/** What changes its words while a run goes on. */
const WORDS = ".figure-bar, .case-numbers, .legend, .sentence";

class LiveFigure extends LitElement implements FigureControls {
  readonly about = figureAmong(experiments, this.dataset.figure ?? "");
  readonly settings = new FigureSettings(this.about, location.search);
  readonly runs = new FigureRun((isNew) => this.#onRun(isNew));
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
  /** What of the controls had the focus last, unless the reader has taken it elsewhere. */
  #focused: HTMLElement | null = null;
  /** The explorer of the result, point by point, once it was asked for. */
  #explorer: Explorer | null = null;
  readonly #picking = new Picking(this);
  readonly #showSoon = oncePerFrame(() => this.#show());
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

  /** Figures of a page come to life one after the other. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await inTurn();
    await super.scheduleUpdate();
  }

  override willUpdate(): void {
    const active = document.activeElement;
    if (active instanceof HTMLElement && this.placeOf("controls").contains(active)) this.#focused = active;
    if (this.#isSetting) this.#settingsWere = this.#topOfSettings;
  }

  override updated(): void {
    this.#returnFocus();
    this.#arrange();
    render(settingsTemplate(this), this.placeOf("settings"));
    if (this.about.figure.lenses) render(lensesTemplate(this), this.placeOf("lenses"));
    const moved = this.#isSetting ? this.#topOfSettings - this.#settingsWere : 0;
    if (moved !== 0) scrollBy({ top: moved, behavior: "instant" });
    this.dispatchEvent(new Event(TOLD));
  }

  /** A button that was pressed gives way to another, or cannot be pressed for a moment: the keyboard stays where it was. */
  #returnFocus(): void {
    const controls = this.placeOf("controls");
    const isLost = document.activeElement === document.body;
    if (!isLost && !controls.contains(document.activeElement)) this.#focused = null;
    if (!isLost || !this.#focused) return;
    const hasGivenWay = !this.#focused.isConnected || this.#focused.matches(":disabled");
    const button = controls.querySelector<HTMLButtonElement>("button.primary:enabled");
    if (hasGivenWay) button?.focus({ preventScroll: true });
    if (!hasGivenWay || button) this.#focused = null;
  }

  get #topOfSettings(): number {
    return this.placeOf("settings").getBoundingClientRect().top;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    pageSettings.addEventListener("change", this.#onPage);
    lastPick.addEventListener("change", this.#onPick);
    document.addEventListener(FOUND, this.#onFound);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    pageSettings.removeEventListener("change", this.#onPage);
    lastPick.removeEventListener("change", this.#onPick);
    document.removeEventListener(FOUND, this.#onFound);
    this.runs.stop(true);
  }

  override firstUpdated(): void {
    const { notes } = this;
    this.#picking.open();
    this.notes = notes;
    const { explorer, picker } = this.about.figure;
    if (explorer) offerExplorer(this, () => this.#explore());
    if (picker) void this.#loadPicker(picker);
    this.#awaitHand();
    this.#table?.addEventListener("toggle", () => {
      if (this.#table?.open) this.#view.tabulate(this.shown());
    });
    keepHeights(this.querySelectorAll<HTMLElement>(WORDS));
    whenNear(this, () => Promise.all([whatRuns(), this.#view.load()]));
  }

  readonly #onPick = () => this.requestUpdate();

  readonly #onFound = (event: Event) => this.#picking.found((event as CustomEvent<string>).detail);

  /** What computes, as the page had it last: until that is changed, what the figure’s own address asks for counts. */
  #pageBackend = pageSettings.backend;

  readonly #onPage = () => {
    if (this.#pageBackend !== pageSettings.backend) this.settings.setBackend(pageSettings.backend);
    this.#pageBackend = pageSettings.backend;
    this.requestUpdate();
  };

  /** The numbers as a table, which is written while it is open: it has all of them. */
  get #table(): HTMLDetailsElement | null {
    return this.querySelector(".figure-data");
  }

  /** What a plot tells place by place, its picture has to be drawn here for: once a hand or the keyboard comes near. */
  #awaitHand(): void {
    const cells = this.placeOf("cells");
    let isAwaited = true;
    const begin = async () => {
      if (!isAwaited) return;
      isAwaited = false;
      const [{ readOut }] = await Promise.all([import("./readouts.ts"), this.#view.load()]);
      readOut(cells);
      this.#show();
      new ResizeObserver(() => {
        this.#view.resized();
        this.#show();
      }).observe(cells);
    };
    for (const event of ["pointerenter", "focusin"])
      cells.addEventListener(
        event,
        () =>
          void begin().catch(() => {
            isAwaited = true;
          }),
      );
  }

  async #loadPicker(name: string): Promise<void> {
    this.picker = (await ofPaper?.pickerOf(paperOf(this.about.meta), name)) ?? null;
    this.requestUpdate();
  }

  async #explore() {
    const { meta, figure } = this.about;
    const explorerOf = await late(async () => {
      const { explorersOf } = await import("./ofPaper.ts");
      await this.#view.load();
      return explorersOf(paperOf(meta), figure.explorer ?? "");
    });
    const explorer = explorerOf(this);
    this.#explorer = explorer;
    await explorer.updateComplete;
    return explorer;
  }

  setLens(lens: string): void {
    this.lens = lens;
    this.requestUpdate();
    this.#showAnew();
  }

  /** Switches these lenses on and all others off, while a run goes on. */
  lookThrough(lenses: readonly string[]): void {
    const before = this.settings.lenses;
    const isNew = lenses.some((name) => !before.includes(name));
    if (!isNew && lenses.length === before.length) return;
    this.settings.setLenses(lenses);
    this.#picking.noteAddress();
    // What stands still has not been looked at through it.
    if (isNew && this.phase === "paused") this.runs.step();
    this.requestUpdate();
    this.#showAnew();
  }

  /** Shows what is seen otherwise now, once the page is arranged: plots have their room then. */
  #showAnew(): void {
    void Promise.all([late(() => this.#view.load()), this.updateComplete]).then(
      () => this.#show(),
      (error) => this.note((error as Error).message),
    );
  }

  /** Sets a case beside the first, or takes it away. */
  setBeside(isThere: boolean): void {
    this.settings.setBeside(isThere);
    this.#picking.pick("picked");
    this.requestUpdate();
  }

  /** Says of which case settings are shown and set. */
  setOf(place: number): void {
    this.settings.setOf(place);
    this.requestUpdate();
  }

  /** Shows what is switched on: the cases that there are, and the plots of the lenses that are on. */
  #arrange(): void {
    const { lenses } = this.settings;
    for (const each of this.placesOf("lens")) each.hidden = !lenses.includes(each.dataset.lens ?? "");
    for (const [k, each] of this.placesOf("case").entries()) each.hidden = k >= this.settings.cases.length;
    for (const [k, each] of this.placesOf("case-label").entries())
      each.textContent = this.settings.cases[k]?.label ?? "";
  }

  placeOf(name: string): HTMLElement {
    return partOf(this, name);
  }

  placesOf(name: string): readonly HTMLElement[] {
    return partsOf(this, name);
  }

  get phase(): Phase {
    return this.runs.phase;
  }

  get messages(): readonly string[] {
    const { cases } = this.settings;
    const problems = this.runs.problems.map(({ k, sentence }) =>
      k !== null && cases.length > 1 ? `${cases[k]?.label}: ${sentence}` : sentence,
    );
    return [...this.notes, ...problems];
  }

  note(sentence: string): void {
    this.notes = [sentence, ...this.notes];
    this.requestUpdate();
  }

  parametersOf(k: number): Values {
    return this.settings.parametersOf(k);
  }

  get lockedBy(): string | undefined {
    return this.dataset.lockedBy;
  }

  /** Value of one control, the same for all cases but for one that the reader has set beside the first. */
  controlValue(name: string): Values[string] {
    return this.parametersOf(this.settings.of)[name] as Values[string];
  }

  /** What is done of the run, in words, where the drawing has some. */
  get done(): string {
    return this.#view.doneIn(this.shown());
  }

  /** Takes what the reader typed, dragged or picked; keeps it only if it is allowed. */
  setParameters(texts: Readonly<Record<string, string>>, isMoving = false): void {
    this.#oncePrepared(() => this.#take(texts, isMoving));
  }

  /** At once, where what refuses settings need not be loaded. Where it cannot be, a run says what it refuses. */
  #oncePrepared(then: () => void): void {
    const { meta } = this.about;
    if (meta.prepare) void meta.prepare().then(then, then);
    else then();
  }

  #take(texts: Readonly<Record<string, string>>, isMoving: boolean): void {
    this.#isSetting = true;
    const isDifferent = this.settings.set(texts, isMoving);
    const isLetGo = !isMoving && this.#picking.occasion === "moving" && !this.settings.hasProblem;
    if (isDifferent || isLetGo) this.#picking.pick(isMoving ? "moving" : "picked");
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

  refuse(name: string, sentence: string, nearest?: Nearest): void {
    this.#isSetting = true;
    this.settings.refuse(name, sentence, nearest);
    this.requestUpdate();
  }

  /** Takes the settings of an address. */
  open(search: string): void {
    this.#oncePrepared(() => {
      const refused = this.settings.open(search);
      this.#picking.take();
      for (const sentence of refused) this.note(sentence);
    });
  }

  /** What was picked on another figure and could be set here. */
  get picked() {
    return lastPick.for(this.about.figure.id, this.about.figure.controls);
  }

  leaveAsItWas(): void {
    if (this.settings.leaveAsItWas()) this.#picking.pick("picked");
    this.requestUpdate();
  }

  takeBack(): void {
    this.#isSetting = false;
    this.settings.takeBack();
    this.#picking.comeBack();
  }

  reset(): void {
    this.settings.reset();
    this.#isSetting = false;
    this.#picking.reset();
  }

  run(): Promise<unknown> {
    this.#isSetting = false;
    return this.#picking.press();
  }

  pause(): void {
    this.runs.pause();
  }

  resume(): void {
    this.runs.resume();
  }

  /** Stops what runs, and keeps the settings. */
  stop(): void {
    this.runs.stop();
    this.showNothing();
  }

  step(): void {
    if (this.phase === "paused") this.runs.step();
    else void this.#picking.press(true);
  }

  /** The address of this figure with its settings. */
  get #link(): URL {
    return this.#linkTo(this.settings.state);
  }

  #linkTo(state: FigureState): URL {
    const page = new URL(this.dataset.article ?? "", location.href).href;
    const url = new URL(addressWith(page, this.about.figure, state));
    url.hash = `figure-${this.about.figure.id}`;
    return url;
  }

  async share(): Promise<void> {
    const url = this.#link;
    try {
      await navigator.clipboard.writeText(url.href);
      this.note("A link to this figure with its settings is in your clipboard.");
    } catch {
      if (this.dataset.article !== undefined) {
        this.note(`The browser does not let this page use the clipboard. The link is ${url.href}`);
        return;
      }
      history.replaceState(null, "", url);
      this.note("The link with these settings is in the address bar now; copy it from there.");
    }
  }

  async embed(): Promise<void> {
    try {
      const { showEmbedCode } = await late(() => import("./embedDialog.ts"));
      const page = new URL(this.dataset.embed ?? "", location.href).href;
      const { meta, figure } = this.about;
      const labelled = (name: string) => {
        const label = name === "seed" ? "Seed" : meta.parameters[name]?.label;
        return label === undefined ? [] : [{ name, label }];
      };
      const groups = grouped(figure, [...figure.controls, "seed"]).map(({ label, controls }) => ({
        label,
        controls: controls.flatMap(labelled),
      }));
      const second = figure.isPair
        ? [{ label: "", controls: [{ name: SECOND_CASE, label: "A second case" }] }]
        : [];
      const { state } = this.settings;
      showEmbedCode(this, {
        title: figure.title,
        groups: [...groups, ...second],
        limits: state,
        frame: (limits) => addressAlone(page, { ...state, ...limits }),
        link: (limits) => this.#linkTo({ ...state, ...limits }).href,
      });
    } catch (error) {
      this.note((error as Error).message);
    }
  }

  async export(kind: ExportKind): Promise<void> {
    try {
      await this.#export(kind);
    } catch (error) {
      this.note((error as Error).message);
    }
  }

  async #export(kind: ExportKind): Promise<void> {
    const [{ download, exportOf }] = await late(() =>
      Promise.all([import("./exports.ts"), this.#view.load()]),
    );
    const shown = this.shown();
    this.#view.show(shown, this.#seen, false);
    this.#say(shown);
    download(
      await exportOf(kind, {
        about: this.about,
        element: this,
        shown,
        settings: this.settings.state,
        name: this.dataset.figure ?? "",
        reports: this.runs.measured,
        lens: this.lens,
        link: this.#link.href,
        isBefore: this.#isBefore,
        device: this.runs.device,
        origin: this.#view.origin,
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
    return this.settings.cases.map(({ label }, k) => {
      const parameters = this.parametersOf(k);
      if (this.#isBefore) return { label, parameters, now: this.#view.startOf(k), reference: null };
      const now = this.rewind?.lookedAt(k) ?? this.runs.measured[k] ?? null;
      const reference = hasReference ? this.#view.referenceOf(k, parameters) : null;
      return { label, parameters, now, reference };
    });
  }

  #onRun(isNewPhase: boolean): void {
    if (isNewPhase && this.phase === "done") this.#picking.keepResult();
    for (const [k, each] of this.runs.measured.entries()) if (each) this.rewind?.keep(k, each);
    // How far a run is is told at the next beat.
    if (isNewPhase || this.phase !== "running" || this.runs.problems !== this.#told) {
      this.#told = this.runs.problems;
      this.requestUpdate();
    }
    if (this.phase === "idle" && !isNewPhase) return;
    // The first report of a run is shown as soon as it is there, so that it is in the frame that is due next.
    if (isNewPhase && this.phase === "running") this.#show();
    else this.#showSoon();
  }

  /** What was shown and said before is over. */
  begun(): void {
    this.notes = [];
    this.#newRewind();
  }

  /** @throws where what draws the figure cannot be loaded; then nothing of other settings is left as if it were of these */
  async loadView(): Promise<void> {
    try {
      await this.#view.load();
      delete this.dataset.stale;
    } catch (error) {
      if (!this.settings.isFirst) this.#disown();
      throw error;
    }
  }

  /** Takes back what the built page says of the first settings. */
  #disown(): void {
    this.dataset.stale = "";
    this.placeOf("sentence").textContent = "Nothing is known at these settings yet.";
    for (const number of this.querySelectorAll("[data-numbers]")) number.textContent = "–";
  }

  get seconds(): number {
    return this.#picking.seconds;
  }

  get isOnEngine(): boolean {
    const { meta } = this.about;
    return this.settings.cases.some((_, k) => meta.computes(this.parametersOf(k)).on === "engine");
  }

  #newRewind(): void {
    const { keepsFrames } = this.about.figure;
    const { cases } = this.settings;
    const onMove = () => {
      this.requestUpdate();
      this.#show();
    };
    this.rewind = rewinding && keepsFrames ? new rewinding.Rewind(cases.length, onMove) : null;
  }

  /** What is there without a run: the reference result, or the empty axes of what was not run yet. */
  showNothing(): void {
    this.begun();
    this.requestUpdate();
    void this.loadView().then(
      () => this.#show(),
      () => {},
    );
  }

  /** What the reader has chosen to see. */
  get #seen() {
    return { lens: this.lens, lenses: this.settings.lenses, isPair: this.settings.state.beside !== null };
  }

  #show(): void {
    const shown = this.shown();
    const isMoving = this.phase === "running";
    const isBeat = this.#beat.isNow(performance.now(), this.phase);
    // What was there stays in the picture until there is something new.
    if (this.phase !== "starting" && this.#view.show(shown, this.#seen, isMoving, isBeat)) this.#showSoon();
    if (!isBeat) return;
    if (isMoving) this.requestUpdate();
    this.#explorer?.requestUpdate();
    this.#say(shown);
    if (this.#table?.open) this.#view.tabulate(shown);
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
    this.#view.say(ofNow, standing, this.#seen);
  }
}

customElements.define("live-figure", LiveFigure);
