/**
 * What identifies a run: an experiment, its parameters and a seed. Its key, its parsing at the edge and its comparison,
 * for the page, for what is kept, for records and for the command line. Runs nothing.
 */
import type { Experiment, FigureMeta } from "./experiment.ts";
import { MAXIMUM_SEED, ParameterError, parseValues, type Values } from "./parameters.ts";

export interface Request {
  /** Id of the experiment. */
  readonly experiment: string;
  /** Of all its parameters. */
  readonly parameters: Values;
  readonly seed: number;
}

/**
 * Trusted values of all parameters of an experiment, with defaults where one is missing.
 * @throws ParameterError for a parameter that the experiment does not have, and for values that do not go together
 */
export function valuesFor(meta: Parsing, given: Readonly<Record<string, unknown>>): Values {
  const values = parseValues(meta.parameters, meta.defaults, given);
  const refusal = meta.refuses?.(values);
  if (refusal) throw new ParameterError(refusal);
  return values;
}

/** What values from outside are checked against. */
type Parsing = Pick<Experiment, "parameters" | "defaults" | "refuses">;

/**
 * Why settings of a figure, laid over its cases, do not go together in one of them; undefined where they do. `beside` is in
 * what one more case differs from the first, where there is one.
 */
export function refusalOf(
  meta: Parsing,
  { cases }: Pick<FigureMeta, "cases">,
  settings: Values,
  beside: Values | null = null,
): string | undefined {
  const more = beside ? [{ ...cases[0]?.parameters, ...settings, ...beside }] : [];
  return [...cases.map(({ parameters }) => ({ ...parameters, ...settings })), ...more]
    .map((given) => meta.refuses?.(parseValues(meta.parameters, meta.defaults, given)))
    .find(Boolean);
}

/**
 * A trusted request, with defaults where a parameter is missing.
 * @throws ParameterError for a parameter or a seed that the experiment does not have, and for values that do not go together
 */
export function requestFor(
  experiment: Parsing & Pick<Experiment, "id">,
  given: Readonly<Record<string, unknown>>,
  seed: number,
): Request {
  if (!Number.isSafeInteger(seed) || seed < 0 || seed > MAXIMUM_SEED)
    throw new ParameterError(
      `The seed must be a whole number from 0 to ${MAXIMUM_SEED.toLocaleString("en")}; ${seed} is not.`,
    );
  return { experiment: experiment.id, parameters: valuesFor(experiment, given), seed };
}

/** The same text for the same run, in whatever order its parameters come. */
export function keyOf({ experiment, parameters, seed }: Request): string {
  return JSON.stringify([experiment, sorted(parameters), seed]);
}

/** Whether two lists of parameters are the same. */
export function isSame(one: Values, other: Values): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(parameters: Values): [string, Values[string]][] {
  return Object.entries(parameters).sort(([one], [other]) => (one < other ? -1 : 1));
}
