/** Describes trainings at many α, each until half of its examples are satisfied: from rich to lazy. */
import { total } from "../../cost.ts";
import { wholes } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { INPUTS, refusedStart, SAMPLES, SMALL, START, STEP, WIDTH } from "../setting/parameters.ts";
import { secondsOf, workloadOf } from "../setting/workload.ts";
import { settingAt } from "./setting.ts";

/** Steps after which half of the examples are satisfied, about: 50 at the early rate, and some more. */
const STEPS = 90;
/** Steps between two looks. */
export const STRIDE = 3;

export const meta = experiment({
  title: "From rich to lazy",
  source: { paper: "pellegrini2020", where: "Sec. 3.2" },
  parameters: {
    halfDecades: wholes("Values of α, as exponents n of √10ⁿ", [-2, 5], {
      atMost: 8,
      hint: "−2 is α = 0.1, 0 is α = 1, 2 is α = 10, 4 is α = 100.",
    }),
    width: WIDTH,
    samples: SAMPLES,
    inputs: INPUTS,
    start: START,
    step: STEP,
  },
  defaults: {
    halfDecades: [-2, -1, 0, 1, 2, 3, 4, 5],
    width: 300,
    samples: 6000,
    inputs: 20,
    start: "antisymmetric",
    step: SMALL.step,
  },
  refuses: refusedStart,
  computes: (given) => ({ on: "engine", workload: workloadOf(given) }),
  cost: (given) =>
    total(
      given.halfDecades.map((halfDecade) =>
        secondsOf(settingAt(given, halfDecade), STEPS / given.step, STEPS / given.step / STRIDE / 3),
      ),
    ),
  frameStride: () => 1000,
  quantities: {
    worst: {
      label: "Largest relative miss of γ at half, by the theory for the nodes and examples drawn",
      digits: 2,
    },
    firstMovement: { label: "Movement of the readouts at the smallest α" },
    lastMovement: { label: "Movement of the readouts at the largest α" },
  },
  series: {
    scale: { label: "Values of α", symbol: "α", shape: ["scales"] },
    growth: { label: "γ when half of the examples are satisfied", symbol: "γ½", shape: ["scales"] },
    movement: { label: "Movement of the readouts then, relative", shape: ["scales"] },
    expected: { label: "That γ by the theory, for the nodes and examples drawn", shape: ["scales"] },
  },
  figures: [
    {
      id: "crossover",
      title: "Lazy or rich",
      caption:
        "A network for each α, trained until half of the examples are satisfied. First, the γ that this takes; then how far readouts have moved by then, relative to their size at the start. Lines are the theory; the dashed line is at α = h√d.",
      controls: ["halfDecades", "inputs", "width", "samples", "start"],
    },
  ],
});
