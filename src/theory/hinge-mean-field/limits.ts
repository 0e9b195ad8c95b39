/**
 * Closed forms of the theory in its limits: early, late, lazy, with flipped labels, and what finite numbers of nodes and
 * examples add. Derived for this site; the last two by heuristic arguments, which their comments name.
 */
import { angleOf, exp, log, power } from "../../math/elementary.ts";
import { arsinh, cosh, sinh } from "../../math/hyperbolic.ts";
import type { Growing } from "./growth.ts";
import { growthToSatisfy } from "./growth.ts";
import { sizeBelowWhich } from "./projection.ts";

type Scales = Omit<Growing, "projection" | "flipped">;

/** βE|x∥|/2√d: γ̇ while nothing is satisfied; β/√(2πd) for Gaussian inputs. */
export function earlyRate({ rate, inputDimension, projection, flipped }: Growing): number {
  return ((1 - 2 * flipped) * rate * projection.pullWithin(Infinity)) / (2 * Math.sqrt(inputDimension));
}

/** ¼ log(32 β h² √d t/(√(2π) α²)): γ late, where few are unsatisfied, for Gaussian inputs. */
export function lateGrowth(time: number, { rate, inputDimension, scale, margin }: Scales): number {
  const factor = (32 * rate * margin * margin * Math.sqrt(inputDimension)) / Math.sqrt(2 * Math.PI);
  return log((factor * time) / (scale * scale)) / 4;
}

/** (3 β h² √d t/(2√(2π) α²))^⅓: γ while it is small but most are satisfied, for Gaussian inputs and α ≫ h√d. */
export function lazyGrowth(time: number, { rate, inputDimension, scale, margin }: Scales): number {
  const factor = (3 * rate * margin * margin * Math.sqrt(inputDimension)) / (2 * Math.sqrt(2 * Math.PI));
  return power((factor * time) / (scale * scale), 1 / 3);
}

/** γ when half of the examples are satisfied. */
export function growthAtHalf(growing: Growing): number {
  return growthToSatisfy(sizeBelowWhich(0.5, growing.projection), growing);
}

/** α = h√d, at which the network passes from rich to lazy: about where γ at half is of order one. */
export function crossoverScale({ margin, inputDimension }: Scales): number {
  return margin * Math.sqrt(inputDimension);
}

/** √((cosh γ − 1)² + sinh² γ): how far readouts, or parts w∥, have moved, relative to the root of their mean square. */
export function movementAt(growth: number): number {
  const [less, along] = [cosh(growth) - 1, sinh(growth)];
  return Math.sqrt(less * less + along * along);
}

/** √(2 log((1 − p)/(1 − 2p))): the threshold at which pulls of flipped and of true labels balance, for Gaussian inputs; ∞ for p = ½. */
export function balancedThreshold(flipped: number): number {
  return flipped >= 0.5 ? Infinity : Math.sqrt(2 * log((1 - flipped) / (1 - 2 * flipped)));
}

/** γ at which flipped labels stop growth, for Gaussian inputs; ∞ without any. */
export function stoppedGrowth(flipped: number, scales: Scales): number {
  const { inputDimension, scale, margin } = scales;
  const threshold = balancedThreshold(flipped);
  return arsinh((2 * margin * Math.sqrt(inputDimension)) / (scale * threshold)) / 2;
}

/**
 * √(2d cosh 2γ/M)/sinh 2γ: by how much the output of M nodes, drawn at random, scatters at a fixed input near the boundary, in
 * units of x∥. The scatter of the start carried along the hyperbolas: training reacts to it, which is left out.
 */
export function scatterOf(growth: number, inputDimension: number, width: number): number {
  return Math.sqrt((2 * inputDimension * cosh(2 * growth)) / width) / sinh(2 * growth);
}

/** arctan(δ)/π: the error of the sign of x∥ + δG against that of x∥, for independent Gaussians x∥ and G. */
export function errorOfScatter(scatter: number): number {
  return scatter === Infinity ? 0.5 : angleOf(scatter, 1) / Math.PI;
}

/** √(πd/2N): tangent of the angle by which the mean of y x over N Gaussian examples misses the true direction; heuristic later on. */
export function missOfMean(inputDimension: number, sampleSize: number): number {
  return Math.sqrt((Math.PI * inputDimension) / (2 * sampleSize));
}

/** Share unsatisfied late, ∝ t^(−½): √(2/π) xₛ with sinh 2γ ≈ e^2γ/2, for Gaussian inputs. */
export function lateUnsatisfied(time: number, scales: Scales): number {
  const { inputDimension, scale, margin } = scales;
  const threshold = (4 * margin * Math.sqrt(inputDimension) * exp(-2 * lateGrowth(time, scales))) / scale;
  return Math.sqrt(2 / Math.PI) * threshold;
}
