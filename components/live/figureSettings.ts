/**
 * What a reader has set on a figure: read from the address, changed by hand, taken back. Knows what of a text is refused
 * and why; runs nothing and draws nothing.
 */
import type { Experiment, FigureMeta } from "../../src/experiments/experiment.ts";
import {
  ParameterError,
  parseText,
  parseValues,
  SEED,
  type Values,
} from "../../src/experiments/parameters.ts";
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
  #values: { readonly of: Values | null; readonly byCase: Map<number, Values> } = {
    of: null,
    byCase: new Map(),
  };
  /** What is wrong with the text of a field, by its name. */
  problem: Readonly<Record<string, string>> = {};
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

  get hasProblem(): boolean {
    return Object.keys(this.problem).length > 0;
  }

  /** Values of all parameters of a case: the same object as long as the settings stay. */
  parametersOf(k: number): Values {
    const { parameters } = this.#state;
    if (this.#values.of !== parameters) this.#values = { of: parameters, byCase: new Map() };
    const known = this.#values.byCase.get(k);
    if (known) return known;
    const given = { ...this.#figure.cases[k]?.parameters, ...parameters };
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
      const parameter = name === "seed" ? SEED : this.#meta.parameters[name];
      if (!parameter) continue;
      this.#forgive([name]);
      try {
        given[name] = parseText(parameter, text);
      } catch (error) {
        if (!(error instanceof ParameterError)) throw error;
        this.problem = { ...this.problem, [name]: error.message };
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
    const next = {
      ...this.#state,
      seed: Number(seed),
      parameters: { ...this.#state.parameters, ...(refusal ? {} : waiting), ...parameters },
    };
    // What a hand puts back is as if nobody had touched it, once it has let go.
    if (!isMoving) next.parameters = this.#different(next.parameters);
    return this.#change(next, Object.keys(texts).join(), isMoving);
  }

  #refusalOf(values: Values): string | undefined {
    return refusalOf(this.#meta, this.#figure, { ...this.#state.parameters, ...values });
  }

  /** Forgets what was wrong with some settings, and what of them was to wait. */
  #forgive(names: readonly string[]): void {
    this.problem = without(this.problem, names);
    this.#waiting = without(this.#waiting, names);
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
    this.problem = {};
    this.#waiting = {};
  }

  /** The settings that were there before a hand moved them, which it still does. Returns whether anything is different now. */
  leaveAsItWas(): boolean {
    const isMoved = this.#moving !== null;
    if (isMoved) this.takeBack();
    return isMoved;
  }

  /** The first settings again, which can be taken back. */
  reset(): boolean {
    this.problem = {};
    this.#waiting = {};
    return this.#change({ ...DEFAULT_STATE, backend: this.#state.backend }, "all", false);
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
  return one.seed === other.seed && isSame(one.parameters, other.parameters);
}

function without<Value>(
  all: Readonly<Record<string, Value>>,
  names: readonly string[],
): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
}
