/** Describes training on handwritten digits of two classes: data without the symmetry of the theory. */
import { wholes } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import { QUANTITIES, SERIES, STEPS, secondsOf, strideOf } from "../setting/offTheory.ts";
import { SCALE, WIDTH } from "../setting/parameters.ts";
import { workloadOf } from "../setting/workload.ts";

/** Images, and so directions in which they differ. */
const IMAGES = 45;
const [EVEN, ODD] = [
  [0, 2, 4, 6, 8],
  [1, 3, 5, 7, 9],
];

const digits = (which: string) => wholes(`Digits of class ${which}`, [0, 9], { atMost: 9 });
const sizeOf = ({ width }: { readonly width: number }) => ({ width, samples: IMAGES, inputs: IMAGES });

export const meta = experiment({
  title: "The hinge loss on handwritten digits",
  source: {
    paper: "pellegrini2020",
    where: "Sec. 4 has experiments on images, with settings that are not known here",
  },
  parameters: { positive: digits("+1"), negative: digits("−1"), width: WIDTH, scale: SCALE, steps: STEPS },
  defaults: { positive: EVEN, negative: ODD, width: 200, scale: 1, steps: 300 },
  refuses: ({ positive, negative }) => {
    const twice = positive.find((digit) => negative.includes(digit));
    return twice === undefined
      ? undefined
      : `The digit ${twice} is in both classes: take it out of one of them.`;
  },
  computes: (given) => ({ on: "engine", workload: workloadOf(sizeOf(given)) }),
  cost: (given) => 0.05 + secondsOf(sizeOf(given), given.steps),
  frameStride: strideOf,
  quantities: QUANTITIES,
  series: { ...SERIES, examples: { label: "Images of each class", shape: ["classes"] } },
  figures: [
    {
      id: "digits",
      title: "Beyond the assumptions: digits",
      caption:
        "An illustration, and no reproduction: the network of this page on up to 45 digits of MNIST, in two classes of your choice. First, nodes in the plane of a and w∥, where w∥ is now the part along the mean of yx, which pulls first; lines are where one γ for all would take them. Then, what is unsatisfied, what is wrong, and how far nodes are from those lines.",
      presets: [
        { label: "Even, odd", parameters: { positive: EVEN, negative: ODD } },
        { label: "Small, large", parameters: { positive: [0, 1, 2, 3, 4], negative: [5, 6, 7, 8, 9] } },
        { label: "0, 1", parameters: { positive: [0], negative: [1] } },
        { label: "4, 9", parameters: { positive: [4], negative: [9] } },
      ],
      controls: ["positive", "negative", "width", "scale", "steps"],
    },
  ],
});
