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

/** What else a report may be made of. */
interface More<Trained> {
  /** Series of the last report. */
  readonly seriesOf?: (trained: Trained) => Measurement["series"];
  /** How far a training is on its way, 0 to 1; on the four points, if missing. */
  readonly shareOf?: (progress: Pick<Training<Trained>, "risk" | "finished">) => number;
}

/** A report for each of the training's; the last has the quantities and, where there are some, the series. */
export async function* measuredAtEnd<Trained>(
  training: AsyncGenerator<Training<Trained>>,
  { checkpointDue }: Pick<RunContext, "checkpointDue">,
  measure: (trained: Trained) => Measurement["quantities"],
  { seriesOf = () => ({}), shareOf = (progress) => relativeRisk(progress).share }: More<Trained> = {},
): AsyncGenerator<Measurement> {
  for await (const progress of training) {
    const { step, finished, network, state } = progress;
    yield {
      progress: shareOf(progress),
      step,
      finished,
      quantities: finished ? measure(await network()) : {},
      series: finished ? seriesOf(await network()) : {},
      ...(state && checkpointDue?.() ? { checkpoint: await state() } : {}),
    };
  }
}
