/** Two series as the points of a line, as long as the shorter one; empty if one is missing. */
export function curve(x: ArrayLike<number> = [], y: ArrayLike<number> = []): { x: number; y: number }[] {
  const length = Math.min(x.length, y.length);
  return Array.from({ length }, (_, i) => ({ x: x[i] as number, y: y[i] as number }));
}
