/** The fields of a figure: a slider with its number, a list, a line for several numbers or for a text. Templates only. */
import { html, nothing, type TemplateResult } from "lit";
import type {
  ChoiceParameter,
  LabelledParameter,
  Nearest,
  NumberParameter,
  Parameter,
  PointsParameter,
  Values,
} from "../../src/experiments/parameters.ts";
import { shownText, textInLine } from "../../src/experiments/parameterTexts.ts";
import { late } from "../../src/runtime/late.ts";
import type { Settable } from "./setting.ts";
import { sliderTemplate } from "./slider.ts";

interface Lensed extends Settable {
  readonly lens: string;
  readonly setLens: (lens: string) => void;
}

/** What the reader chooses to see of a result. */
export function lensTemplate(figure: Lensed, lens: ChoiceParameter): TemplateResult {
  const id = `${figure.about.figure.id}-lens`;
  return html`<div class="field">
    <label for=${id}>${lens.label}</label>
    ${listTemplate(id, lens, figure.lens, (text) => figure.setLens(text))}
  </div>`;
}

/** A parameter with its label, its hint, what is wrong with its text, and what can be taken instead. */
export function fieldTemplate(
  figure: Settable,
  name: string,
  parameter: Parameter,
  value: Values[string],
  problem: string | undefined,
  nearest: Nearest | undefined,
): TemplateResult {
  const id = `${figure.about.figure.id}-${name}`;
  const set = (text: string, isMoving = false) => figure.setParameter(name, text, isMoving);
  const take = () => {
    set(nearest?.text ?? "");
    const field = document.getElementById(id) as HTMLInputElement;
    // What was typed is in the way, even where nothing is different now.
    field.value = shownText(parameter, figure.controlValue(name));
    field.focus();
  };
  const label = parameter.symbol ? `${parameter.label} ${parameter.symbol}` : parameter.label;
  const unit = "unit" in parameter && parameter.unit ? ` (${parameter.unit})` : "";
  const isRows = parameter.kind === "points" || parameter.kind === "labelled";
  return html`<div class="field">
    <label for=${id}>${label}${unit}</label>
    ${
      isRows
        ? rowsTemplate(figure, name, parameter, value, problem)
        : inputTemplate(id, parameter, value, problem, set, () => figure.leaveAsItWas())
    }
    ${problem ? html`<p class="problem" id=${`${id}-problem`} role="alert">${problem}</p>` : nothing}
    ${problem && isRows ? html`<small>Shown is still what came before.</small>` : nothing}
    ${nearest ? html`<button type="button" @click=${take}>${nearest.words}</button>` : nothing}
    ${!problem && parameter.hint ? html`<small>${parameter.hint}</small>` : nothing}
  </div>`;
}

/** A setting that whoever made the link lets nobody change. */
export function lockedTemplate(
  figure: Settable,
  name: string,
  parameter: Parameter,
  value: Values[string],
): TemplateResult {
  const id = `${figure.about.figure.id}-${name}`;
  return html`<div class="field">
    <label for=${id}>${parameter.symbol ? `${parameter.label} ${parameter.symbol}` : parameter.label}</label>
    <output id=${id} class="locked">${textInLine(parameter, value)}</output>
    <small>${figure.lockedBy ?? "Set by whoever made this link."}</small>
  </div>`;
}

/** How the line of a text looks, in letters, and which keys a phone offers for it. */
const LINES: Readonly<
  Record<
    Exclude<Parameter["kind"], "choice" | "points" | "labelled">,
    { readonly look?: "number" | "typed"; readonly size: number; readonly inputmode: string }
  >
> = {
  real: { look: "number", size: 8, inputmode: "decimal" },
  whole: { look: "number", size: 8, inputmode: "numeric" },
  wholes: { size: 30, inputmode: "numeric" },
  text: { look: "typed", size: 44, inputmode: "text" },
};

type Set = (text: string, isMoving?: boolean) => void;

function inputTemplate(
  id: string,
  parameter: Exclude<Parameter, RowsParameter>,
  value: Values[string],
  problem: string | undefined,
  set: Set,
  takeBack: () => void,
): TemplateResult {
  if (parameter.kind === "choice") return listTemplate(id, parameter, value, set);
  const { look, size, inputmode } = LINES[parameter.kind];
  const field = html`<input
    id=${id}
    type="text"
    class=${look ?? nothing}
    size=${size}
    inputmode=${inputmode}
    autocomplete="off"
    autocapitalize="off"
    spellcheck="false"
    .value=${shownText(parameter, value)}
    aria-invalid=${Boolean(problem)}
    aria-describedby=${problem ? `${id}-problem` : nothing}
    @change=${(event: Event) => set(textIn(event))}
  />`;
  if (parameter.kind !== "real") return field;
  return html`<div class="slider">${numberSlider(parameter, Number(value), set, takeBack)} ${field}</div>`;
}

type RowsParameter = PointsParameter | LabelledParameter;

/** Rows of numbers, to be typed, pasted, dropped as a file, or chosen as one. */
function rowsTemplate(
  figure: Settable,
  name: string,
  parameter: RowsParameter,
  value: Values[string],
  problem: string | undefined,
): TemplateResult {
  const id = `${figure.about.figure.id}-${name}`;
  const read = async (source: string | File | undefined) => {
    if (source === undefined) return;
    try {
      const { textOfRows } = await late(() => import("./ownRows.ts"));
      figure.setParameter(name, await textOfRows(parameter, source));
    } catch (error) {
      const { message, nearest } = error as Error & { readonly nearest?: Nearest };
      figure.refuse(name, message, nearest);
    }
  };
  return html`<textarea
      id=${id}
      rows="4"
      class="typed"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      .value=${shownText(parameter, value)}
      aria-invalid=${Boolean(problem)}
      aria-describedby=${problem ? `${id}-problem` : nothing}
      @change=${(event: Event) => void read(textIn(event))}
      @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${(event: DragEvent) => {
        const file = event.dataTransfer?.files[0];
        if (!file) return;
        event.preventDefault();
        void read(file);
      }}
    ></textarea>
    <input
      type="file"
      accept=".csv,.tsv,.txt,text/csv,text/plain"
      aria-label="Points from a CSV file"
      @change=${({ target }: Event) => {
        const chooser = target as HTMLInputElement;
        void read(chooser.files?.[0]).finally(() => {
          // The same file can be chosen again, once it has been changed.
          chooser.value = "";
        });
      }}
    />`;
}

function listTemplate(id: string, { options }: ChoiceParameter, value: unknown, set: Set): TemplateResult {
  return html`<select id=${id} @change=${(event: Event) => set(textIn(event))}>
    ${Object.entries(options).map(
      ([option, label]) => html`<option value=${option} ?selected=${option === value}>${label}</option>`,
    )}
  </select>`;
}

function textIn({ target }: Event): string {
  return (target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement).value;
}

function numberSlider(
  { label, symbol = "", minimum, maximum, step, isLogarithmic }: NumberParameter,
  value: number,
  set: Set,
  takeBack: () => void,
): TemplateResult {
  const place = (number: number) => (isLogarithmic ? Math.log10(number) : number);
  const textOf = (slider: HTMLInputElement) => {
    // Two digits are as fine as a slider can be moved; rounding must not leave the range.
    const power = Number((10 ** slider.valueAsNumber).toPrecision(2));
    return isLogarithmic ? String(Math.min(maximum, Math.max(minimum, power))) : slider.value;
  };
  return sliderTemplate({
    name: `${label} ${symbol}, slider`,
    minimum: place(minimum),
    maximum: place(maximum),
    step,
    value: place(value),
    words: String(value),
    set: (slider, isMoving) => set(textOf(slider), isMoving),
    takeBack,
  });
}
