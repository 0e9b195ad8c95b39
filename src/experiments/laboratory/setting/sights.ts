/** A network under way through all lenses at once, and what is always looked at: what a run keeps of a moment, and measures. */
import type { Looked } from "../../experiment.ts";
import { FOUND } from "../found/looks.ts";
import { learningOf, type Risks } from "./learning.ts";
import type { Moment, Taken } from "./lens.ts";
import type { Underway } from "./underway.ts";

/** What is kept of a moment: plain data. */
export interface Kept {
  readonly step: number;
  readonly time: number;
  readonly risk: number;
  /** Of examples that are not seen; empty where there are none. */
  readonly testRisk: readonly number[];
  /** What each lens takes of it, by its place among those that are found. */
  readonly taken: readonly (readonly number[])[];
}

export function sightsOf(underway: Underway) {
  const learning = learningOf(underway);
  const lenses = Object.keys(FOUND);
  const sights = Object.values(FOUND).map((look) => look(underway));
  const keep = (moment: Moment): Kept => keptOf(moment, learning.risksAt(moment));
  const keptOf = (moment: Moment, { risk, testRisk }: Risks): Kept => ({
    step: moment.step,
    time: moment.time,
    risk,
    testRisk: testRisk === undefined ? [] : [testRisk],
    taken: sights.map((sight) => sight.take?.(moment) ?? []),
  });
  const first = keep({ network: underway.start, step: 0, time: 0, risk: Number.NaN });
  const measure = (
    moment: Moment,
    later: readonly Kept[],
    isWanted: (lens: string) => boolean,
  ): Looked<string, string> => {
    const soFar = [first, ...later];
    const last = soFar.at(-1);
    // A report mostly comes with a look.
    const now = last?.step === moment.step ? last : keep(moment);
    const seen = sights.flatMap((sight, place) =>
      isWanted(lenses[place] ?? "") ? [sight.measure(moment, takenBy(soFar, place))] : [],
    );
    return {
      quantities: {
        time: moment.time,
        risk: now.risk,
        relativeRisk: learning.relative(now.risk),
        testRisk: now.testRisk[0],
        ...Object.assign({}, ...seen.map(({ quantities }) => quantities)),
      },
      series: {
        ...learning.drawnAt(moment),
        lookStep: soFar.map(({ step }) => step),
        lookTime: soFar.map(({ time }) => time),
        lookRisk: soFar.map(({ risk }) => risk),
        ...(underway.test ? { lookTestRisk: soFar.map(({ testRisk }) => testRisk[0] as number) } : {}),
        ...Object.assign({}, ...seen.map(({ series }) => series)),
      },
    };
  };
  return { keep, measure };
}

function takenBy(kept: readonly Kept[], place: number): Taken[] {
  return kept.map(({ step, time, taken }) => ({ step, time, numbers: taken[place] ?? [] }));
}
