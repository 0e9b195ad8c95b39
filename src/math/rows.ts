/** Sums over the rows of a matrix, eight rows at a time so that sums are read and written less often. */

const AT_ONCE = 8;

/** sum += Σᵢ weights[from + i] rowᵢ, from the first row to the last. */
export function addRows(sum: Float64Array, weights: Float64Array, from: number, rows: Float64Array): void {
  const d = sum.length;
  const count = rows.length / d;
  const w = (i: number) => weights[from + i] as number;
  let i = 0;
  for (; i + AT_ONCE <= count; i += AT_ONCE) {
    const [w0, w1, w2, w3] = [w(i), w(i + 1), w(i + 2), w(i + 3)];
    const [w4, w5, w6, w7] = [w(i + 4), w(i + 5), w(i + 6), w(i + 7)];
    for (let k = 0, at = i * d; k < d; k++, at++)
      sum[k] =
        (sum[k] as number) +
        w0 * (rows[at] as number) +
        w1 * (rows[at + d] as number) +
        w2 * (rows[at + 2 * d] as number) +
        w3 * (rows[at + 3 * d] as number) +
        w4 * (rows[at + 4 * d] as number) +
        w5 * (rows[at + 5 * d] as number) +
        w6 * (rows[at + 6 * d] as number) +
        w7 * (rows[at + 7 * d] as number);
  }
  for (; i < count; i++)
    for (let k = 0; k < d; k++) sum[k] = (sum[k] as number) + w(i) * (rows[i * d + k] as number);
}

/** rowᵢ·vector for as many rows as `products` has room for. */
export function productsWithRows(products: Float64Array, vector: Float64Array, rows: Float64Array): void {
  const d = vector.length;
  const count = products.length;
  let i = 0;
  for (; i + AT_ONCE <= count; i += AT_ONCE) {
    let [p0, p1, p2, p3, p4, p5, p6, p7] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let k = 0, at = i * d; k < d; k++, at++) {
      const entry = vector[k] as number;
      p0 += entry * (rows[at] as number);
      p1 += entry * (rows[at + d] as number);
      p2 += entry * (rows[at + 2 * d] as number);
      p3 += entry * (rows[at + 3 * d] as number);
      p4 += entry * (rows[at + 4 * d] as number);
      p5 += entry * (rows[at + 5 * d] as number);
      p6 += entry * (rows[at + 6 * d] as number);
      p7 += entry * (rows[at + 7 * d] as number);
    }
    products.set([p0, p1, p2, p3, p4, p5, p6, p7], i);
  }
  for (; i < count; i++) {
    let product = 0;
    for (let k = 0; k < d; k++) product += (vector[k] as number) * (rows[i * d + k] as number);
    products[i] = product;
  }
}

/** The columns of a matrix of so many rows as rows, shape [columns, rows]. */
export function transposed(matrix: Float64Array, rows: number): Float64Array {
  const columns = matrix.length / rows;
  return matrix.map((_, k) => matrix[(k % rows) * columns + Math.floor(k / rows)] as number);
}
