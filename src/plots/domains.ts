/** Ends of axes: with room around what is shown, or in large steps, so that they stay while numbers change a little. */

/** Whole decades around positive numbers, and at least from `low` to `high`. */
export function decadesAround(
  values: readonly number[],
  [low, high]: readonly [number, number],
): [number, number] {
  const powers = values.filter((value) => value > 0).map((value) => Math.log10(value));
  const least = Math.min(Math.log10(low), ...powers.map(Math.floor));
  return [10 ** least, Math.max(high, ...powers.map((power) => 10 ** Math.ceil(power)))];
}

/** From a round number below all numbers and 0 to one above: multiples of 1, 2 or 5 times a power of ten. */
export function roundedAround(values: readonly number[]): [number, number] {
  const [least, greatest] = [Math.min(0, ...values), Math.max(0, ...values)];
  const eighth = (greatest - least) / 8;
  if (!(eighth > 0)) return [-1, 1];
  const step = roundedUp(eighth);
  return [Math.floor(least / step) * step, Math.ceil(greatest / step) * step];
}

/** Round numbers in a range: multiples of the least 1, 2 or 5 times a power of ten that makes them at most so many. */
export function roundIn([least, greatest]: readonly [number, number], atMost: number): number[] {
  const step = roundedUp((greatest - least) / atMost);
  const first = Math.ceil(least / step);
  const count = Math.max(0, Math.floor(greatest / step) - first + 1);
  return Array.from({ length: count }, (_, k) => Number(((first + k) * step).toPrecision(12)));
}

/** The least 1, 2 or 5 times a power of ten that is not below a positive number. */
function roundedUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5].find((multiple) => multiple * power >= value) ?? 10);
}

/** From the least to the greatest of some positive numbers, with room by a factor on both sides. */
export function logRoom(values: readonly number[], below: number, above = below): [number, number] {
  return [Math.min(...values) / below, Math.max(...values) * above];
}

/** From the least to the greatest of some numbers, out to the next multiples of a step, so that it seldom moves. */
export function stepRoom(values: readonly number[], step: number): [number, number] {
  return [Math.floor(Math.min(...values) / step) * step, Math.ceil(Math.max(...values) / step) * step];
}
