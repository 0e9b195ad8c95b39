/** How long a network and its flow take. */

/** Nanoseconds per weight of a step on an example, per normal number drawn, and per product of the flow's right side. */
const [PER_WEIGHT, PER_INPUT, PER_PRODUCT] = [0.9, 120, 0.9];

/** Looks at both, about. */
export const LOOKS = 64;

interface Setting {
  readonly inputs: number;
  readonly width: number;
  readonly epsilon: number;
  readonly rate: number;
  readonly duration: number;
}

/** Steps of gradient descent: examples that are seen. */
export function examplesOf({ rate, duration }: Pick<Setting, "rate" | "duration">): number {
  return Math.max(1, Math.round(duration / rate));
}

/** Seconds of a run on one core of a middling machine. */
export function secondsOf(setting: Setting): number {
  const { inputs, width, epsilon, duration } = setting;
  const descent = examplesOf(setting) * (PER_WEIGHT * inputs * (width + 8) + PER_INPUT * inputs);
  // Two stages a step at least, and more the stiffer it is; readouts relax at a few times 1/ε.
  const stages = Math.max(2, Math.sqrt((4 * duration) / (LOOKS * epsilon)));
  const products = width * width * (1.5 * Math.min(inputs, width + 1) + 20);
  return 0.05 + 1e-9 * (descent + (LOOKS + 40) * (stages + 0.5) * PER_PRODUCT * products);
}
