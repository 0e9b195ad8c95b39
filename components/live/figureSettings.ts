/**
 * What a reader has set on a figure: read from the address, changed by hand, taken back. Knows what of a text is refused
 * and why; runs nothing and draws nothing.
 */
import type { Experiment, FigureMeta } from "../../src/experiments/experiment.ts";
import {
  type Nearest,
  ParameterError,
  parseValues,
  SEED,
  type Values,
} from "../../src/experiments/parameters.ts";
import { parseText } from "../../src/experiments/parameterTexts.ts";
import { isSame, refusalOf } from "../../src/experiments/request.ts";
import { DEFAULT_STATE, type FigureState } from "../../src/runtime/figureState.ts";
import { readState } from "../../src/runtime/permalink.ts";

export class FigureSettings {
  readonly #meta: Experiment;
  readonly #figure: FigureMeta;
  #state: FigureState;
  /** Earlier settings, the latest last. */
  readonly #past: FigureState[] = [];
  /** The setting that a hand is still moving, once it is different: all of its movement is taken back at once. */
  #moving: string | null = null;
  /** Values of cases, and the settings from which they were made. */
  #values: {
    readonly of: Values | null;
    readonly beside: Values | null;
    readonly byCase: Map<number, Values>;
  } = { of: null, beside: null, byCase: new Map() };
  /** Whether what is set is set of the second case alone. */
  #isOfBeside = false;
  /** What is wrong with the text of a field, by its name. */
  problem: Readonly<Record<string, string>> = {};
  /** What is allowed and near to the text of a field that is refused, by its name. */
  nearest: Readonly<Record<string, Nearest>> = {};
  /** Values that do not go together with the others; their fields say so. */
  #waiting: Values = {};
  /** What an address asked for and was refused, in sentences. */
  readonly refused: readonly string[];

  constructor({ meta, figure }: { readonly meta: Experiment; readonly figure: FigureMeta }, search: string) {
    this.#meta = meta;
    this.#figure = figure;
    const { state, refused } = readState(search, meta, figure);
    this.#state = state;
    this.refused = refused;
  }

  get state(): FigureState {
    return this.#state;
  }

  get isFirst(): boolean {
    return isSameState(this.#state, { ...DEFAULT_STATE, backend: this.#state.backend });
  }

  /** The cases that there are: those of the figure, and one beside them that the reader has set there. */
  get cases(): readonly { readonly label: string }[] {
    return this.#state.beside ? [{ label: "A" }, { label: "B" }] : this.#figure.cases;
  }

  /** The place of the case of which settings are shown and set: 0 stands for all that do not differ from the first. */
  get of(): number {
    return this.#isOfBeside && this.#state.beside ? 1 : 0;
  }

  setOf(place: number): void {
    this.#isOfBeside = place > 0;
    this.#forgiveAll();
  }

  /** Sets a case beside the first, at first the same; or takes it away. */
  setBeside(isThere: boolean): void {
    this.setOf(isThere ? 1 : 0);
    this.#change({ ...this.#state, beside: isThere ? {} : null }, "beside", false);
  }

  /** Names of the lenses that are on: at first the first one. */
  get lenses(): readonly string[] {
    return this.#state.lenses ?? (this.#figure.lenses ?? []).slice(0, 1).map(({ name }) => name);
  }

  setLenses(lenses: readonly string[]): void {
    this.#state = { ...this.#state, lenses };
  }

  /** Whether whoever made the link lets nobody change a setting. */
  isLocked(name: string): boolean {
    const { locked, hidden } = this.#state;
    return locked.includes(name) || hidden.includes(name);
  }

  get hasProblem(): boolean {
    return Object.keys(this.problem).length > 0;
  }

  /** Values of all parameters of a case: the same object as long as the settings stay. */
  parametersOf(k: number): Values {
    const { parameters, beside } = this.#state;
    if (this.#values.of !== parameters || this.#values.beside !== beside)
      this.#values = { of: parameters, beside, byCase: new Map() };
    const known = this.#values.byCase.get(k);
    if (known) return known;
    const isBeside = beside && k === this.#figure.cases.length;
    const own = this.#figure.cases[isBeside ? 0 : k]?.parameters;
    const given = { ...own, ...parameters, ...(isBeside ? beside : {}) };
    const values = parseValues(this.#meta.parameters, this.#meta.defaults, given);
    this.#values.byCase.set(k, values);
    return values;
  }

  /**
   * Takes the texts of some settings, or of none where one is refused. What only does not go together with the others waits
   * for another of them to be set. Returns whether anything is different now.
   */
  set(texts: Readonly<Record<string, string>>, isMoving = false): boolean {
    const given: Record<string, Values[string]> = {};
    for (const [name, text] of Object.entries(texts)) {
      if (this.isLocked(name)) continue;
      const parameter = name === "seed" ? SEED : this.#meta.parameters[name];
      if (!parameter) continue;
      this.#forgive([name]);
      try {
        given[name] = parseText(parameter, text);
      } catch (error) {
        if (!(error instanceof ParameterError)) throw error;
        this.refuse(name, error.message, error.nearest);
        return false;
      }
    }
    const { seed = this.#state.seed, ...parameters } = given;
    const waiting = this.#waiting;
    const refusal = this.#refusalOf({ ...waiting, ...parameters });
    const alone = refusal && this.#refusalOf(parameters);
    if (alone) this.#waiting = { ...waiting, ...parameters };
    else if (!refusal) this.#forgive(Object.keys(waiting));
    for (const name of Object.keys(this.#waiting)) this.problem = { ...this.problem, [name]: refusal ?? "" };
    if (alone) return false;
    const taken = { ...(refusal ? {} : waiting), ...parameters };
    const next = { ...this.#with(taken), seed: Number(seed) };
    // What a hand puts back is as if nobody had touched it, once it has let go.
    return this.#change(isMoving ? next : this.#plain(next), Object.keys(texts).join(), isMoving);
  }

  /** Says what is wrong with what was given for a setting, and what could be taken instead. */
  refuse(name: string, sentence: string, nearest?: Nearest): void {
    this.#forgive([name]);
    this.problem = { ...this.problem, [name]: sentence };
    if (nearest) this.nearest = { ...this.nearest, [name]: nearest };
  }

  /** The settings with some values laid over them: of the second case alone, where its are set. */
  #with(values: Values): FigureState {
    const { parameters, beside } = this.#state;
    return beside && this.of === 1
      ? { ...this.#state, beside: { ...beside, ...values } }
      : { ...this.#state, parameters: { ...parameters, ...values } };
  }

  #refusalOf(values: Values): string | undefined {
    const { parameters, beside } = this.#with(values);
    return refusalOf(this.#meta, this.#figure, parameters, beside);
  }

  /** The same without what is as it was at first, and without differences that are none. */
  #plain(state: FigureState): FigureState {
    const parameters = this.#different(state.parameters);
    if (!state.beside) return { ...state, parameters };
    const first = { ...this.#meta.defaults, ...this.#figure.cases[0]?.parameters, ...parameters } as Values;
    const isDifferent = ([name, value]: [string, Values[string]]) =>
      !isSame({ [name]: first[name] as Values[string] }, { [name]: value });
    return {
      ...state,
      parameters,
      beside: Object.fromEntries(Object.entries(state.beside).filter(isDifferent)),
    };
  }

  /** Forgets what was wrong with some settings, and what of them was to wait. */
  #forgive(names: readonly string[]): void {
    this.problem = without(this.problem, names);
    this.nearest = without(this.nearest, names);
    this.#waiting = without(this.#waiting, names);
  }

  #forgiveAll(): void {
    this.problem = {};
    this.nearest = {};
    this.#waiting = {};
  }

  /** Those of some values that some case does not have by itself. */
  #different(values: Values): Values {
    const isFirst = (name: string, value: Values[string]) =>
      this.#figure.cases.every(({ parameters }) => {
        const first = { ...this.#meta.defaults, ...parameters } as Values;
        return isSame({ [name]: first[name] as Values[string] }, { [name]: value });
      });
    return Object.fromEntries(Object.entries(values).filter(([name, value]) => !isFirst(name, value)));
  }

  /** What an address asks for; returns what of it is refused. */
  open(search: string): readonly string[] {
    const { state, refused } = readState(search, this.#meta, this.#figure);
    this.#change({ ...state, backend: this.#state.backend }, "all", false);
    this.#state = { ...this.#state, lenses: state.lenses, locked: state.locked, hidden: state.hidden };
    // What a link locks is not taken back to before the link.
    if (state.locked.length + state.hidden.length > 0) this.#past.length = 0;
    return refused;
  }

  setBackend(backend: FigureState["backend"]): void {
    this.#state = { ...this.#state, backend };
  }

  /** Settings of an earlier page. */
  restore(state: FigureState): void {
    this.#state = state;
  }

  get canTakeBack(): boolean {
    return this.#past.length > 0;
  }

  takeBack(): void {
    this.#state = this.#past.pop() ?? this.#state;
    this.#moving = null;
    this.#forgiveAll();
  }

  /** The settings that were there before a hand moved them, which it still does. Returns whether anything is different now. */
  leaveAsItWas(): boolean {
    const isMoved = this.#moving !== null;
    if (isMoved) this.takeBack();
    return isMoved;
  }

  /** The first settings again, which can be taken back. */
  reset(): boolean {
    this.#forgiveAll();
    return this.#change(this.#asLinked({ ...DEFAULT_STATE, lenses: this.#state.lenses }), "all", false);
  }

  /** The same with what the link says of locks, of locked settings and of what computes. */
  #asLinked(state: FigureState): FigureState {
    const { backend, locked, hidden, parameters, seed } = this.#state;
    const kept = Object.entries(parameters).filter(([name]) => this.isLocked(name));
    return {
      ...state,
      parameters: { ...state.parameters, ...Object.fromEntries(kept) },
      seed: this.isLocked("seed") ? seed : state.seed,
      backend,
      locked,
      hidden,
    };
  }

  #change(next: FigureState, name: string, isMoving: boolean): boolean {
    const isDifferent = !isSameState(next, this.#state);
    if (isDifferent && this.#moving !== name) this.#past.push(this.#state);
    if (!isMoving) this.#moving = null;
    else if (isDifferent) this.#moving = name;
    if (isDifferent) this.#state = next;
    return isDifferent;
  }
}

/** Whether two settings ask for the same run, whatever computes it. */
export function isSameState(one: FigureState, other: FigureState): boolean {
  const isPair = one.beside !== null;
  return (
    one.seed === other.seed &&
    isSame(one.parameters, other.parameters) &&
    isPair === (other.beside !== null) &&
    isSame(one.beside ?? {}, other.beside ?? {})
  );
}

function without<Value>(
  all: Readonly<Record<string, Value>>,
  names: readonly string[],
): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
}
