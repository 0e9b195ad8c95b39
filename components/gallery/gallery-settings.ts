/**
 * <gallery-settings>: what can be set on a figure, with a parameter of every kind. The templates, and what checks a text,
 * are those of the figures; nothing runs.
 */
import { LitElement } from "lit";
import type { Experiment, FigureMeta } from "../../src/experiments/experiment.ts";
import type { Nearest, Parameters, Values } from "../../src/experiments/parameters.ts";
import { type FigureControls, settingsTemplate } from "../live/controls.ts";
import { FigureRun } from "../live/figureRun.ts";
import { FigureSettings } from "../live/figureSettings.ts";

const parameters: Parameters = {
  real: {
    kind: "real",
    label: "Real",
    symbol: "x",
    minimum: -1,
    maximum: 1,
    step: 0.1,
    hint: "With a hint.",
  },
  logarithmic: {
    kind: "real",
    label: "Logarithmic",
    symbol: "σ",
    unit: "s",
    minimum: 0.001,
    maximum: 10,
    step: 0.1,
    isLogarithmic: true,
  },
  whole: { kind: "whole", label: "Whole", symbol: "m", minimum: 1, maximum: 10_000, step: 1 },
  wholes: { kind: "wholes", label: "List of wholes", minimum: 1, maximum: 10_000, atMost: 6 },
  choice: { kind: "choice", label: "Choice", options: { one: "the first", other: "the other one" } },
  points: {
    kind: "points",
    label: "Points",
    x: { minimum: -1, maximum: 1 },
    y: { minimum: -1, maximum: 1 },
    apart: 0.1,
    reach: 0.1,
    atLeast: 2,
    atMost: 5,
  },
  labelled: { kind: "labelled", label: "Points of two classes", within: 100, atLeast: 2, atMost: 50 },
  text: { kind: "text", label: "Text", atMost: 40, hint: "With a hint." },
};

const figure: FigureMeta = {
  id: "all-fields",
  title: "All fields",
  caption: "",
  cases: [{ label: "", parameters: {} }],
  controls: Object.keys(parameters),
  groups: [
    { label: "Numbers", controls: ["real", "logarithmic", "whole", "wholes"] },
    { label: "All else", controls: ["choice", "points", "labelled", "text", "seed"] },
  ],
  presets: [
    { label: "A setting with a name", parameters: { real: 0.5, whole: 100 }, hint: "With a hint." },
    { label: "Another one", parameters: { real: -0.5, whole: 10 } },
  ],
  lens: { kind: "choice", label: "Lens", options: { one: "one side", other: "the other side" } },
};

const meta: Experiment = {
  id: "gallery/all-fields",
  title: "All fields",
  source: { paper: "luo2021", where: "nowhere" },
  parameters,
  defaults: {
    real: 0.5,
    logarithmic: 0.1,
    whole: 100,
    wholes: [10, 100, 1000],
    choice: "one",
    points: [-0.8, 0.4, 0, -0.5, 0.7, 0.9],
    labelled: [-1, 0.5, -1, 1, 0.5, 1],
    text: "x + sin(x)",
  },
  quantities: {},
  series: {},
  computes: () => ({ on: "float64" }),
  cost: () => 0,
  frameStride: () => 1,
  figures: [figure],
};

class GallerySettings extends LitElement implements FigureControls {
  readonly about = { meta, figure };
  readonly settings = new FigureSettings(this.about, "");
  readonly runs = new FigureRun(() => {});
  readonly phase = "idle";
  readonly messages: readonly string[] = [];
  readonly picker = null;
  readonly picked = null;
  readonly rewind = null;
  readonly isOnEngine = false;
  readonly seconds = 0;
  readonly done = "";
  lens = "one";

  parametersOf(): Values {
    return this.settings.parametersOf(0);
  }

  lookThrough(): void {}
  setBeside(): void {}
  setOf(): void {}

  override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    return settingsTemplate(this);
  }

  override firstUpdated(): void {
    // What is not in sight in a figure is in sight here.
    for (const folded of this.querySelectorAll("details")) folded.open = true;
  }

  controlValue(name: string): Values[string] {
    return this.settings.parametersOf(0)[name] ?? "";
  }

  setParameters(texts: Readonly<Record<string, string>>, isMoving = false): void {
    this.settings.set(texts, isMoving);
    this.requestUpdate();
  }

  setParameter(name: string, text: string, isMoving = false): void {
    this.setParameters({ [name]: text }, isMoving);
  }

  setLens(lens: string): void {
    this.lens = lens;
    this.requestUpdate();
  }

  async run(): Promise<void> {}
  pause(): void {}
  resume(): void {}
  step(): void {}
  reset(): void {}
  takeBack(): void {}
  refuse(name: string, sentence: string, nearest?: Nearest): void {
    this.settings.refuse(name, sentence, nearest);
    this.requestUpdate();
  }

  leaveAsItWas(): void {}
  async share(): Promise<void> {}
  async embed(): Promise<void> {}
  async export(): Promise<void> {}
}

customElements.define("gallery-settings", GallerySettings);
