/**
 * The runs that a claim needs, and its outcome from their results. Who runs it (workers of the page, the command line) is not
 * known here.
 */
import { experimentNamed } from "../catalogue/experiments.ts";
import type { Measurement } from "../experiments/experiment.ts";
import type { Values } from "../experiments/parameters.ts";
import { keyOf, type Request, requestFor } from "../experiments/request.ts";
import type { Case, Claim } from "./claim.ts";
import { judge, type Outcome, type Replicates } from "./judge.ts";

/** All runs that a claim needs, its cases before its controls, each once. */
export function runsOf(claim: Claim): Request[] {
  const experiment = experimentNamed(claim.experiment);
  const wanted = [
    ...claim.cases.map(({ at }) => at),
    ...claim.cases.map(({ control }) => control.at),
  ].flatMap((at) => claim.seeds.map((seed) => requestFor(experiment, at, seed)));
  return [...new Map(wanted.map((request) => [keyOf(request), request])).values()];
}

/** Last reports of the runs so far, by `keyOf` of their requests. */
export type Results = ReadonlyMap<string, Pick<Measurement, "quantities" | "finished">>;

/** What the results so far say about each case. */
export function replicatesOf(claim: Claim, results: Results): Replicates[] {
  return ofEachValue(claim, results, (value) => value).map(({ of, ofControl }) => ({
    values: of,
    controlValues: ofControl,
  }));
}

/** Something about each number that a claim wants and the results so far have: of each case and of its control, seed by seed. */
export function ofEachValue<About>(
  claim: Claim,
  results: Results,
  about: (value: number, key: string) => About,
): { readonly of: About[]; readonly ofControl: About[] }[] {
  const experiment = experimentNamed(claim.experiment);
  const at = ({ measures }: Case, values: Values) =>
    claim.seeds.flatMap((seed) => {
      const key = keyOf(requestFor(experiment, values, seed));
      const result = results.get(key);
      const value = result?.finished ? result.quantities[measures] : undefined;
      return value === undefined ? [] : [about(value, key)];
    });
  return claim.cases.map((each) => ({ of: at(each, each.at), ofControl: at(each, each.control.at) }));
}

/** A sentence for each run that is finished and gave no number where its claim wants one. */
export function gapsIn(claim: Claim, results: Results): string[] {
  const experiment = experimentNamed(claim.experiment);
  return claim.cases.flatMap(({ label, measures, at, control }) =>
    [
      { where: label, values: at },
      { where: `the control of ${label}`, values: control.at },
    ].flatMap(({ where, values }) =>
      claim.seeds.flatMap((seed) => {
        const result = results.get(keyOf(requestFor(experiment, values, seed)));
        return result?.finished && result.quantities[measures] === undefined
          ? [`Seed ${seed} gave no “${measures}” for ${where}: it is not defined there.`]
          : [];
      }),
    ),
  );
}

/** Judges a claim by the results so far. */
export function outcomeOf(claim: Claim, results: Results): Outcome {
  return judge(claim, replicatesOf(claim, results));
}
