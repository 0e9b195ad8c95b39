/** Inner products and directions of vectors, with + − × ÷ √ only: the same on every machine. */

/** Σⱼ uⱼ vⱼ, from the first entry to the last. */
export function dot(u: ArrayLike<number>, v: ArrayLike<number>): number {
  let sum = 0;
  for (let j = 0; j < u.length; j++) sum += (u[j] as number) * (v[j] as number);
  return sum;
}

/** v/|v|; the null vector for itself. */
export function unit(vector: ArrayLike<number>): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  return Float64Array.from(vector, (entry) => (length > 0 ? entry / length : entry));
}
