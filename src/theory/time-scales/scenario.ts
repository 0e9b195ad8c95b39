/**
 * What becomes of each Hermite component by the canonical learning order and by the exceptions to it that are known: a
 * conjecture of Berthier, Montanari and Zhou, and what was derived or seen in runs for this site. Predicts from coefficients alone.
 */
import type { Components } from "./reducedFlow.ts";

/** What becomes of a component, and why it is not learnt in its turn. */
export type Fate =
  /** Learnt on its own scale, ε for degree 0 and ε^(1/2k) for degree k. */
  | "in turn"
  /** φₖ = 0. */
  | "nothing to learn"
  /** σₖ = 0: no neuron computes it. */
  | "never"
  /** φ₁σ₁ = 0: no overlap ever begins to grow. */
  | "blocked"
  /** Readouts are all alike: nothing is amplified, and its time does not shrink with ε. */
  | "unspread"
  /** A degree below it is missing, so that readouts have not grown for it: its time does not shrink with ε. */
  | "not launched"
  /** Fewer than k + 1 groups of neurons: to keep what is learnt takes them all. */
  | "too few groups"
  /** σ₁φ₁ and σ₃φ₃ have different signs: later, or not in any time that is run here. */
  | "wrong sign"
  /** So many groups that they are nearly a continuous law: soon after the quadratic one, an observation made here. */
  | "early"
  /** Degrees above 3: in their turn, if signs and constants allow it, which was not worked out. */
  | "uncertain";

/** From so many groups on a law of readouts is more like a continuous one. */
const MANY_GROUPS = 200;

export interface StartingLaw {
  /** Whether readouts differ at the start, where there is more than one group. */
  readonly isSpread: boolean;
  /** Groups of neurons with a readout each. */
  readonly groups: number;
}

/** A fate per degree, from 0 on. */
export function fatesOf({ target, activation }: Components, law: StartingLaw): Fate[] {
  const product = (k: number) => (target[k] ?? 0) * (activation[k] ?? 0);
  return Array.from(target, (coefficient, k): Fate => {
    if (coefficient === 0) return "nothing to learn";
    if (activation[k] === 0) return "never";
    if (k === 0) return "in turn";
    if (product(1) === 0) return "blocked";
    if (!law.isSpread || law.groups === 1) return "unspread";
    if (Array.from({ length: k - 1 }, (_, j) => product(j + 1)).includes(0)) return "not launched";
    if (law.groups < k + 1) return "too few groups";
    if (k === 3 && product(1) * product(3) < 0) return "wrong sign";
    if (k === 3 && law.groups >= MANY_GROUPS) return "early";
    if (k > 3) return "uncertain";
    return "in turn";
  });
}
