/** Measures how far input weights have moved. */
import { relativeDistance } from "../../../phase-diagram/setting/training.ts";
import type { Look } from "../../setting/lens.ts";
import type { meta } from "./meta.ts";

export const look: Look<typeof meta> = ({ start }) => {
  const distanceAt = (network: typeof start) => relativeDistance(network, start);
  return {
    take: ({ network }) => [distanceAt(network)],
    measure: ({ network }, taken) => ({
      quantities: { relativeDistance: distanceAt(network) },
      series: { distanceThen: taken.map(({ numbers }) => numbers[0] as number) },
    }),
  };
};
