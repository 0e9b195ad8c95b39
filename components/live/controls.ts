/** How the controls of a live figure look: buttons, progress, messages, what can be set, shared and saved. Templates only. */
import { html, nothing, type TemplateResult } from "lit";
import { BACKEND_LABELS } from "../../src/engine/backends.ts";
import { firstInSight, grouped } from "../../src/experiments/groups.ts";
import { SEED, type Values } from "../../src/experiments/parameters.ts";
import { textOfValue } from "../../src/experiments/parameterTexts.ts";
import { isSame } from "../../src/experiments/request.ts";
import { SECOND_CASE } from "../../src/runtime/permalink.ts";
import type { ExportKind } from "./exports.ts";
import { fieldTemplate, lensTemplate, lockedTemplate } from "./fields.ts";
import type { FigureRun, Phase } from "./figureRun.ts";
import type { FigureSettings } from "./figureSettings.ts";
import { groupTemplate } from "./groupTemplate.ts";
import type { Picked } from "./picked.ts";
import { pointPlane } from "./pointPlane.ts";
import { isPresetSet, presetValues } from "./presets.ts";
import type { Rewind } from "./rewind.ts";
import type { Picker, Settable } from "./setting.ts";
import { timeInWords } from "./timeInWords.ts";

/** Runs longer than this, in seconds, are said to take a while, and longer than that come with advice, while nothing is lost. */
const NOTABLE = 3;
const LONG_RUN = 60;
/** Settings that are in sight, on a wide screen and on a narrow one; the others are a press away. */
const IN_SIGHT = 4;
const IN_SIGHT_NARROW = 1;
const narrow = matchMedia("(max-width: 40rem)");

const EXPORTS: readonly (readonly [ExportKind, string])[] = [
  ["csv", "CSV"],
  ["json", "JSON"],
  ["svg", "SVG"],
  ["png", "PNG"],
  ["record", "record"],
];

/** What the controls show, and what they can ask for. */
export interface FigureControls extends Settable {
  readonly phase: Phase;
  readonly settings: FigureSettings;
  /** What was picked on another figure of the page and could be set here. */
  readonly picked: Picked | null;
  readonly runs: FigureRun;
  /** What went wrong, or was refused, in sentences. */
  readonly messages: readonly string[];
  /** What else sets controls, where the figure has it. */
  readonly picker: Picker | null;
  /** Whether any run computes on a backend; otherwise all is float64 on the processor, and there is no choice. */
  readonly isOnEngine: boolean;
  /** Estimated seconds of a run here. */
  readonly seconds: number;
  /** What is done, in words; empty where the steps and their rate say enough. */
  readonly done: string;
  /** What is shown of the result, where the figure offers a choice. */
  readonly lens: string;
  readonly setLens: (lens: string) => void;
  readonly parametersOf: (k: number) => Values;
  /** Switches on what is seen by itself, where the figure has such lenses: these, and no others. */
  readonly lookThrough: (lenses: readonly string[]) => void;
  /** Sets a case beside the first or takes it away, and says of which settings are set; where the figure may be a pair. */
  readonly setBeside: (isThere: boolean) => void;
  readonly setOf: (place: number) => void;
  /** What goes back through the run, where the figure keeps it. */
  readonly rewind: Rewind | null;
  readonly run: () => Promise<unknown>;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly step: () => void;
  readonly reset: () => void;
  readonly takeBack: () => void;
  readonly share: () => Promise<void>;
  readonly embed: () => Promise<void>;
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
  const { state, problem, nearest } = figure.settings;
  const values = figure.parametersOf(figure.settings.of);
  const names = about.controls.filter(
    (name) => meta.parameters[name] && !state.hidden.includes(name) && (meta.isUsed?.(name, values) ?? true),
  );
  const isPoints = (name: string) =>
    meta.parameters[name]?.kind === "points" && !figure.settings.isLocked(name);
  const free = names.filter((name) => !figure.settings.isLocked(name));
  // What sets nothing but what is locked is no use.
  const picker = names.some(isPoints) ? pointPlane : free.length > 0 ? figure.picker : null;
  const field = (name: string) => {
    const parameter = name === "seed" ? SEED : meta.parameters[name];
    const value = name === "seed" ? state.seed : figure.controlValue(name);
    if (!parameter || state.hidden.includes(name)) return nothing;
    return state.locked.includes(name)
      ? lockedTemplate(figure, name, parameter, value)
      : fieldTemplate(figure, name, parameter, value, problem[name], nearest[name]);
  };
  const room = (narrow.matches ? IN_SIGHT_NARROW : IN_SIGHT) - (about.lens ? 1 : 0);
  // Where there is little room, what is picked beside the fields needs none of its own.
  const first = firstInSight(about, names, free, IN_SIGHT);
  const inSight = first.filter((name) => !(narrow.matches && (isPoints(name) || picker))).slice(0, room);
  const others = [...names.filter((name) => !inSight.includes(name)), "seed"];
  const isOpen = others.some((name) => name in problem);
  return html`${about.presets ? presetsTemplate(figure, about.presets) : nothing}
    ${about.isPair ? pairTemplate(figure) : nothing}
    <div class=${picker ? "with-picker" : ""}>
      ${picker ? picker(figure) : nothing}
      ${
        about.lens || inSight.length > 0
          ? html`<div class="controls">${about.lens ? lensTemplate(figure, about.lens) : nothing} ${inSight.map(field)}</div>`
          : nothing
      }
    </div>
    <details class="more-settings" ?open=${isOpen || nothing}>
      <summary>${others.length > 1 ? "More settings" : "Seed"}, link and files</summary>
      ${grouped(about, others).map((group) => groupTemplate(group, field))}
      <div class="controls sharing">
        <button type="button" class="quiet" @click=${() => void figure.share()}>Copy link</button>
        ${narrow.matches ? embedTemplate(figure) : nothing}
        <span class="export"
          >Save as
          ${EXPORTS.map(
            ([kind, label]) => html`<button
              type="button"
              class="quiet"
              aria-label=${`Save this figure as ${label}`}
              title=${kind === "record" ? "What verify/ and the command line execute again" : nothing}
              @click=${() => void figure.export(kind)}
            >
              ${label}
            </button>`,
          )}</span
        >
      </div>
    </details>`;
}

/** A second case, which differs from the first in what the reader changes: whether there is one, and whose settings are set. */
function pairTemplate(figure: FigureControls): TemplateResult | typeof nothing {
  const { settings } = figure;
  if (settings.isLocked(SECOND_CASE)) return nothing;
  if (!settings.state.beside)
    return html`<div class="presets">
      <button type="button" class="quiet" @click=${() => figure.setBeside(true)}>Set another beside it</button>
    </div>`;
  const choices = ["A, and B where it is the same", "B alone"];
  return html`<fieldset class="choices">
    <legend>Settings of</legend>
    ${choices.map(
      (label, place) => html`<label
        ><input
          type="radio"
          name=${`${figure.about.figure.id}-of`}
          .checked=${settings.of === place}
          @change=${() => figure.setOf(place)}
        />
        ${label}</label
      >`,
    )}
    <button type="button" class="quiet" @click=${() => figure.setBeside(false)}>Take B away</button>
  </fieldset>`;
}

/** What is seen by itself, each to be switched on, with what of its assumptions does not hold. */
export function lensesTemplate(figure: FigureControls): TemplateResult {
  const { lenses = [] } = figure.about.figure;
  const on = figure.settings.lenses;
  const { cases } = figure.settings;
  const broken = (lens: (typeof lenses)[number]) =>
    cases.map(({ label }, k) => ({ label, sentences: lens.assumes(figure.parametersOf(k)) }));
  return html`<fieldset class="choices lenses">
      <legend>Look through</legend>
      ${lenses.map(
        (lens) => html`<label
          ><input
            type="checkbox"
            .checked=${on.includes(lens.name)}
            @change=${({ target }: Event) => {
              const isOn = (target as HTMLInputElement).checked;
              const names = lenses.map(({ name }) => name);
              figure.lookThrough(names.filter((name) => (name === lens.name ? isOn : on.includes(name))));
            }}
          />
          ${lens.label}</label
        >`,
      )}
    </fieldset>
    ${lenses
      .filter(({ name }) => on.includes(name))
      .map(
        (lens) => html`<div class="lens-words">
          <p><b>${lens.label}.</b> ${lens.sees}</p>
          ${broken(lens).map(({ label, sentences }) =>
            sentences.length > 0
              ? html`<details>
                  <summary>
                    ${label && cases.length > 1 ? `${label}: ` : ""}${sentences.length === 1 ? "One assumption of its theory does" : `${sentences.length} assumptions of its theory do`}
                    not hold here
                  </summary>
                  <ul>
                    ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
                  </ul>
                </details>`
              : nothing,
          )}
        </div>`,
      )}`;
}

/** Settings that have a name, as buttons; the one that is set is pressed. */
function presetsTemplate(
  figure: FigureControls,
  presets: NonNullable<FigureControls["about"]["figure"]["presets"]>,
): TemplateResult | typeof nothing {
  const values = presetValues(figure.about);
  const isBarred = (k: number) =>
    Object.entries(values[k] ?? {}).some(
      ([name, value]) =>
        figure.settings.isLocked(name) && !isSame({ [name]: value }, { [name]: figure.controlValue(name) }),
    );
  if (presets.every((_, k) => isBarred(k))) return nothing;
  return html`<div class="presets" role="group" aria-label="Settings with a name">
    ${presets.map(({ label, hint, lens }, k) =>
      isBarred(k)
        ? nothing
        : html`<button
        type="button"
        class="quiet"
        title=${hint ?? nothing}
        aria-pressed=${isPresetSet(values[k] ?? {}, (name) => figure.controlValue(name))}
        @click=${() => {
          if (lens !== undefined) figure.lookThrough([lens]);
          figure.setParameters(textsOf(values[k] ?? {}));
        }}
      >
        ${label}
      </button>`,
    )}
    ${
      figure.picked
        ? html`<button type="button" class="quiet" @click=${() => figure.setParameters(figure.picked?.texts ?? {})}>
            As in “${figure.picked.title}”
          </button>`
        : nothing
    }
  </div>`;
}

function textsOf(values: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textOfValue(value)]));
}

function messagesTemplate(figure: FigureControls): TemplateResult {
  const { messages, runs } = figure;
  const offer = runs.problems.find((each) => each.offer)?.offer;
  return html`<div class="messages" role="status" translate="no">${messages.map((message) => html`<p class="note">${message}</p>`)}</div>
    ${offer ? html`<p><button type="button" @click=${() => figure.setParameters(offer.texts)}>${offer.words}</button></p>` : nothing}`;
}

function buttonsTemplate(figure: FigureControls): TemplateResult {
  const { phase, settings, runs } = figure;
  const isBusy = phase === "running" || phase === "starting";
  const isOver = phase === "done" || phase === "failed";
  const main =
    phase === "running"
      ? html`<button type="button" class="primary" @click=${() => figure.pause()}>Pause</button>`
      : phase === "paused"
        ? html`<button type="button" class="primary" @click=${() => figure.resume()}>Resume</button>`
        : html`<button type="button" class="primary" ?disabled=${phase === "starting" || settings.hasProblem} @click=${() => void figure.run()}>
            ${isOver ? "Run again" : "Run"}
          </button>`;
  const isUntouched = phase === "idle" && !runs.isLive && settings.isFirst && !settings.hasProblem;
  return html`${main}
    <button type="button" ?disabled=${isBusy || settings.hasProblem} @click=${() => figure.step()}>Step</button>
    <button type="button" ?disabled=${isUntouched} @click=${() => figure.reset()}>Reset</button>
    ${settings.canTakeBack ? html`<button type="button" class="quiet" @click=${() => figure.takeBack()}>Take back</button>` : nothing}
    ${narrow.matches ? nothing : embedTemplate(figure)}`;
}

/** Beside the other buttons where there is room, else with what is shared and saved. */
function embedTemplate(figure: FigureControls): TemplateResult {
  return html`<button type="button" class="quiet" @click=${() => void figure.embed()}>Embed</button>`;
}

function progressTemplate(figure: FigureControls): TemplateResult {
  const { phase, done, runs } = figure;
  if (phase === "idle") return html`<p class="progress-text" translate="no">${idleInWords(figure)}</p>`;
  if (phase === "starting") return html`<p class="progress-text" translate="no">Starting …</p>`;
  const { device, stepsMade, stepsPerSecond, secondsLeft } = runs;
  const isTimed = phase === "running" && secondsLeft !== null;
  const numbers = [
    done,
    `${stepsMade.toLocaleString("en")} steps`,
    phase === "running" && !done ? speedInWords(stepsPerSecond) : "",
    isTimed ? `about ${timeInWords(secondsLeft)} left` : "",
    ENDINGS[phase] ?? "",
  ];
  return html`<div class="progress-text numbers" translate="no">
    <progress max="1" .value=${runs.progress} aria-label="Share of the training done"></progress>
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

/** What is slow is told as what a step takes. */
function speedInWords(stepsPerSecond: number): string {
  if (stepsPerSecond >= 1 || stepsPerSecond === 0)
    return `${Math.round(stepsPerSecond).toLocaleString("en")} a second`;
  return `${timeInWords(1 / stepsPerSecond)} a step`;
}

const ENDINGS: Readonly<Partial<Record<Phase, string>>> = {
  paused: "paused",
  done: "finished",
  failed: "stopped before the end",
};

function idleInWords({ seconds, runs }: FigureControls): string {
  const where = runs.isLive ? "This is where the run begins." : "Nothing is running.";
  if (seconds < NOTABLE) return where;
  const advice = seconds > LONG_RUN ? "; a smaller width is faster" : "";
  return `${where} A run takes about ${timeInWords(seconds)} on a middling machine${advice}.`;
}
