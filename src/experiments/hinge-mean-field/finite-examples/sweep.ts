/** Many samples as runs of one training each. */
import type { ParametersOf, Sweep } from "../../experiment.ts";
import { partsOf } from "../../listed.ts";
import type { meta } from "./meta.ts";

/** Errors over time of one training. */
interface Training {
  readonly samples: number;
  readonly time: readonly number[];
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/** The series, one training after the other, and once all are known what they come to. */
export function together(
  trainings: readonly Training[],
  { samples }: Pick<ParametersOf<typeof meta>, "samples">,
) {
  const series = {
    samples: trainings.map((each) => each.samples),
    time: trainings.flatMap(({ time }) => time),
    train: trainings.flatMap(({ train }) => train),
    test: trainings.flatMap(({ test }) => test),
  };
  if (trainings.length < samples.length) return { quantities: {}, series };
  const ends = trainings.map(({ train, test }) => ({
    train: train.at(-1) as number,
    test: test.at(-1) as number,
  }));
  const falls = ends.slice(1).map(({ test }, k) => (ends[k]?.test ?? Number.NaN) / test);
  const [first, last] = [ends[0], ends.at(-1)];
  return {
    quantities: {
      firstTrain: first?.train,
      firstTest: first?.test,
      leastFall: falls.length > 0 ? Math.min(...falls) : undefined,
      lastGap: last && last.test - last.train,
    },
    series,
  };
}

export const sweep: Sweep<typeof meta> = {
  parts: (parameters, seed) => partsOf("samples", parameters, seed),
  join: (reports, parameters) =>
    together(
      reports.flatMap((report) => {
        const { samples, time, train, test } = report?.series ?? {};
        return samples && time && train && test
          ? [{ samples: samples[0] as number, time: [...time], train: [...train], test: [...test] }]
          : [];
      }),
      parameters,
    ),
};
