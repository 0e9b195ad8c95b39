/**
 * How long the steps of gradient descent may be, by the theory. Two things limit Δt: γ must grow by little in a step, since
 * Euler's rule multiplies a + w∥ by 1 + Δγ where the flow does by e^Δγ; and a tilt of the boundary must die out without
 * overshooting. The tilt v⊥ of the linear classifier f = v·x moves by v̇⊥ = β/4d (1 + cosh 2γ) ⟨u y x⊥⟩, and examples that it
 * brings below the threshold pull it back: ⟨u y x⊥⟩ = −2p(xₛ) v⊥/v∥, with p the density of x∥. With the mean of 2p below the
 * threshold in its place, which is no less, the tilt dies out at the rate
 *
 *     ρ = αβ/4hd (1 + cosh 2γ) P(|x∥| < xₛ)  →  β/√(2πd) late, for Gaussian inputs.
 *
 * Euler's rule overshoots from ρ Δt = 1 on, and is unstable from 2 on.
 */
import { cosh } from "../../math/hyperbolic.ts";
import { type Growing, growthRate, thresholdAt } from "./growth.ts";

/** ρ. */
export function restoringRate(growth: number, growing: Growing): number {
  const { rate, scale, margin, inputDimension, projection } = growing;
  const mass = projection.massWithin(thresholdAt(growth, growing));
  return ((scale * rate) / (4 * margin * inputDimension)) * (1 + cosh(2 * growth)) * mass;
}

/** The largest share of a tilt that a step takes away, ρ Δt. */
const TILT_PER_STEP = 0.5;

/** Time steps until a time, in none of which γ grows by more than `most`. */
export function timeStepsUntil(duration: number, growing: Growing, most: number): number[] {
  const timeSteps: number[] = [];
  let growth = 0;
  for (let time = 0; time < duration; ) {
    const rate = growthRate(growth, growing);
    const longest = Math.min(most / rate, TILT_PER_STEP / restoringRate(growth, growing));
    const rest = duration - time;
    const isLast = longest >= rest;
    const timeStep = isLast ? rest : longest;
    timeSteps.push(timeStep);
    // By the middle of the step, which is more than exact enough to say how long the next may be.
    growth += timeStep * growthRate(growth + (timeStep * rate) / 2, growing);
    time = isLast ? duration : time + timeStep;
  }
  return timeSteps;
}
