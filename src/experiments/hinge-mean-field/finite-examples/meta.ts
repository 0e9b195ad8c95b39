/** Describes trainings on few and on many examples: errors on the sample and on unseen inputs. */
import { total } from "../../cost.ts";
import { wholes } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { DURATION, FLIPPED, INPUTS, SMALL, STEP, WIDTH } from "../setting/parameters.ts";
import { secondsOf, stepsUntil, workloadOf } from "../setting/workload.ts";

/** Looks at a run, about. */
export const LOOKS = 16;

export const meta = experiment({
  title: "Finitely many examples",
  source: { paper: "pellegrini2020", where: "Sec. 3.3" },
  parameters: {
    samples: wholes("Examples N", [50, 20_000], { atMost: 6 }),
    width: WIDTH,
    inputs: INPUTS,
    flipped: FLIPPED,
    duration: DURATION,
    step: STEP,
  },
  defaults: { samples: [200, 800, 3200, 12_800], width: 200, inputs: 20, flipped: 0, duration: 200, step: 4 },
  computes: (given) => ({
    on: "engine",
    workload: workloadOf({ ...given, samples: Math.max(...given.samples) }),
  }),
  cost: (given) =>
    total(
      given.samples.map((samples) => {
        const setting = { ...SMALL, ...given, samples };
        return secondsOf(setting, stepsUntil(given.duration, setting), LOOKS);
      }),
    ),
  frameStride: () => 1000,
  quantities: {
    firstTrain: { label: "Training error on the fewest examples", digits: 2 },
    firstTest: { label: "Test error on the fewest examples" },
    leastFall: { label: "Least fall of the test error from one N to the next" },
    lastGap: { label: "Test error less training error on the most examples", digits: 2 },
  },
  series: {
    samples: { label: "Examples of each training", symbol: "N", shape: ["trainings"] },
    time: { label: "Times of the looks", symbol: "t", shape: ["trainings", "looks"] },
    train: { label: "Training error then", shape: ["trainings", "looks"] },
    test: { label: "Test error then", shape: ["trainings", "looks"] },
  },
  figures: [
    {
      id: "finite-examples",
      title: "Few examples",
      caption:
        "The same network trained on ever more examples. Lines are errors on unseen inputs, dashed ones on the sample. Once a sample is satisfied, nothing pulls any more: training stops, and the error on unseen inputs stays.",
      controls: ["samples", "width", "inputs", "duration", "flipped"],
    },
  ],
});
