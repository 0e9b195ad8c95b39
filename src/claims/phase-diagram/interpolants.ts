/** A8: which function each regime learns between the four points (paper, Fig. 2 (a)–(c)). */
import { meta as regimes } from "../../experiments/phase-diagram/regimes/meta.ts";
import { claim } from "../claim.ts";
import { atMost, between } from "../interval.ts";
import { otherRegime } from "./terms.ts";

export const A8 = claim(regimes, {
  title: "Each regime fits the same points by another function",
  statement:
    "With m = 1000 neurons a half and γ′ = 0, the trained network's value at x = 0, between the two inner points, is about 0.018 at γ = 0.5, −0.029 at γ = 1 and 0.0275 at γ = 1.75, where the function is the linear spline through the points: it strays from it by less than 0.004 on [−1/2, 1/2]. On average over five starts.",
  formula: String.raw`f_{\theta^*}(0) \approx 0.018,\; -0.029,\; 0.0275 \quad\text{at}\quad \gamma = \tfrac12,\; 1,\; \tfrac74, \qquad \max_{|x|\le 1/2} |f_{\theta^*}(x) - \mathrm{spline}(x)| < 0.004 \;\text{ at }\; \gamma = \tfrac74`,
  source: { paper: "luo2021", where: "Fig. 2 (a)–(c)" },
  provenance: "paper",
  stance: "agrees",
  knew: "own runs",
  seeds: [1, 2, 3, 4, 5],
  statistic: "mean",
  revised: [
    {
      on: "2026-11-27",
      why: "Each start had to be inside. At γ = 0.5 the value varies by 0.0014 from start to start, and one in twenty falls below 0.014, which is no finding about the paper’s curve: the bounds stay, and hold the mean over five starts now.",
      knew: "fresh seeds",
    },
  ],
  cases: [
    {
      label: "value at 0, γ = 0.5",
      at: { gamma: 0.5 },
      measures: "outputAtZero",
      accept: between(0.014, 0.022),
      origin:
        "The curve of Fig. 2 (a), and 0.0159 to 0.0197 in reference runs of the notes for this page with five seeds: 0.018 ± 0.004.",
      control: otherRegime(1.75, "condensed regime"),
    },
    {
      label: "value at 0, γ = 1",
      at: { gamma: 1 },
      measures: "outputAtZero",
      accept: between(-0.035, -0.023),
      origin:
        "The curve of Fig. 2 (b), and −0.0308 to −0.0266 in reference runs of the notes for this page with five seeds: −0.029 ± 0.006.",
      control: otherRegime(0.5, "linear regime"),
    },
    {
      label: "value at 0, γ = 1.75",
      at: { gamma: 1.75 },
      measures: "outputAtZero",
      accept: between(0.0255, 0.0295),
      origin:
        "The linear spline has 1/36 = 0.0278 there, and reference runs of the notes for this page with five seeds 0.0270 to 0.0280: 0.0275 ± 0.002.",
      control: otherRegime(0.5, "linear regime"),
    },
    {
      label: "distance from the linear spline, γ = 1.75",
      at: { gamma: 1.75 },
      measures: "splineDeviation",
      accept: atMost(0.004),
      origin:
        "Fig. 2 (c) shows three straight pieces. At most 0.0017 in reference runs of the notes for this page with five seeds, and 0.02 in the linear regime.",
      control: otherRegime(0.5, "linear regime"),
    },
  ],
});
