/** Inner products, distances and directions of vectors, with + − × ÷ √ only: the same on every machine. */

/** Σⱼ uⱼ vⱼ, from the first entry to the last. */
export function dot(u: ArrayLike<number>, v: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < u.length; j++) sum += (u[j] as number) * (v[j] as number);
  return sum;
}

/** |u − v|², from the first entry to the last. */
export function squaredDistance(u: ArrayLike<number>, v: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < u.length; j++) {
    const difference = (u[j] as number) - (v[j] as number);
    sum += difference * difference;
  }
  return sum;
}

/** |u − v|/|v|: how far u is from where it began, in lengths of that. */
export function relativeChange(u: ArrayLike<number>, v: ArrayLike<number>): number {
  return Math.sqrt(squaredDistance(u, v) / dot(v, v));
}

/** v/|v|; the null vector for itself. */
export function unit(vector: ArrayLike<number>): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  return Float64Array.from(vector, (entry) => (length > 0 ? entry / length : entry));
}
