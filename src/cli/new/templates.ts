/** What `npm run new` writes: one working example of each kind, to be changed into what is meant. Texts only. */

/** Files by their paths below the root. */
export type Files = Readonly<Record<string, string>>;

/** An experiment that trains one network and looks at its risk on the way, with a live figure for three learning rates. */
export function experimentFiles(paper: string, name: string, reference: string): Files {
  const folder = `src/experiments/${paper}/${name}`;
  return {
    [`${folder}/meta.ts`]: `/** Describes … : what it is, what can be set, and what it measures. Cheap to import: nothing here computes. */
import { trainingSeconds } from "../../cost.ts";
import { real, whole } from "../../declared.ts";
import { experiment } from "../../experiment.ts";

const workloadOf = (width: number) =>
  ({
    networks: 1,
    sampleSize: 20,
    inputDimension: 2,
    width,
    activation: "tanh",
    loss: "squared",
    optimiser: "gradient",
    adaptive: false,
  }) as const;

export const meta = experiment({
  title: "The risk of one network while it is trained",
  source: { paper: "${reference}", where: "Fig. 1" },
  parameters: {
    width: whole("Width", [1, 1000], { symbol: "m" }),
    rate: real("Learning rate", [0.001, 1], { symbol: "η", step: 0.1, isLogarithmic: true }),
    steps: whole("Steps", [10, 100_000], { step: 10 }),
  },
  defaults: { width: 100, rate: 0.1, steps: 1000 },
  computes: ({ width }) => ({ on: "engine", workload: workloadOf(width) }),
  cost: ({ width, steps }) => trainingSeconds(workloadOf(width), steps),
  frameStride: () => 10,
  quantities: { finalRisk: { label: "Risk at the end", symbol: "R" } },
  series: {
    step: { label: "Step", symbol: "k", shape: ["looks"] },
    risk: { label: "Risk then", symbol: "R", shape: ["looks"] },
  },
  figures: [
    {
      id: "${name}",
      title: "The risk at three rates",
      caption: "The risk of the same network, trained at three learning rates.",
      cases: [0.03, 0.1, 0.3].map((rate) => ({ label: \`η = \${rate}\`, parameters: { rate } })),
      controls: ["width", "steps"],
    },
  ],
});
`,
    [`${folder}/run.ts`]: `/** Runs … : trains one network and looks at its risk. */
import { normalInitialisation, sampleOf, withBias } from "../../../engine/network.ts";
import { PLAIN_RULE } from "../../../engine/reference.ts";
import { sin } from "../../../math/elementary.ts";
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import type { meta } from "./meta.ts";

const ABSCISSAE = Array.from({ length: 20 }, (_, i) => (i - 9.5) / 10);
const SAMPLE = sampleOf(
  ABSCISSAE.map(withBias),
  ABSCISSAE.map((x) => sin(3 * x)),
);
const LOOK = 10;

export const run: Run<typeof meta> = ({ width, rate, steps }, seed) =>
  trained(
    {
      start: normalInitialisation(width, SAMPLE.inputDimension, seed),
      sample: SAMPLE,
      descent: {
        outputFactor: 1 / width,
        outputRate: width,
        inputRate: width,
        timeStep: rate,
        targetRisk: -1,
      },
      rule: { ...PLAIN_RULE, activation: "tanh" },
      adaptive: false,
      steps,
    },
    {
      trace: { every: LOOK, take: ({ step, risk }) => ({ step, risk }) },
      measure: ({ risk }, looks) => ({
        quantities: { finalRisk: risk },
        series: { step: looks.map((look) => look.step), risk: looks.map((look) => look.risk) },
      }),
    },
  );
`,
    [`${folder}/plot.ts`]: `/** Draws the risk over the steps. */
import type { Drawing } from "../../drawing/drawing.ts";
import { lineDrawing } from "../../drawing/lineDrawing.ts";
import { meta } from "./meta.ts";

export const drawing: Drawing<typeof meta> = lineDrawing(meta, {
  title: "Risk while it is trained",
  across: "step",
  up: "risk",
  isLogarithmic: { up: true },
});
`,
  };
}

/** A claim with a control about the experiment of {@link experimentFiles}. */
export function claimFiles(paper: string, number: string, experiment: string, reference: string): Files {
  return {
    [`src/claims/${paper}/${number}.ts`]: `/** ${number}: … */
import { meta } from "../../experiments/${experiment}/meta.ts";
import { claim } from "../claim.ts";
import { atMost } from "../interval.ts";

export const ${number} = claim(meta, {
  title: "At a moderate rate the risk falls",
  statement: "After 1000 steps at the rate η = 0.1 the risk of a network of 100 neurons is at most 0.1.",
  formula: String.raw\`R \\le 0.1\`,
  source: { paper: "${reference}", where: "Fig. 1" },
  provenance: "background",
  stance: "agrees",
  knew: "theory",
  seeds: [1, 2, 3],
  statistic: "every seed",
  cases: [
    {
      label: "risk after 1000 steps",
      at: { rate: 0.1 },
      measures: "finalRisk",
      accept: atMost(0.1),
      origin: "Say in words where the bound comes from, before the claim is run.",
      control: { instead: { rate: 0.001 }, why: "At a hundredth of the rate the network has hardly begun to learn." },
    },
  ],
});
`,
  };
}

/** A companion: its article and its picture, beside an experiment and a claim. */
export function paperFiles(paper: string, reference: string, experiment: string, number: string): Files {
  return {
    [`content/papers/${paper}.mdx`]: `---
title: What happens, in one line
description: Two sentences at most, for search engines and previews.
paper: ${reference}
cites: []
published: 2026-01-01
place: 9
minutes: 5
found:
  says: What it found, in a sentence without a symbol.
  shows: What is to be seen on the picture of it, for those who cannot see it.
  figure: ${paper}/${experiment}
  view: lines
picture:
  says: What the picture at the top shows, without a symbol.
  section: "#the-argument"
  more: Why it is so
---

What happens, in two sentences, before any symbol. <Cite where="Fig. 1" />

<LiveFigure figure="${paper}/${experiment}" />

## The argument

The argument.

<ClaimCard claim="${paper}/${number}" />
`,
    [`components/papers/${paper}/Picture.astro`]: `---
// The picture at the top of the companion.
---

<svg viewBox="0 0 100 60" role="img" aria-label="A risk that falls">
  <path d="M5 5 C 25 50, 45 52, 95 54" fill="none" stroke="var(--series-1)" stroke-width="2"></path>
</svg>
`,
  };
}
