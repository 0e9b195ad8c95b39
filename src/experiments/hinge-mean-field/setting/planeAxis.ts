/** An axis of the plane of readout and projection, in which nodes move by factors. */

/** Up to a reach in both directions, on a scale that is linear near 0 and logarithmic far from it. */
export function planeAxis(label: string, reach: number) {
  const ticks = [1, 3, 10, 30, 100, 300].filter((tick) => tick < reach);
  return {
    type: "symlog" as const,
    constant: 1,
    label,
    domain: [-reach, reach],
    ticks: [...ticks.map((tick) => -tick), 0, ...ticks],
    tickFormat: "d",
  };
}
