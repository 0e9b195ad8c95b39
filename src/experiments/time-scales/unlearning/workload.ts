/** How large the samples of a sweep over widths are, and how long it takes. */

interface Setting {
  readonly inputs: number;
  readonly examplesPerWeight: number;
  readonly duration: number;
}

/** n = α m d. */
export function sampleSizeOf({ inputs, examplesPerWeight }: Setting, width: number): number {
  return Math.max(1, Math.round(examplesPerWeight * width * inputs));
}

/** Nanoseconds per product of the right side. */
const PER_PRODUCT = 1.1;

/** Seconds of the run of one width on one core of a middling machine. */
export function secondsOf(setting: Setting, width: number): number {
  const products = 2 * sampleSizeOf(setting, width) * width * (setting.inputs + 8);
  // A stabilised method: its evaluations grow like the root of the time.
  const evaluations = 150 + 30 * Math.sqrt(setting.duration * width);
  return 0.02 + 1e-9 * PER_PRODUCT * products * evaluations;
}
