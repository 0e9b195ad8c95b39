// The path of the reference with what tolerances are made of: at each step the network, and the sizes of the sums.
import { activations } from "../../src/engine/activations.ts";
import type { Network } from "../../src/engine/network.ts";
import { type Descent, descend, preactivations, pulls } from "../../src/engine/reference.ts";
import { type Ensemble, sampleAt } from "./ensembles.ts";
import type { Outcome } from "./runs.ts";

type Numbers = Float32Array | Float64Array;

/** One step of the reference, before its update. */
export interface Measured {
  readonly network: Network<Numbers>;
  readonly timeStep: number;
  /** wₖ·xᵢ, [n, m]. */
  readonly z: Float64Array;
  /** f(xᵢ), [n]. */
  readonly f: Float64Array;
  /** κ Σₖ |aₖ σ(zᵢₖ)|, [n]. */
  readonly outputSizes: Float64Array;
  /** ∂ℓ/∂f, [n]. */
  readonly pull: Float64Array;
  /** Adam's moments after the update; empty without Adam. */
  readonly moments: Float64Array;
}

/** The r-th network's steps with the time steps that were taken, until it stopped. */
export function pathOf(ensemble: Ensemble, r: number, { timeSteps, steps }: Outcome): Measured[] {
  const sample = sampleAt(ensemble, r);
  const descent = ensemble.descents[r] as Descent;
  const { rule } = ensemble;
  const { value } = activations[rule.activation];
  const path: Measured[] = [];
  let network: Network<Numbers> = ensemble.networks[r] as Network;
  let moments: Numbers | undefined = ensemble.moments?.[r];
  for (let step = 0; step < steps; step++) {
    const { width, outputWeights } = network;
    const timeStep = timeSteps[step] as number;
    const z = preactivations(network, sample);
    const terms = z.map(
      (zik, at) => descent.outputFactor * (outputWeights[at % width] as number) * value(zik),
    );
    const rows = Array.from({ length: sample.sampleSize }, (_, i) =>
      terms.subarray(i * width, (i + 1) * width),
    );
    const f = Float64Array.from(rows, (row) => row.reduce((sum, term) => sum + term, 0));
    const outputSizes = Float64Array.from(rows, (row) => row.reduce((sum, term) => sum + Math.abs(term), 0));
    const pull = pulls(f, sample.targets, rule);
    const after = descend(
      network,
      sample,
      { ...descent, timeStep, targetRisk: -1 },
      { steps: 1, adaptive: false, rule, firstStep: step, ...(moments ? { moments } : {}) },
    );
    path.push({ network, timeStep, z, f, outputSizes, pull, moments: after.moments });
    network = after.network;
    moments = after.moments;
  }
  return path;
}
