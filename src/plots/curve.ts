/** Two series as the points of a line, as many as both have; none where one is missing. */
export function curve(x: ArrayLike<number> = [], y: ArrayLike<number> = []): { x: number; y: number }[] {
  const length = Math.min(x.length, y.length);
  return Array.from({ length }, (_, i) => ({ x: x[i] as number, y: y[i] as number }));
}
