/**
 * What has to be run to check a claim, and what it comes to. Who runs the tasks (a worker of the page, the command
 * line) is not known here.
 */

import { experimentNamed } from "../experiments/catalogue.ts";
import type { Measurement } from "../experiments/experiment.ts";
import { parseValues, type Values } from "../experiments/parameters.ts";
import type { Case, Claim } from "./claim.ts";
import { judge, type Outcome, type Replicates } from "./judge.ts";

/** One run of an experiment. */
export interface Task {
  readonly experiment: string;
  readonly parameters: Values;
  readonly seed: number;
}

/** Tells two tasks apart: the same parameters and seed are one run, however many cases look at it. */
export function keyOf({ experiment, parameters, seed }: Task): string {
  const sorted = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([experiment, sorted, seed]);
}

function taskFor(claim: Claim, parameters: Values, seed: number): Task {
  const { id, parameters: described, defaults } = experimentNamed(claim.experiment);
  return { experiment: id, parameters: parseValues(described, defaults, parameters) as Values, seed };
}

/** All runs that a claim needs, its cases before its controls, each once. @throws ParameterError */
export function tasksOf(claim: Claim): Task[] {
  const wanted = [
    ...claim.cases.map(({ parameters }) => parameters),
    ...claim.cases.map(({ control }) => control.parameters),
  ].flatMap((parameters) => claim.seeds.map((seed) => taskFor(claim, parameters, seed)));
  return [...new Map(wanted.map((task) => [keyOf(task), task])).values()];
}

/** Last reports of the runs so far, by `keyOf` their tasks. */
export type Results = ReadonlyMap<string, Pick<Measurement, "quantities" | "finished">>;

/** What the results so far say about each case. */
export function replicatesOf(claim: Claim, results: Results): Replicates[] {
  const valuesFor = (each: Case, parameters: Values) =>
    claim.seeds.flatMap((seed) => {
      const result = results.get(keyOf(taskFor(claim, parameters, seed)));
      const value = result?.finished ? result.quantities[each.quantity] : undefined;
      return value === undefined ? [] : [value];
    });
  return claim.cases.map((each) => ({
    values: valuesFor(each, each.parameters),
    controlValues: valuesFor(each, each.control.parameters),
  }));
}

/** Judges a claim by the results so far. */
export function outcomeOf(claim: Claim, results: Results): Outcome {
  return judge(claim, replicatesOf(claim, results));
}
