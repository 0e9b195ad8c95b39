/** D3, D4, D8, D9 and D12: on which powers of ε the later components are learnt, when that order breaks, and in which limit it holds. */
import { meta as exponents } from "../../experiments/time-scales/exponents/meta.ts";
import { claim } from "../claim.ts";
import { atLeast, atMost, between } from "../interval.ts";

const ORDER = { paper: "berthier2024", where: "canonical learning order, a conjecture" } as const;
/** ε from 10⁻⁸ to 10⁻¹⁴ by decades. */
const SMALL = [8, 9, 10, 11, 12, 13, 14] as const;
const EQUAL = {
  instead: { readouts: "equal" },
  why: "Where all readouts start alike there is no difference to grow, and times do not shrink with ε.",
} as const;

export const D3 = claim(exponents, {
  title: "Linear: √ε with a logarithm. Quadratic: the fourth root of ε",
  statement:
    "For ε from 10⁻⁸ to 10⁻¹⁴ the time of the linear component, over √ε, grows with log 1/ε at the predicted rate; and the time of the quadratic component falls like ε to the power ¼.",
  formula: String.raw`t_1\asymp\sqrt\varepsilon\,\log\tfrac1\varepsilon,\qquad t_2\asymp\varepsilon^{1/4}`,
  source: ORDER,
  provenance: "paper",
  stance: "agrees",
  knew: "own runs",
  seeds: [1, 2, 3, 4, 5],
  statistic: "every seed",
  revised: [
    {
      on: "2026-11-27",
      why: "In the control all readouts started alike, so that there was nothing to grow. It is now a range of larger ε, which asks for the logarithm.",
      knew: "own runs",
    },
  ],
  cases: [
    {
      label: "growth of t₁/√ε with log 1/ε, over its prediction",
      at: { decades: SMALL, atoms: 10 },
      measures: "logarithm",
      accept: between(0.98, 1.02),
      origin:
        "Derived for this site; corrections are of relative size √ε. A power law without a logarithm gives 0.",
      control: {
        instead: { decades: [1, 2, 3, 4] },
        why: "Where ε is not small the linear step is hurried on by the next ones, and the growth is not that of the formula.",
      },
    },
    {
      label: "exponent of t₂",
      at: { decades: SMALL, atoms: 10 },
      measures: "slope2",
      accept: between(0.235, 0.255),
      origin:
        "¼, and for what finite ε leaves the range around 0.245 that our notes’ own solver found with evenly spaced readouts.",
      control: EQUAL,
    },
  ],
});

export const D4 = claim(exponents, {
  title: "Cubic: the sixth root of ε, for few groups of neurons",
  statement:
    "For six and for ten groups of neurons the time of the cubic component falls like ε to the power 1/6 for ε from 10⁻⁸ to 10⁻¹⁴, so that it comes ever later than the quadratic one, by a factor of more than eight at the end.",
  formula: String.raw`t_3\asymp\varepsilon^{1/6}`,
  source: ORDER,
  provenance: "paper",
  stance: "agrees",
  knew: "own runs",
  seeds: [1, 2, 3, 4, 5],
  statistic: "every seed",
  cases: [
    ...[6, 10].map((atoms) => ({
      label: `exponent of t₃, ${atoms} groups`,
      at: { decades: SMALL, atoms },
      measures: "slope3" as const,
      accept: between(0.155, 0.19),
      origin:
        "1/6 is reached slowly and from above, so that there is more room above it than below: our notes’ own solver found 0.167 to 0.176 with four to ten evenly spaced readouts.",
      control: {
        instead: { atoms: 3 },
        why: "Four components leave three groups of neurons no room: the cubic one takes a time that does not shrink with ε.",
      },
    })),
    {
      label: "t₃/t₂ at ε = 10⁻¹⁴, six groups",
      at: { decades: SMALL, atoms: 6 },
      measures: "separation",
      accept: atLeast(8),
      origin: "ε^(1/6 − ¼) is 14.7, with constants of order one; our notes’ own solver found 9.6 to 11.1.",
      control: {
        instead: { atoms: 100 },
        why: "With a hundred groups, nearer to a continuous law, the cubic component comes sooner after the quadratic one.",
      },
    },
  ],
});

const FEWER = [8, 10, 12] as const;

export const D8 = claim(exponents, {
  title: "A missing degree breaks the order",
  statement:
    "Without a quadratic component in the target the cubic one has no power of ε: its time does not shrink with ε at all.",
  formula: String.raw`\varphi_2=0:\quad t_3=\Theta(1)`,
  source: { paper: "berthier2024", where: "App. D.3 of version 2, as described by others" },
  provenance: "paper",
  stance: "agrees",
  knew: "theory",
  seeds: [1, 2, 3, 4, 5],
  statistic: "every seed",
  revised: [
    {
      on: "2026-11-27",
      why: "The case of two groups of neurons became a claim of its own, D12.",
      knew: "own runs",
    },
  ],
  cases: [
    {
      label: "exponent of t₃, φ₂ = 0",
      at: { decades: FEWER, atoms: 10, target2: 0 },
      measures: "slope3",
      accept: between(-0.02, 0.02),
      origin: "0, with room for a tenth of the canonical exponent.",
      control: {
        instead: { target2: 1 },
        why: "With its quadratic component the target is learnt in order.",
      },
    },
  ],
});

export const D12 = claim(exponents, {
  title: "Too few groups of neurons",
  statement:
    "To learn a component of degree l in its turn, and keep what was learnt before, takes l + 1 groups of neurons that start alike. With two groups the quadratic component takes a time that does not shrink with ε.",
  formula: String.raw`N=2:\quad t_2=\Theta(1)`,
  source: { paper: "berthier2024", where: "compare the canonical learning order for degree 2" },
  provenance: "derived here",
  stance: "beyond",
  knew: "theory",
  seeds: [1, 2, 3, 4, 5],
  statistic: "every seed",
  cases: [
    {
      label: "exponent of t₂, two groups of neurons",
      at: { decades: FEWER, atoms: 2 },
      measures: "slope2",
      accept: between(-0.02, 0.02),
      origin: "0, with room for a tenth of the canonical exponent.",
      control: {
        instead: { atoms: 10 },
        why: "Ten groups have room for three constraints: the quadratic component is learnt in its turn.",
      },
    },
  ],
});

/** Enough that more change times by less than a per cent at these ε. */
const MANY = { decades: [6, 8, 10], atoms: 10_000 } as const;
const FEW = {
  instead: { atoms: 10 },
  why: "Ten groups cannot split: no fewer than one of them carries the quadratic component, and the cubic one stays behind it.",
} as const;

export const D9 = claim(exponents, {
  title: "With a continuous law of readouts the cubic component comes early",
  statement:
    "Not a claim of the paper, and in tension with its argument for degrees of three and more: where all coefficients are 1 and there are so many groups of neurons that they stand for a law spread evenly over an interval, the cubic component is learnt right behind the quadratic one, on the scale of the fourth root of ε. An ever smaller share of the neurons carries the quadratic component meanwhile, also where there is no cubic one.",
  formula: String.raw`t_3\asymp\varepsilon^{1/4},\qquad \frac{t_3}{t_2}\to1\ ?`,
  source: { paper: "berthier2024", where: "compare the canonical learning order for degree 3" },
  provenance: "derived here",
  stance: "contradicts",
  knew: "own runs",
  seeds: [1, 2],
  statistic: "every seed",
  revised: [
    {
      on: "2026-11-27",
      why: "A reader found the scope too wide: the statement says which coefficients and which law of readouts it is about, which are those of its cases.",
      knew: "words only",
    },
  ],
  cases: [
    {
      label: "exponent of t₃",
      at: MANY,
      measures: "slope3",
      accept: between(0.23, 0.27),
      origin:
        "¼ with eight per cent on either side; 1/6 lies far outside. Our notes’ own solver found 0.247 with evenly spaced readouts.",
      control: FEW,
    },
    {
      label: "t₃/t₂ at ε = 10⁻¹⁰",
      at: MANY,
      measures: "separation",
      accept: atMost(1.1),
      origin: "If both are on one scale the ratio stays bounded; our notes’ own solver found 1.02.",
      control: FEW,
    },
    {
      label:
        "fall of the share of neurons that carry the quadratic component, from ε = 10⁻⁴ to 10⁻⁶, without a cubic one",
      at: { decades: [4, 6], atoms: 1000, target3: 0, activation3: 0 },
      measures: "concentration",
      accept: atLeast(3),
      origin:
        "If the share vanishes with ε it falls by some power of a hundred; our notes’ own solver found a factor of seven.",
      control: FEW,
    },
  ],
});
