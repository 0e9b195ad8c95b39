/** A7: condensation sharpens with the width, but only right of the boundary (paper, Fig. 6). */
import { meta as sharpening } from "../../experiments/phase-diagram/sharpening/meta.ts";
import { claim } from "../claim.ts";
import { atMost, between } from "../interval.ts";
import { SEEDS } from "./terms.ts";

export const A7 = claim(sharpening, {
  title: "Condensation sharpens with the width right of the boundary only",
  statement:
    "With ten times the neurons (m = 10,000 instead of 1000 a half, γ′ = 0), the trained amplitude is spread over as many orientations as before at γ = 1, on the boundary, and over less than 0.7 times as many at γ = 1.25, to the right of it.",
  formula: String.raw`\frac{N_\mathrm{eff}(m = 10^4)}{N_\mathrm{eff}(m = 10^3)} \approx 1 \;\text{ at }\; \gamma = 1, \qquad < 0.7 \;\text{ at }\; \gamma = \tfrac54`,
  source: { paper: "luo2021", where: "Fig. 6" },
  provenance: "paper",
  stance: "agrees",
  knew: "own runs",
  seeds: SEEDS,
  statistic: "every seed",
  revised: [
    {
      on: "2026-11-27",
      why: "Each case had the other for its control, so that the two were one comparison. The controls are now networks of their own, at γ = 1.15 and 0.75.",
      knew: "fresh seeds",
    },
  ],
  cases: [
    {
      label: "ratio of effective orientations at γ = 1",
      at: { gamma: 1 },
      measures: "ratio",
      accept: between(0.85, 1.15),
      origin:
        "The figure shows the same clouds at both widths: a ratio of 1, and ±15 % for the scatter between seeds. Reference runs of the notes for this page gave 1.02 to 1.05.",
      control: {
        instead: { gamma: 1.15 },
        why: "At γ = 1.15, just right of the boundary, the clouds shrink with the width already; a test that accepts them could not see any sharpening.",
      },
    },
    {
      label: "ratio of effective orientations at γ = 1.25",
      at: { gamma: 1.25 },
      measures: "ratio",
      accept: atMost(0.7),
      origin:
        "The figure shows tighter clouds at the larger width, without numbers. Reference runs of the notes for this page gave 0.48 to 0.51; 0.7 is half-way to no change on a logarithmic scale.",
      control: {
        instead: { gamma: 0.75 },
        why: "In the linear regime, at γ = 0.75, the clouds must not shrink.",
      },
    },
  ],
});
