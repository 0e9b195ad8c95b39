/**
 * <live-figure>: brings the figure around it to life. Holds what the reader has set and what the runs have measured;
 * how controls look is in controls.ts, how a plot looks in the experiment's drawing.
 */
import { LitElement, render } from "lit";
import { figureAmong, paperOf } from "../../src/catalogue/names.ts";
import type { Device } from "../../src/engine/backends.ts";
import { total } from "../../src/experiments/cost.ts";
import type { Shown } from "../../src/experiments/drawing/drawing.ts";
import type { Measurement } from "../../src/experiments/experiment.ts";
import {
  ParameterError,
  parseValue,
  parseValues,
  SEED,
  type Values,
  valueFromText,
} from "../../src/experiments/parameters.ts";
import { isSame } from "../../src/experiments/request.ts";
import { isUnderWay } from "../../src/runtime/keep/isUnderWay.ts";
import type { RunStore } from "../../src/runtime/keep/runStore.ts";
import { addressWith, type FigureState, readState } from "../../src/runtime/permalink.ts";
import type { Session } from "../../src/runtime/runs/session.ts";
import type { Measured } from "../../src/runtime/workers/pool.ts";
import type { RunRequest } from "../../src/runtime/workers/protocol.ts";
import { clearedPartOf, partOf } from "../parts.ts";
import { barTemplate, type FigureControls, settingsTemplate } from "./controls.ts";
import { offerExplorer } from "./exploring.ts";
import type { ExportKind } from "./exports.ts";
import { FigureView } from "./figureView.ts";
import { nextFrame, noWait, prefersReducedMotion } from "./frames.ts";
import type { Whereabouts } from "./interrupted.ts";
import type { Explorer } from "./ofPaper.ts";
import type { Rewind } from "./rewind.ts";
import type { Picker } from "./setting.ts";
import { experiments, ofPaper, rewinding } from "./shownExperiments.ts";
import { Stopwatch } from "./stopwatch.ts";

/** Gradient steps between two reports when nobody wants to watch. */
const FAST_STRIDE = 2000;

class LiveFigure extends LitElement implements FigureControls {
  static override properties = {
    phase: { state: true },
    settings: { state: true },
    messages: { state: true },
    problem: { state: true },
    animated: { state: true },
    lens: { state: true },
    progressTick: { state: true },
  };
  declare phase: FigureControls["phase"];
  declare settings: FigureState;
  /** What went wrong, or was refused, in sentences. */
  declare messages: readonly string[];
  /** What is wrong with a value in a form field, by the name of the field. */
  declare problem: Readonly<Record<string, string>>;
  declare animated: boolean;
  /** What is shown of the result, where there is a choice. */
  declare lens: string;
  declare progressTick: number;

  readonly about = figureAmong(experiments, this.dataset.figure ?? "");
  device: Device | null = null;
  measured: (Measurement | null)[] = [];
  stepsPerSecond = 0;
  rewind: Rewind | null = null;
  picker: Picker | null = null;

  #session: Session | null = null;
  #store: RunStore | null = null;
  /** Counts the runs that were begun or cleared away: reports of an earlier one are ignored. */
  #turn = 0;
  /** Progress at which the run under way was begun or resumed. */
  #before: Pick<Whereabouts, "progress" | "stepsMade"> = { progress: 0, stepsMade: 0 };
  readonly #view = new FigureView(this);
  #watch = new Stopwatch();
  #dirty = false;
  /** The explorer of the result, point by point, once it was asked for. */
  #explorer: Explorer | null = null;

  constructor() {
    super();
    const { state, refused } = readState(location.search, this.about.meta, this.about.figure);
    this.phase = "idle";
    this.settings = state;
    this.messages = refused.map(
      (sentence) => `In the address of this page: ${sentence} The first setting is used instead.`,
    );
    this.problem = {};
    this.animated = !prefersReducedMotion();
    this.lens = Object.keys(this.about.figure.lens?.options ?? {})[0] ?? "";
    this.progressTick = 0;
    this.#forget();
  }

  override createRenderRoot(): HTMLElement {
    return clearedPartOf(this, "controls");
  }

  override render() {
    return barTemplate(this);
  }

  override updated(): void {
    render(settingsTemplate(this), this.placeOf("settings"));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#session?.stop();
    this.#store?.close();
  }

  override firstUpdated(): void {
    const isChanged = Object.keys(this.settings.parameters).length > 0 || this.settings.seed !== 1;
    if (isChanged) this.#clear();
    if (isUnderWay(this.#owner)) void this.#takeUp(isChanged);
    const { explorer, picker } = this.about.figure;
    if (explorer) offerExplorer(this, () => this.#explore());
    if (picker) void this.#loadPicker(picker);
  }

  async #loadPicker(name: string): Promise<void> {
    this.picker = (await ofPaper?.pickerOf(paperOf(this.about.meta), name)) ?? null;
    this.requestUpdate();
  }

  /** Loads the explorer of the result. */
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
    void this.#view.load().then(() => this.#show());
  }

  /** The owner under which the runs are stored. */
  get #owner(): string {
    return `figure ${this.dataset.figure}`;
  }

  /** Goes on with a run that was interrupted, unless the address asks for another one. */
  async #takeUp(isChanged: boolean): Promise<void> {
    const { sentenceOf, whereaboutsOf } = await import("./interrupted.ts");
    const where = whereaboutsOf(this.#owner, this.about);
    if (!where || this.phase !== "idle") return;
    if (isChanged && !isSameState(where.settings, this.settings)) return;
    this.settings = where.settings;
    this.animated = where.animated;
    await this.run(where.paused, where);
    if (this.#session) this.messages = [sentenceOf(where), ...this.messages];
  }

  placeOf(name: string): HTMLElement {
    return partOf(this, name);
  }

  /** Values of all parameters of a case, with what the reader has set. */
  parametersOf(k: number): Values {
    const { meta, figure } = this.about;
    const given = { ...figure.cases[k]?.parameters, ...this.settings.parameters };
    return parseValues(meta.parameters, meta.defaults, given);
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

  /** Share of the work done over all cases, 0 to 1. */
  get progress(): number {
    const { cases } = this.about.figure;
    return this.measured.reduce((sum, each) => sum + (each?.progress ?? 0), 0) / cases.length;
  }

  /** What is done of the run, in words, where the drawing has some. */
  get done(): string {
    return this.#view.doneIn(this.shown());
  }

  get paused(): boolean {
    return this.phase === "paused";
  }

  get stepsMade(): number {
    return this.measured.reduce((sum, each) => sum + (each?.step ?? 0), 0);
  }

  /** Seconds that the run has left, judged by the share done so far. */
  get secondsLeft(): number | null {
    const done = this.progress - this.#before.progress;
    return done > 0.03 ? (this.#watch.seconds * (1 - this.progress)) / done : null;
  }

  /** Takes what the reader typed or dragged; keeps it only if it is allowed. */
  setParameter(name: string, text: string): void {
    const parameter = name === "seed" ? SEED : this.about.meta.parameters[name];
    if (!parameter) return;
    try {
      const value = parseValue(parameter, valueFromText(parameter, text));
      const { [name]: _, ...problem } = this.problem;
      this.problem = problem;
      if (name === "seed") this.#change({ seed: value as number });
      else this.#change({ parameters: { ...this.settings.parameters, [name]: value } });
    } catch (error) {
      if (!(error instanceof ParameterError)) throw error;
      this.problem = { ...this.problem, [name]: error.message };
    }
  }

  setBackend(backend: FigureState["backend"]): void {
    this.#change({ backend });
  }

  #change(change: Partial<FigureState>): void {
    this.settings = { ...this.settings, ...change };
    this.messages = [];
    this.#clear();
  }

  /** Begins to run, or goes on where `interrupted` says that an earlier page was. */
  async run(paused = false, interrupted: Whereabouts | null = null): Promise<void> {
    this.#clear();
    const turn = this.#turn;
    this.messages = [];
    this.#before = interrupted ?? { progress: 0, stepsMade: 0 };
    this.phase = "starting";
    history.replaceState(null, "", addressWith(location.href, this.about.figure, this.settings));
    const loaded = await this.#load(interrupted !== null);
    if (turn !== this.#turn) return void loaded?.store?.clear();
    // No store means that another tab has the interrupted run.
    if (!loaded || (interrupted && !loaded.store)) {
      this.phase = "idle";
      return;
    }
    const { store, beginSession, pool } = loaded;
    this.#show();
    this.#store = store;
    this.#session = beginSession(
      this.#requests(),
      { pool, choice: this.settings.backend, nextFrame: this.animated ? nextFrame : noWait, store },
      {
        onMeasurement: (k, measured) => this.#take(k, measured),
        onFailure: (k, error) => this.#fail(k, error),
        onEnd: () => this.#end(),
      },
    );
    this.#watch = new Stopwatch();
    this.#watch.start();
    if (paused) this.pause();
  }

  #requests(): RunRequest[] {
    const { meta, figure } = this.about;
    return figure.cases.map((_, k) => {
      const parameters = this.parametersOf(k);
      const stride = this.animated || figure.keepsFrames ? meta.frameStride(parameters) : FAST_STRIDE;
      return { experiment: meta.id, parameters, seed: this.settings.seed, stride };
    });
  }

  /** What runs the figure, and where the run is kept while it is under way; says so, and is null, if it does not load. */
  async #load(goesOn: boolean) {
    const tell = (sentence: string) => {
      this.messages = [...this.messages, sentence];
    };
    try {
      const [{ beginSession }, { pool }, { storeFor }] = await Promise.all([
        import("../../src/runtime/runs/session.ts"),
        import("./pagePool.ts"),
        import("./interrupted.ts"),
        this.#view.load(),
      ]);
      return { beginSession, pool, store: await storeFor(this.#owner, goesOn, this, tell) };
    } catch {
      tell("What draws this figure could not be loaded. Check your connection and reload the page.");
      return null;
    }
  }

  pause(): void {
    this.#session?.pause();
    this.#watch.stop();
    this.phase = "paused";
    this.#store?.flush();
    this.#tell();
  }

  resume(): void {
    this.#session?.resume();
    this.#watch.start();
    this.phase = "running";
    this.#store?.flush();
  }

  step(): void {
    if (this.phase === "paused") this.#session?.step();
    else void this.run(true);
  }

  reset(): void {
    this.messages = [];
    this.#clear();
  }

  async share(): Promise<void> {
    const url = new URL(addressWith(location.href, this.about.figure, this.settings));
    url.hash = `figure-${this.about.figure.id}`;
    try {
      await navigator.clipboard.writeText(url.href);
      this.messages = ["A link to this figure with its settings is in your clipboard."];
    } catch {
      history.replaceState(null, "", url);
      this.messages = ["The link with these settings is in the address bar now; copy it from there."];
    }
  }

  async export(kind: ExportKind): Promise<void> {
    const [{ download, exportOf }] = await Promise.all([import("./exports.ts"), this.#view.load()]);
    const name = `two-layers-${this.about.figure.id}-seed-${this.settings.seed}`;
    download(
      await exportOf(kind, {
        name,
        element: this,
        shown: this.shown(),
        settings: this.settings,
        device: this.device,
      }),
    );
  }

  shown(): Shown[] {
    return this.about.figure.cases.map(({ label }, k) => {
      const parameters = this.parametersOf(k);
      const now = this.rewind?.lookedAt(k) ?? this.measured[k] ?? null;
      return { label, parameters, now, reference: this.#view.referenceOf(k, parameters) };
    });
  }

  #take(k: number, { measurement, device, mishaps }: Measured): void {
    this.device = device;
    for (const mishap of mishaps)
      if (!this.messages.includes(mishap)) this.messages = [...this.messages, mishap];
    this.measured[k] = measurement;
    this.rewind?.keep(k, measurement);
    if (this.phase === "starting") this.phase = "running";
    this.stepsPerSecond = (this.stepsMade - this.#before.stepsMade) / Math.max(this.#watch.seconds, 1e-3);
    if (this.#dirty) return;
    this.#dirty = true;
    void nextFrame().then(() => {
      this.#dirty = false;
      this.#show();
      this.progressTick += 1;
      if (this.phase === "paused") this.#tell();
    });
  }

  #fail(k: number | null, error: Error): void {
    const { cases } = this.about.figure;
    const label = k !== null && cases.length > 1 ? `${cases[k]?.label}: ` : "";
    this.messages = [...this.messages, `${label}${error.message}`];
  }

  #end(): void {
    this.#watch.stop();
    this.#session = null;
    void this.#store?.clear();
    this.#store = null;
    this.phase = "done";
    void nextFrame().then(() => this.#tell());
  }

  /** Back to before the run: the reference result where the settings are those of the reference. */
  #clear(): void {
    this.#turn += 1;
    this.#session?.stop();
    this.#session = null;
    void this.#store?.clear();
    this.#store = null;
    this.#forget();
    this.device = null;
    this.phase = "idle";
    void this.#view.load().then(() => {
      if (this.phase !== "idle") return;
      this.#show();
      this.#tell();
    });
  }

  /** Nothing is measured, nothing is kept. */
  #forget(): void {
    const { cases, keepsFrames } = this.about.figure;
    this.measured = cases.map(() => null);
    const onMove = () => {
      this.requestUpdate();
      this.#show();
      this.#tell();
    };
    this.rewind = rewinding && keepsFrames ? new rewinding.Rewind(cases.length, onMove) : null;
  }

  #show(): void {
    this.#view.show(this.shown(), this.lens);
    this.#explorer?.requestUpdate();
  }

  #tell(): void {
    this.#view.tell(this.shown(), this.measured.some(Boolean));
  }
}

function isSameState(one: FigureState, other: FigureState): boolean {
  return one.seed === other.seed && one.backend === other.backend && isSame(one.parameters, other.parameters);
}

customElements.define("live-figure", LiveFigure);
