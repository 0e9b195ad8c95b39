/** Draws the reduced flow on the reader’s target: the function and what is learnt of it, its coefficients, and what is left. */
import { ruleY, text } from "@observablehq/plot";
import { bars } from "../../../plots/bars.ts";
import { dashedLine } from "../../../plots/coloured.ts";
import { curve } from "../../../plots/curve.ts";
import { roundedAround } from "../../../plots/domains.ts";
import { inWords } from "../../../plots/numbers.ts";
import { strokes } from "../../../plots/strokes.ts";
import { told } from "../../../plots/told.ts";
import { type Fate, fatesOf } from "../../../theory/time-scales/scenario.ts";
import { type Drawing, type ResultOf, resultOf, type Shown, type View } from "../../drawing/drawing.ts";
import { sentenceOfOne } from "../../drawing/sentences.ts";
import { forOne } from "../../drawing/views.ts";
import { enumerated, tableOfRows } from "../../drawing/words.ts";
import {
  colourOf,
  expectedRules,
  expectedTimes,
  nameOf,
  onTimeAxis,
  SUBSCRIPTS,
  timeAxis,
} from "../setting/views.ts";
import { componentsOf } from "./components.ts";
import type { meta } from "./meta.ts";

type Parameters = Shown<typeof meta>["parameters"];
type Result = ResultOf<typeof meta> | null;

const SIZE = { width: 420, height: 320, marginBottom: 36 } as const;
const [TARGET, LEARNED, ACTIVATION] = ["var(--muted)", "var(--ink)", "var(--line-strong)"];
/** From this degree on colours come again, with dashes. */
const COLOURS = 4;
const dashesOf = (degree: number) => (degree < COLOURS ? [] : [5, 3]);

/** What the scenario says of a degree, in the room of a bar: the power of ε on whose scale it is learnt, or a word. */
const POWERS = ["1", "½", "¼", "⅙"] as const;
const SHORT: Readonly<Record<Exclude<Fate, "in turn">, string>> = {
  "nothing to learn": "–",
  never: "never",
  blocked: "blocked",
  unspread: "slow",
  "not launched": "slow",
  "too few groups": "slow",
  "wrong sign": "late",
  early: "early",
  uncertain: "?",
};

function fatesIn(parameters: Parameters): Fate[] {
  return fatesOf(componentsOf(parameters), { isSpread: true, groups: parameters.atoms });
}

const learning: View<typeof meta> = forOne("learning", "The target, and what is learnt of it", (shown) => {
  const { x, phi, part, learned } = resultOf(shown)?.series ?? {};
  const [target, explained, network] = [curve(x, phi), curve(x, part), curve(x, learned)];
  const [low, high] = roundedAround([...target, ...explained].map(({ y }) => y));
  return {
    ...SIZE,
    x: { label: "x →", domain: [-3, 3], ticks: 7 },
    y: { label: "↑ φ(x), f(x)", domain: [low, high], grid: true, ticks: 5 },
    marks: [
      ruleY([0], { stroke: "var(--line-strong)" }),
      strokes({ lines: [target], colour: TARGET, width: 7, opacity: 0.35 }),
      dashedLine(explained),
      strokes({ lines: [network], colour: LEARNED, width: 2, within: [low, high] }),
      told(
        target.map((point, k) => ({ ...point, part: explained[k]?.y, now: network[k]?.y })),
        ({ x: place, y, part: upTo, now }) =>
          `x = ${inWords(place, 2)}: target ${inWords(y, 2)}, up to degree 6 ${inWords(upTo, 2)}, learnt ${inWords(now, 2)}`,
        31,
      ),
    ],
  };
});

const coefficients: View<typeof meta> = forOne(
  "coefficients",
  "Coefficients, and the powers of ε",
  (shown) => {
    const { target, activation } = componentsOf(shown.parameters);
    const degrees = Array.from(target, (height, degree) => ({
      degree,
      height,
      sigma: activation[degree] as number,
    }));
    const [low, high] = roundedAround(degrees.flatMap(({ height, sigma }) => [height, sigma]));
    const fates = fatesIn(shown.parameters);
    const said = fates.map((fate, degree) => ({
      degree,
      words: fate === "in turn" ? (POWERS[degree] ?? "") : SHORT[fate],
    }));
    return {
      ...SIZE,
      marginTop: 34,
      x: { label: "degree k →", domain: [-0.5, degrees.length - 0.5], ticks: degrees.length },
      y: { label: "↑ φₖ, σₖ", domain: [low, high], grid: true, ticks: 5 },
      marks: [
        ...degrees.map(({ degree, height }) =>
          bars([{ from: degree - 0.38, to: degree, height }], colourOf(degree)),
        ),
        bars(
          degrees.map(({ degree, sigma }) => ({ from: degree, to: degree + 0.38, height: sigma })),
          ACTIVATION,
        ),
        ruleY([0], { stroke: "var(--line-strong)" }),
        text(said, { x: "degree", y: high, text: "words", fill: "var(--ink)", dy: -8 }),
        told(
          degrees.map((each) => ({ ...each, x: each.degree, y: each.height })),
          ({ degree, height, sigma }) =>
            `degree ${degree}: φ${SUBSCRIPTS[degree]} ${inWords(height)}, σ${SUBSCRIPTS[degree]} ${inWords(sigma)}; ${fates[degree]}`,
        ),
      ],
    };
  },
);

/** |ρₖ| over |φₖ| for the degrees that the target has, and the share of E φ² that is left, look by look. */
function leftIn(result: Result, parameters: Parameters) {
  const { time = [], residual = [], risk = [], target = [] } = result?.series ?? {};
  const components = Array.from(target, (of, degree) => ({
    degree,
    points: onTimeAxis(
      parameters,
      Array.from(time, (x, look) => ({
        x,
        y: Math.abs((residual[look * target.length + degree] as number) / of),
      })),
    ),
  })).filter(({ degree }) => target[degree] !== 0);
  return { components, all: onTimeAxis(parameters, curve(time, risk)) };
}

const left: View<typeof meta> = forOne("left", "What is left", (shown) => {
  const { parameters } = shown;
  const { components, all } = leftIn(resultOf(shown), parameters);
  const highest = Math.max(...components.flatMap(({ points }) => points.map(({ y }) => y)), 1.2);
  const within = [0, Math.min(highest, 3)] as const;
  return {
    ...SIZE,
    x: timeAxis(parameters.epsilon, parameters.duration),
    y: { label: "↑ |ρₖ| over |φₖ|; share of E φ²", domain: within, ticks: 5 },
    marks: [
      ...expectedRules(expectedTimes(fatesIn(parameters), componentsOf(parameters), parameters)),
      ruleY([0], { stroke: "var(--line-strong)" }),
      ...components.map(({ degree, points }) =>
        strokes({ lines: [points], colour: colourOf(degree), width: 1.75, dashes: dashesOf(degree), within }),
      ),
      strokes({ lines: [all], colour: LEARNED, width: 3 }),
      ...components.map(({ degree, points }) =>
        told(
          points.filter(({ y }) => y <= within[1]),
          ({ x, y }) => `${nameOf(degree)} component at t = ${inWords(x, 2)}: ${inWords(y, 2)} of it left`,
          12,
        ),
      ),
      told(all, ({ x, y }) => `all at t = ${inWords(x, 2)}: ${inWords(y, 2)} of E φ² left`, 20),
    ],
  };
});

/** Why degrees share a fate. */
const REASONS: Readonly<Record<Exclude<Fate, "nothing to learn">, string>> = {
  "in turn": "in turn, on the scale of a power of ε",
  never: "never, since σₖ = 0 and no neuron computes it",
  blocked: "not at all, since φ₁σ₁ = 0 and no neuron begins to turn",
  unspread: "in a time that does not shrink with ε, since all readouts start alike",
  "not launched": "in a time that does not shrink with ε, if at all, since a degree below is missing",
  "too few groups":
    "in a time that does not shrink with ε, if at all, since degree k takes k + 1 groups of neurons",
  "wrong sign": "late, if at all, since σ₃φ₃ and σ₁φ₁ have different signs",
  early: "soon after the quadratic one, since there are so many groups",
  uncertain: "perhaps later, or not: above degree 3 signs and constants count, and nothing is predicted",
};

/** What the target consists of, and what the scenario says of its degrees, those with the same fate together. */
export function expectedInWords(parameters: Parameters): string {
  const { target, square } = componentsOf(parameters);
  const fates = fatesIn(parameters);
  const explained = Array.from(target).reduce((sum, value) => sum + value * value, 0) / square;
  const parts = (Object.keys(REASONS) as (keyof typeof REASONS)[]).flatMap((fate) => {
    const names = fates.flatMap((each, degree) => (each === fate ? [nameOf(degree)] : []));
    return names.length > 0 ? [`${enumerated(names)} ${REASONS[fate]}`] : [];
  });
  const beyond = `Degrees up to 6 are ${inWords(100 * explained, 3)} % of E φ²`;
  return parts.length > 0
    ? `${beyond}. Expected: ${parts.join("; ")}.`
    : `${beyond}: there is nothing to learn of it here.`;
}

export const drawing: Drawing<typeof meta> = {
  views: [learning, coefficients, left],
  legend: [
    { label: "the target, broad", colour: TARGET, mark: "line" },
    { label: "its part up to degree 6", colour: "var(--muted)", mark: "dashes" },
    { label: "what the network computes; share of E φ² that is left", colour: LEARNED, mark: "line" },
    { label: "coefficients of the activation", colour: ACTIVATION, mark: "dot" },
    ...Array.from({ length: COLOURS }, (_, degree) => ({
      label: `${nameOf(degree)} component${degree < 3 ? `; dashed, of degree ${degree + COLOURS}` : ""}`,
      colour: colourOf(degree),
      mark: "line" as const,
    })),
  ],
  numbers: ["square", "explained", "left", "learnt"],
  beforehand: ([shown]) => (shown ? expectedInWords(shown.parameters) : ""),
  describe: sentenceOfOne(({ quantities, series }, { parameters }) => {
    const { target = [], halved = [] } = series;
    const namesOf = (isHalved: boolean) =>
      Array.from(halved).flatMap((time, degree) =>
        time > 0 === isHalved && target[degree] !== 0 ? [nameOf(degree)] : [],
      );
    const [done, missing] = [namesOf(true), namesOf(false)];
    const run = [
      done.length > 0 ? `Halved in the run: ${enumerated(done)}` : "No component is halved yet",
      ...(missing.length > 0 && done.length > 0 ? [`not: ${enumerated(missing)}`] : []),
      `${inWords(quantities.left, 2, 1e-6)} of E φ² is left`,
    ];
    return `${expectedInWords(parameters)} ${run.join("; ")}.`;
  }),
  table: tableOfRows(
    ["Degree", "φₖ", "σₖ", "Expected", "Halved at", "Left of it"],
    ({ series }, { parameters }) => {
      const { target = [], activation = [], halved = [], residual = [] } = series;
      const last = Array.from(residual).slice(-target.length);
      return fatesIn(parameters).map((fate, degree) => [
        degree,
        inWords(target[degree]),
        inWords(activation[degree]),
        fate,
        halved[degree] ? inWords(halved[degree]) : "—",
        target[degree] === 0 ? "—" : inWords(Math.abs((last[degree] as number) / (target[degree] as number))),
      ]);
    },
  ),
};
