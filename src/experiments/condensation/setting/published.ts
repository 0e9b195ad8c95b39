/** What the paper sets of its samples and networks. Numbers alone: what else can be set is in parameters.ts and beside it. */

/** y = Σⱼ amplitude · sin(frequency · xⱼ + 1) at inputs drawn evenly from a box. */
export interface SineTarget {
  readonly sampleSize: number;
  /** Of x without its bias. */
  readonly inputs: number;
  readonly amplitude: number;
  readonly frequency: number;
}

/** y = Σ 3.5 sin(5xⱼ + 1) at 80 points: the sample of the paper's Fig. 2, for any number of inputs. */
export function sineTarget(inputs: number): SineTarget {
  return { sampleSize: 80, inputs, amplitude: 3.5, frequency: 5 };
}

/** What the paper sets most of the time. */
export const TINY = { activation: "tanh", deviation: 0.005 } as const;
export const ADAM = { optimiser: "adam", rate: 1 } as const;

/** Fig. 2(a). */
export const PAPERS_LAYER = {
  ...TINY,
  width: 50,
  frequency: 5,
  ...ADAM,
  steps: 100,
  stopAt: 0,
  leastNorm: 0,
} as const;
