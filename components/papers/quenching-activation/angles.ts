/** Whole degrees on a circle, each taken once. */

const ROUND = 360;

function within(angle: number): number {
  return ((Math.round(angle) % ROUND) + ROUND) % ROUND;
}

/** The direction of a place, y upwards. */
export function degreesAt(x: number, y: number): number {
  return within((180 / Math.PI) * Math.atan2(y, x));
}

/** An angle, or the next one that none of the others has. */
export function freeFrom(angle: number, others: readonly number[], step = 1): number {
  let free = within(angle);
  while (others.includes(free)) free = within(free + step);
  return free;
}

/** The middle of the largest gap between rising angles. */
export function inLargestGap(angles: readonly number[]): number {
  const gaps = angles.map((from, k) => ({
    from,
    width: (angles[k + 1] ?? (angles[0] as number) + ROUND) - from,
  }));
  const [{ from, width }] = gaps.sort((one, other) => other.width - one.width) as [(typeof gaps)[number]];
  return within(from + width / 2);
}
