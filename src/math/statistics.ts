/**
 * Summaries of a few numbers and straight-line fits. Ours and no package's, so that every result has the same bits on
 * every machine: packages call `Math.log` and `**`, which each engine rounds as it likes.
 */
import { exp, log } from "./elementary.ts";

/** x̄ = (1/n) Σ x. Throws on an empty list. */
export function mean(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError("The mean of no numbers is not defined.");
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample standard deviation √(Σ(x − x̄)²/(n − 1)); 0 for a single number. */
export function standardDeviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) * (value - centre), 0);
  return Math.sqrt(squares / (values.length - 1));
}

/** Standard error of the mean, s/√n; 0 for a single number, which says nothing about its spread. */
export function standardError(values: readonly number[]): number {
  return standardDeviation(values) / Math.sqrt(values.length);
}

/** Middle value; the mean of the two middle ones for an even count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

/**
 * The order statistics that are √n/2 places from the middle, on either side: between them the median of the distribution
 * lies about as surely as the mean does within its standard error, whatever the distribution is (n = 5: second smallest
 * and second largest, 62 %).
 */
export function medianRange(values: readonly number[]): [number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  const place = Math.max(0, Math.floor((sorted.length - Math.sqrt(sorted.length)) / 2));
  return [sorted[place] as number, sorted[sorted.length - 1 - place] as number];
}

/** The number below which a share of the numbers lies, 0 ≤ share ≤ 1; between two of them, in proportion. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const [lower, upper] = [sorted[below] as number, sorted[Math.ceil(place)] as number];
  return lower + (place - below) * (upper - lower);
}

/** How often each whole number comes up, from 0 on. */
export function frequencies(values: ArrayLike<number>): number[] {
  const counts: number[] = [];
  for (const value of Array.from(values)) {
    while (counts.length <= value) counts.push(0);
    counts[value] = (counts[value] as number) + 1;
  }
  return counts;
}

/** Slope and intercept of the least-squares line y ≈ intercept + slope · x. Needs two different x. */
export function fitLine(x: readonly number[], y: readonly number[]): { slope: number; intercept: number } {
  const centreX = mean(x);
  const centreY = mean(y);
  let covariance = 0;
  let variance = 0;
  for (let i = 0; i < x.length; i++) {
    covariance += ((x[i] as number) - centreX) * ((y[i] as number) - centreY);
    variance += ((x[i] as number) - centreX) * ((x[i] as number) - centreX);
  }
  if (variance === 0) throw new RangeError("A line needs at least two different abscissae.");
  const slope = covariance / variance;
  return { slope, intercept: centreY - slope * centreX };
}

/** Exponent s and factor c of the power law y ≈ c · x^s, fitted as a line in log–log coordinates (x, y > 0). */
export function fitPowerLaw(
  x: readonly number[],
  y: readonly number[],
): { exponent: number; factor: number } {
  const { slope, intercept } = fitLine(x.map(log), y.map(log));
  return { exponent: slope, factor: exp(intercept) };
}
