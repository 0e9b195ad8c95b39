/** How the controls of a live figure look: buttons, progress, fields, messages. Templates only. */
import { html, nothing, type TemplateResult } from "lit";
import { BACKEND_LABELS, type BackendChoice, type Device } from "../../src/engine/backends.ts";
import type { Experiment, FigureMeta } from "../../src/experiments/experiment.ts";
import {
  type ChoiceParameter,
  type NumberParameter,
  type Parameter,
  SEED,
  textOfValue,
  type Values,
} from "../../src/experiments/parameters.ts";
import type { FigureState } from "../../src/runtime/permalink.ts";
import type { ExportKind } from "./exports.ts";
import { pointPlane } from "./pointPlane.ts";
import type { Rewind } from "./rewind.ts";
import { backendField } from "./running.ts";
import type { Picker, Settable } from "./setting.ts";

/** Runs longer than this, in seconds, come with advice on shortening them. */
const LONG_RUN = 60;

const EXPORTS: readonly (readonly [ExportKind, string])[] = [
  ["csv", "CSV"],
  ["json", "JSON"],
  ["svg", "SVG"],
  ["png", "PNG"],
];

/** What the controls show, and what they can ask for. */
export interface FigureControls extends Settable {
  readonly about: { readonly meta: Experiment; readonly figure: FigureMeta };
  readonly phase: "idle" | "starting" | "running" | "paused" | "done";
  readonly settings: FigureState;
  /** What went wrong, or was refused, in sentences. */
  readonly messages: readonly string[];
  /** What is wrong with the text of a field, by its name. */
  readonly problem: Readonly<Record<string, string>>;
  /** Whether the run is slow enough to watch. */
  animated: boolean;
  readonly device: Device | null;
  /** What else sets controls, where the figure has it. */
  readonly picker: Picker | null;
  /** Whether any run computes on a backend; otherwise all is float64 on the processor, and there is no choice. */
  readonly isOnEngine: boolean;
  /** Estimated seconds of a run here. */
  readonly seconds: number;
  readonly progress: number;
  /** What is done, in words; empty where the steps say enough. */
  readonly done: string;
  /** What is shown of the result, where the figure offers a choice. */
  readonly lens: string;
  readonly setLens: (lens: string) => void;
  /** What goes back through the run, where the figure keeps it. */
  readonly rewind: Rewind | null;
  readonly stepsMade: number;
  readonly stepsPerSecond: number;
  readonly secondsLeft: number | null;
  readonly setBackend: (backend: BackendChoice) => void;
  readonly run: () => Promise<void>;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly step: () => void;
  readonly reset: () => void;
  readonly share: () => Promise<void>;
  readonly export: (kind: ExportKind) => Promise<void>;
}

/** Buttons, progress and messages: what stands above the plots. */
export function barTemplate(figure: FigureControls): TemplateResult {
  return html`${messagesTemplate(figure)}
    <div class="figure-bar">
      <div class="controls">${buttonsTemplate(figure)}</div>
      ${progressTemplate(figure)}
    </div>
    ${figure.rewind?.template(`${figure.about.figure.id}-rewind`) ?? nothing}`;
}

/** What can be set, shared and saved. */
export function settingsTemplate(figure: FigureControls): TemplateResult {
  const { meta, figure: about } = figure.about;
  const fields = about.controls.map((name) =>
    fieldTemplate(figure, name, meta.parameters[name] as Parameter, figure.controlValue(name)),
  );
  const hasPoints = about.controls.some((name) => meta.parameters[name]?.kind === "points");
  const picker = hasPoints ? pointPlane : figure.picker;
  return html`<div class=${picker ? "with-picker" : ""}>
      ${picker ? picker(figure) : nothing}
      <div class="controls">
        ${about.lens ? lensTemplate(figure, about.lens) : nothing} ${fields} ${fieldTemplate(figure, "seed", SEED, figure.settings.seed)} ${figure.isOnEngine ? backendField({ id: `${about.id}-backend`, chosen: figure.settings.backend, choose: (backend) => figure.setBackend(backend) }) : nothing}
        <label class="check">
          <input
            type="checkbox"
            .checked=${figure.animated}
            @change=${(event: Event) => {
              figure.animated = (event.target as HTMLInputElement).checked;
            }}
          />
          Slow enough to watch
        </label>
      </div>
    </div>
    <div class="controls sharing">
      <button type="button" class="quiet" @click=${() => void figure.share()}>Copy link</button>
      <span class="export"
        >Save as
        ${EXPORTS.map(
          ([kind, label]) => html`<button
            type="button"
            class="quiet"
            aria-label=${`Save this figure as ${label}`}
            @click=${() => void figure.export(kind)}
          >
            ${label}
          </button>`,
        )}</span
      >
    </div>`;
}

function messagesTemplate({ messages }: FigureControls): TemplateResult {
  return html`<div class="messages" role="status">${messages.map((message) => html`<p class="note">${message}</p>`)}</div>`;
}

function buttonsTemplate(figure: FigureControls): TemplateResult {
  const { phase } = figure;
  const isBusy = phase === "running" || phase === "starting";
  const main =
    phase === "running"
      ? html`<button type="button" class="primary" @click=${() => figure.pause()}>Pause</button>`
      : phase === "paused"
        ? html`<button type="button" class="primary" @click=${() => figure.resume()}>Resume</button>`
        : html`<button type="button" class="primary" ?disabled=${phase === "starting" || hasProblem(figure)} @click=${() => void figure.run()}>
            ${phase === "done" ? "Run again" : "Run"}
          </button>`;
  return html`${main}
    <button type="button" ?disabled=${isBusy || hasProblem(figure)} @click=${() => figure.step()}>Step</button>
    <button type="button" ?disabled=${phase === "idle"} @click=${() => figure.reset()}>Reset</button>`;
}

function hasProblem({ problem }: FigureControls): boolean {
  return Object.keys(problem).length > 0;
}

function progressTemplate(figure: FigureControls): TemplateResult {
  const { phase, device, progress, done, stepsMade, stepsPerSecond, secondsLeft } = figure;
  if (phase === "idle") return html`<p class="progress-text">${estimateInWords(figure.seconds)}</p>`;
  if (phase === "starting") return html`<p class="progress-text">Starting …</p>`;
  const numbers = [
    done,
    `${stepsMade.toLocaleString("en")} steps`,
    `${Math.round(stepsPerSecond).toLocaleString("en")} a second`,
    phase === "running" && secondsLeft !== null ? `about ${timeInWords(secondsLeft)} left` : "",
    phase === "running" && secondsLeft !== null && secondsLeft > LONG_RUN
      ? "a smaller width is faster; Reset stops the run"
      : "",
    phase === "paused" ? "paused" : "",
    phase === "done" ? "finished" : "",
  ];
  return html`<div class="progress-text numbers">
    <progress max="1" .value=${progress} aria-label="Share of the training done"></progress>
    <span>${numbers.filter(Boolean).join(" · ")}</span>
    ${
      device
        ? html`<span class="device"
            >${figure.isOnEngine ? html`Runs on <strong>${BACKEND_LABELS[device.backend]}</strong>${device.adapter ? ` (${device.adapter})` : ""}.` : nothing}
            ${device.reason}</span
          >`
        : nothing
    }
  </div>`;
}

/** Runs longer than this, in seconds, are said to take a while. */
const NOTABLE = 3;

function estimateInWords(seconds: number): string {
  return seconds < NOTABLE
    ? "Nothing is running."
    : `Nothing is running. A run takes about ${timeInWords(seconds)} on a middling machine.`;
}

function timeInWords(seconds: number): string {
  if (seconds < 1) return "a second";
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}

function lensTemplate(figure: FigureControls, lens: ChoiceParameter): TemplateResult {
  const id = `${figure.about.figure.id}-lens`;
  return html`<div class="field">
    <label for=${id}>${lens.label}</label>
    ${inputTemplate(id, lens, figure.lens, undefined, (text) => figure.setLens(text))}
  </div>`;
}

function fieldTemplate(
  figure: FigureControls,
  name: string,
  parameter: Parameter,
  value: Values[string],
): TemplateResult {
  const id = `${figure.about.figure.id}-${name}`;
  const problem = figure.problem[name];
  const onText = (text: string) => figure.setParameter(name, text);
  const label = parameter.symbol ? `${parameter.label} ${parameter.symbol}` : parameter.label;
  return html`<div class="field">
    <label for=${id}>${label}${"unit" in parameter && parameter.unit ? ` (${parameter.unit})` : ""}</label>
    ${inputTemplate(id, parameter, value, problem, onText)}
    ${problem ? html`<p class="problem" id=${`${id}-problem`} role="alert">${problem}</p>` : nothing}
    ${!problem && parameter.hint ? html`<small>${parameter.hint}</small>` : nothing}
  </div>`;
}

function inputTemplate(
  id: string,
  parameter: Parameter,
  value: Values[string],
  problem: string | undefined,
  onText: (text: string) => void,
): TemplateResult {
  const onInput = (event: Event) => onText((event.target as HTMLInputElement | HTMLSelectElement).value);
  const described = problem ? `${id}-problem` : nothing;
  if (parameter.kind === "choice") {
    return html`<select id=${id} @change=${onInput}>
      ${Object.entries(parameter.options).map(
        ([option, label]) => html`<option value=${option} ?selected=${option === value}>${label}</option>`,
      )}
    </select>`;
  }
  if (parameter.kind === "wholes" || parameter.kind === "points") {
    return html`<input
      id=${id}
      type="text"
      size=${parameter.kind === "points" ? 44 : 30}
      inputmode=${parameter.kind === "points" ? "text" : "numeric"}
      .value=${textOfValue(value).replaceAll(",", ", ")}
      aria-invalid=${problem ? "true" : "false"}
      aria-describedby=${described}
      @change=${onInput}
    />`;
  }
  const { minimum, maximum } = parameter;
  const number = html`<input
    id=${id}
    type="number"
    min=${minimum}
    max=${maximum}
    step=${parameter.kind === "real" ? "any" : "1"}
    .value=${String(value)}
    aria-invalid=${problem ? "true" : "false"}
    aria-describedby=${described}
    @change=${onInput}
  />`;
  if (parameter.kind === "whole") return number;
  return html`<div class="slider">
    ${sliderTemplate(parameter, Number(value), onText)} ${number}
  </div>`;
}

function sliderTemplate(
  { label, symbol = "", minimum, maximum, step, isLogarithmic }: NumberParameter,
  value: number,
  onText: (text: string) => void,
): TemplateResult {
  const place = (number: number) => (isLogarithmic ? Math.log10(number) : number);
  const onSlide = ({ target }: Event) => {
    const slider = target as HTMLInputElement;
    // Two digits are as fine as a slider can be moved; rounding must not leave the range.
    const power = Number((10 ** slider.valueAsNumber).toPrecision(2));
    onText(isLogarithmic ? String(Math.min(maximum, Math.max(minimum, power))) : slider.value);
  };
  return html`<input
    type="range"
    min=${place(minimum)}
    max=${place(maximum)}
    step=${step}
    .value=${String(place(value))}
    aria-label=${`${label} ${symbol}, slider`}
    aria-valuetext=${value}
    @input=${onSlide}
  />`;
}
