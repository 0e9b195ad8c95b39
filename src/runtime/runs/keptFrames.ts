/** What runs reported on their way, so that one can go back to it: a bounded number of reports per run. */
import type { Measurement } from "../../experiments/experiment.ts";

/** Reports kept of one run; a finer slider could hardly be moved. */
const MOST_FRAMES = 200;

/** The reports of a few runs. Beyond the limit, the report whose neighbours are nearest to each other in steps is dropped. */
export class KeptFrames {
  readonly #runs: Measurement[][];
  readonly #most: number;

  constructor(runs: number, most = MOST_FRAMES) {
    this.#runs = Array.from({ length: runs }, () => []);
    this.#most = most;
  }

  keep(run: number, report: Measurement): void {
    const frames = this.#runs[run];
    frames?.push(report);
    if (frames && frames.length > this.#most) frames.splice(leastMissed(frames), 1);
  }

  /** The steps at which some run has a report, in rising order. */
  get steps(): number[] {
    return [...new Set(this.#runs.flat().map(({ step }) => step))].sort((one, other) => one - other);
  }

  /** What a run had reported by a step; null before its first report. */
  at(run: number, step: number): Measurement | null {
    return this.#runs[run]?.findLast((frame) => frame.step <= step) ?? null;
  }
}

/** Place of the report, neither the first nor the last, whose neighbours are nearest to each other. */
function leastMissed(frames: readonly Measurement[]): number {
  const gap = (place: number) => (frames[place + 1]?.step ?? 0) - (frames[place - 1]?.step ?? 0);
  let least = 1;
  for (let place = 2; place < frames.length - 1; place++) if (gap(place) < gap(least)) least = place;
  return least;
}
