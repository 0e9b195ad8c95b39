/** B7: under Adam the neurons gather on more lines than the multiplicity (against the paper's reading of Fig. 2(b)). */
import { meta as lineCounts } from "../../experiments/condensation/line-counts/meta.ts";
import { claim } from "../claim.ts";
import { atLeast } from "../interval.ts";

/** Twelve draws each, from the seed on: 48 networks, none of them twice. Planned was one set; they differ by a few. */
const SETS = [1, 101, 201, 301];

export const B7 = claim(lineCounts, {
  title: "Under Adam, p lines are no upper limit",
  statement:
    "The paper’s rule is at most 2p directions, which are p lines. In its own setting with σ(z) = z tanh z, where p = 2, twelve networks that differ in sample and start gather on three lines or more in the median, and at least eight of the twelve on more than two.",
  formula: String.raw`p = 2:\qquad \operatorname{median}(\text{lines}) \ge 3`,
  source: { paper: "zhou2022", where: "Fig. 2(b)" },
  provenance: "derived here",
  stance: "contradicts",
  knew: "own runs",
  seeds: SETS,
  statistic: "mean",
  revised: [
    {
      on: "2026-11-22",
      why: "What the statement called a conjecture of the paper it calls the paper’s rule.",
      knew: "words only",
    },
  ],
  cases: [
    {
      label: "median number of lines of twelve networks",
      at: { activation: "xTanh" },
      measures: "medianLines",
      accept: atLeast(3),
      origin:
        "Reference runs of the notes for this page, with other random numbers: 2, 3, 3, 4, 4, 4, 4, 4, 4, 4, 5 and 5 lines. Three is the least number that exceeds p = 2.",
      control: {
        instead: { activation: "tanh" },
        why: "With p = 1 all neurons gather on one line; a count that splits lines would find more.",
      },
    },
    {
      label: "networks of twelve with more than two lines",
      at: { activation: "xTanh" },
      measures: "exceeding",
      accept: atLeast(8),
      origin:
        "Reference runs of the notes for this page, with other random numbers: 11 of 12. Eight is two thirds. Four sets of twelve are taken, since a single one may have seven.",
      control: {
        instead: { optimiser: "gradient", deviation: 0.001, steps: 100_000, stopAt: 0.98 },
        why: "Gradient descent does not gather the layer at all for p = 2: code that calls it Adam must fail.",
      },
    },
  ],
});
