/** B2: where neurons that are linear near 0 point, from start to condensation (paper, Case 1; the solution is our own). */
import { meta as oneLine } from "../../experiments/condensation/one-line/meta.ts";
import { claim } from "../claim.ts";
import { atLeast, atMost, exactly } from "../interval.ts";

const fromInputsAlone = (words: string) =>
  ({
    instead: { predictedFrom: "input" },
    why: `Predicted from the input weights alone, ${words}.`,
  }) as const;

export const B2 = claim(oneLine, {
  title: "With p = 1, every neuron’s way to the line is known in advance",
  statement:
    "Trained by gradient descent from weights of size 10⁻⁵, the neurons of a tanh network turn to the line of g = (1/n) Σ yx as the solution of the leading-order flow says, each to the side that the sign of a + w∥ at the start gives it; and they have done so before the risk falls.",
  formula: String.raw`w_\parallel(t) = w_\parallel(0)\cosh\kappa t + a(0)\sinh\kappa t,\quad w_\perp(t) = w_\perp(0),\quad \kappa = \Bigl|\frac1n\sum_i y_i x_i\Bigr|`,
  source: { paper: "zhou2022", where: "Sec. 5, Case 1" },
  provenance: "derived here",
  stance: "beyond",
  knew: "own runs",
  seeds: [1, 2, 3, 4, 5, 6],
  statistic: "every seed",
  cases: [
    {
      label: "predicted against measured cosine at κt = 7.5",
      at: {},
      measures: "cosineError",
      accept: atMost(0.02),
      origin:
        "0 at leading order. Reference runs of the notes for this page give at most 0.004 with six seeds, at steps of 0.002/κ; five times that is left for other draws.",
      control: fromInputsAlone(
        "a quarter of the neurons is expected on the wrong side, where the cosines differ by about 2",
      ),
    },
    {
      label: "5th percentile of |cos| at κt = 7.5",
      at: {},
      measures: "lowCosine",
      accept: atLeast(0.97),
      origin:
        "Weights along the line have grown by e^7.5/2 ≈ 900. Reference runs of the notes for this page give 0.986 or more; the least |cos| of all can be 0.7, where a + w∥ happens to be near 0.",
      control: {
        instead: { activation: "xTanh" },
        why: "With z tanh z nothing is linear near 0, and in this time no neuron turns.",
      },
    },
    {
      label: "share of neurons on the predicted side",
      at: {},
      measures: "predictedSigns",
      accept: exactly(1),
      origin: "By the closed form w∥ takes the sign of a(0) + w∥(0): all neurons, in all six reference runs.",
      control: fromInputsAlone("the rule would be the sign of w∥(0), which is right for three quarters"),
    },
    {
      label: "risk at κt = 7.5, relative to that of f = 0",
      at: {},
      measures: "relativeRisk",
      accept: atLeast(0.99),
      origin: "1 at leading order; 0.997 or more in the reference runs of the notes for this page.",
      control: {
        instead: { deviation: 0.1 },
        why: "From weights of size 0.1 the network learns in the same time: there is no stage at which it only turns.",
      },
    },
  ],
});
