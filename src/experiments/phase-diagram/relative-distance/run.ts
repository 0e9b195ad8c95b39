/** Runs Fig. 3 of the paper: trains a network at (γ, γ′) for each width in turn and fits RD ∝ m^S_w. */
import { fitPowerLaw } from "../../../math/statistics.ts";
import type { Measurement, Run } from "../../experiment.ts";
import { initialNetwork, relativeDistance, relativeRisk, trainAt } from "../setting.ts";
import type { meta } from "./meta.ts";

export const run: Run<(typeof meta)["parameters"]> = async function* (parameters, context) {
  const { gamma, gammaPrime, widths, widthCounts } = parameters;
  const totalWork = widths.reduce((sum, width) => sum + width, 0);
  const done: { width: number; distance: number }[] = [];
  let step = 0;
  let workDone = 0;
  for (const width of widths) {
    const half = widthCounts === "half" ? width : Math.max(1, Math.round(width / 2));
    const start = initialNetwork(half, context.seed);
    const before = step;
    for await (const progress of trainAt({ gamma, gammaPrime, width, half }, start, context)) {
      step = before + progress.step;
      if (progress.finished)
        done.push({ width, distance: relativeDistance(await progress.network(), start) });
      yield report(
        done,
        step,
        (workDone + width * relativeRisk(progress).share) / totalWork,
        done.length === widths.length,
      );
    }
    workDone += width;
  }
};

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
