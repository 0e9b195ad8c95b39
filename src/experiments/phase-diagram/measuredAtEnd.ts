/** Reports of a run whose result is measured once its network is trained. Trains nothing itself. */
import type { TrainingState } from "../../engine/train.ts";
import type { Measurement, RunContext } from "../experiment.ts";
import { relativeRisk } from "./setting.ts";

/** A training under way, as far as it is reported. */
export interface Training<Trained> {
  readonly step: number;
  readonly risk: number;
  readonly finished: boolean;
  readonly network: () => Promise<Trained>;
  /** Missing where training is over too soon to be worth keeping. */
  readonly state?: () => Promise<TrainingState>;
}

/** A report for each of the training's; the last has the quantities and, where there are some, the series. */
export async function* measuredAtEnd<Trained>(
  training: AsyncGenerator<Training<Trained>>,
  { checkpointDue }: Pick<RunContext, "checkpointDue">,
  measure: (trained: Trained) => Measurement["quantities"],
  seriesOf: (trained: Trained) => Measurement["series"] = () => ({}),
): AsyncGenerator<Measurement> {
  for await (const progress of training) {
    const { step, finished, network, state } = progress;
    yield {
      progress: relativeRisk(progress).share,
      step,
      finished,
      quantities: finished ? measure(await network()) : {},
      series: finished ? seriesOf(await network()) : {},
      ...(state && checkpointDue?.() ? { checkpoint: await state() } : {}),
    };
  }
}
