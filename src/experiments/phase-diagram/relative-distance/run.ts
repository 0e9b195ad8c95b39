/** Runs Fig. 3 of the paper: trains a network at (γ, γ′) for each width in turn and fits RD ∝ m^S_w. */

import type { TrainingState } from "../../../engine/train.ts";
import { fitPowerLaw } from "../../../math/statistics.ts";
import type { Measurement, Run } from "../../experiment.ts";
import { initialNetwork, relativeDistance, relativeRisk, trainAt } from "../setting.ts";
import type { meta } from "./meta.ts";

/** A checkpoint: what is measured already, and the state of the network that is being trained, if one is. */
type Saved = Partial<TrainingState> & {
  readonly widthsDone: readonly number[];
  readonly distancesDone: readonly number[];
  readonly stepsBefore: number;
};

export const run: Run<(typeof meta)["parameters"]> = async function* (parameters, context) {
  const { gamma, gammaPrime, widths, widthCounts } = parameters;
  const saved = context.from as Saved | undefined;
  const done = (saved?.widthsDone ?? []).map((width, k) => ({
    width,
    distance: saved?.distancesDone[k] as number,
  }));
  const totalWork = widths.reduce((sum, width) => sum + width, 0);
  let stepsBefore = saved?.stepsBefore ?? 0;
  let interrupted = saved?.inputWeights ? (saved as TrainingState) : undefined;
  for (const width of widths.slice(done.length)) {
    const half = widthCounts === "half" ? width : Math.max(1, Math.round(width / 2));
    const start = initialNetwork(half, context.seed);
    const workDone = done.reduce((sum, each) => sum + each.width, 0);
    for await (const progress of trainAt({ gamma, gammaPrime, width, half }, start, context, interrupted)) {
      const step = stepsBefore + progress.step;
      if (progress.finished) {
        done.push({ width, distance: relativeDistance(await progress.network(), start) });
        stepsBefore = step;
      }
      const share = (workDone + width * relativeRisk(progress).share) / totalWork;
      const measurement = report(done, step, share, done.length === widths.length);
      if (context.checkpointDue?.()) {
        const state = progress.finished ? {} : await progress.state();
        yield { ...measurement, checkpoint: checkpointOf(done, stepsBefore, state) };
      } else yield measurement;
    }
    interrupted = undefined;
  }
};

function checkpointOf(
  done: readonly { width: number; distance: number }[],
  stepsBefore: number,
  state: Partial<TrainingState>,
): Saved {
  return {
    widthsDone: done.map(({ width }) => width),
    distancesDone: done.map(({ distance }) => distance),
    stepsBefore,
    ...state,
  };
}

function report(
  done: { width: number; distance: number }[],
  step: number,
  progress: number,
  finished: boolean,
): Measurement {
  const widths = done.map(({ width }) => width);
  const distances = done.map(({ distance }) => distance);
  const last = distances.at(-1);
  return {
    progress,
    step,
    finished,
    quantities: {
      ...(last === undefined ? {} : { relativeDistance: last }),
      ...(widths.length < 2 ? {} : { slope: fitPowerLaw(widths, distances).exponent }),
    },
    series: { width: Float64Array.from(widths), relativeDistance: Float64Array.from(distances) },
  };
}
