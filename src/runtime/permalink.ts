/**
 * The state of a figure that a person would share, in the query of the page's address:
 * `?any-point.gamma=1.2&any-point.seed=3&any-point.backend=wasm#any-point`. Whatever does not fit is refused with a
 * sentence; the rest of the link still counts.
 */
import { BACKENDS, type BackendChoice } from "../engine/backends.ts";
import type { Experiment, FigureMeta } from "../experiments/experiment.ts";
import { ParameterError, SEED, type Values } from "../experiments/parameters.ts";
import { parseText, textOfValue } from "../experiments/parameterTexts.ts";
import { refusalOf } from "../experiments/request.ts";
import { DEFAULT_STATE, type FigureState } from "./figureState.ts";

/** State of one figure from an address, and a sentence for everything in it that was refused. */
export function readState(
  search: string,
  meta: Experiment,
  figure: FigureMeta,
): { state: FigureState; refused: string[] } {
  const parameters: Record<string, Values[string]> = {};
  const differences: Record<string, Values[string]> = {};
  let hasBeside = false;
  let { lenses, locked, hidden } = DEFAULT_STATE;
  const unknown = new Set<string>();
  // By the name of the setting: a link that says one thing a thousand times is told off once.
  const refusals = new Map<string, string>();
  let { seed, backend } = DEFAULT_STATE;
  const prefix = `${figure.id}.`;
  for (const [key, text] of new URLSearchParams(search)) {
    if (!key.startsWith(prefix)) continue;
    const name = key.slice(prefix.length);
    try {
      if (name === "seed") seed = parseText(SEED, text) as number;
      else if (name === "backend") backend = parseBackend(text);
      else if (name === LOCKED) locked = parseControls(text, figure);
      else if (name === HIDDEN) hidden = parseControls(text, figure);
      else if (name === LENSES && figure.lenses) lenses = parseLenses(text, figure.lenses);
      else if (name === BESIDE && figure.isPair) hasBeside = true;
      else {
        const isBeside = figure.isPair && name.startsWith(OF_BESIDE);
        const control = isBeside ? name.slice(OF_BESIDE.length) : name;
        const parameter = figure.controls.includes(control) ? meta.parameters[control] : undefined;
        if (!parameter) unknown.add(name);
        else (isBeside ? differences : parameters)[control] = parseText(parameter, text);
      }
    } catch (error) {
      if (!(error instanceof ParameterError)) throw error;
      refusals.set(name, error.message);
    }
  }
  const refused = [...refusals.values(), ...(unknown.size > 0 ? [unknownInWords([...unknown], figure)] : [])];
  // Of settings that do not go together nobody knows which one is meant.
  const beside = hasBeside || Object.keys(differences).length > 0 ? differences : null;
  const state = { lenses, locked, hidden, seed, backend };
  const refusal = refusalOf(meta, figure, parameters, beside);
  if (refusal) return { state: { ...state, parameters: {}, beside: null }, refused: [...refused, refusal] };
  return { state: { ...state, parameters, beside }, refused };
}

/** What an address calls the lenses that are on, a second case, and what is different in it. */
const [LENSES, BESIDE, OF_BESIDE] = ["lenses", "beside", "beside-"];
const NONE = "none";

/** What an address calls the settings that nobody can change, and those that are not shown. */
const [LOCKED, HIDDEN] = ["locked", "hidden"];

/** What is no setting, and can be locked or hidden all the same: the second case that a figure may have beside the first. */
export const SECOND_CASE = BESIDE;

function parseControls(text: string, { controls, isPair }: FigureMeta): readonly string[] {
  const names = text.split(",");
  const known = [...controls, "seed", ...(isPair ? [SECOND_CASE] : [])];
  const stranger = names.find((name) => !known.includes(name));
  if (stranger !== undefined)
    throw new ParameterError(
      `This figure has no setting “${stranger.slice(0, 40)}” to be locked or hidden, only ${controls.join(", ")}, seed.`,
    );
  return names;
}

function parseLenses(text: string, known: NonNullable<FigureMeta["lenses"]>): readonly string[] {
  const names = text === NONE ? [] : text.split(",");
  const stranger = names.find((name) => !known.some((each) => each.name === name));
  if (stranger !== undefined)
    throw new ParameterError(
      `The lenses are ${known.map(({ name }) => name).join(", ")}, or ${NONE}; “${stranger.slice(0, 40)}” is none of them.`,
    );
  return names;
}

function parseBackend(text: string): BackendChoice {
  const choice = (["auto", ...BACKENDS] as const).find((each) => each === text);
  if (!choice)
    throw new ParameterError(
      `The backend must be auto, ${BACKENDS.join(", ")}; “${text.slice(0, 40)}” is not.`,
    );
  return choice;
}

/** Most unknown names of a link that are told. */
const TOLD = 3;

function unknownInWords(names: readonly string[], { controls }: FigureMeta): string {
  const told = names.slice(0, TOLD).map((name) => `“${name.slice(0, 40)}”`);
  const others = names.length > TOLD ? ` and ${(names.length - TOLD).toLocaleString("en")} more` : "";
  return `This figure has no setting ${told.join(", ")}${others}, only ${controls.join(", ")}, seed, backend.`;
}

/** The address of a page with the state of one figure in it; what other figures have there stays. */
export function addressWith(address: string, figure: Pick<FigureMeta, "id">, state: FigureState): string {
  const url = new URL(address);
  const prefix = `${figure.id}.`;
  for (const key of [...url.searchParams.keys()]) if (key.startsWith(prefix)) url.searchParams.delete(key);
  for (const [name, text] of textsOf(state)) url.searchParams.set(prefix + name, text);
  return url.href;
}

/** Names and texts of all that is different from the first setting. */
function textsOf(state: FigureState): (readonly [string, string])[] {
  const { parameters, beside, lenses, locked, hidden, seed, backend } = state;
  const different = Object.entries(beside ?? {});
  return [
    ...Object.entries(parameters).map(([name, value]) => [name, textOfValue(value)] as const),
    ...(beside && different.length === 0 ? [[BESIDE, "the same"] as const] : []),
    ...different.map(([name, value]) => [OF_BESIDE + name, textOfValue(value)] as const),
    ...(lenses ? [[LENSES, lenses.join(",") || NONE] as const] : []),
    ...(locked.length > 0 ? [[LOCKED, locked.join(",")] as const] : []),
    ...(hidden.length > 0 ? [[HIDDEN, hidden.join(",")] as const] : []),
    ...(seed === DEFAULT_STATE.seed ? [] : [["seed", String(seed)] as const]),
    ...(backend === DEFAULT_STATE.backend ? [] : [["backend", backend] as const]),
  ];
}

/** The address of a page that has one figure only, with the state of that figure: `?gamma=1.2&seed=3`. */
export function addressAlone(address: string, state: FigureState): string {
  const url = new URL(address);
  url.search = new URLSearchParams(textsOf(state).map(([name, text]) => [name, text])).toString();
  return url.href;
}

/** An address in which a page's only figure has its settings by their bare names, as one that names the figure. */
export function withFigure(address: string, figure: string): string {
  const url = new URL(address);
  url.search = new URLSearchParams(
    [...url.searchParams].map(([name, text]) => [name.includes(".") ? name : `${figure}.${name}`, text]),
  ).toString();
  return url.href;
}
