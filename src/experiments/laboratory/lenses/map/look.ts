/** Measures how far input weights have moved. */
import { relativeDistance } from "../../../phase-diagram/setting/training.ts";
import type { Look } from "../../setting/lens.ts";
import { takenAt } from "../../setting/takenAt.ts";
import type { meta } from "./meta.ts";

export const look: Look<typeof meta> = ({ start }) => {
  const distanceAt = (network: typeof start) => relativeDistance(network, start);
  return {
    take: ({ network }) => [distanceAt(network)],
    measure: (moment, taken) => {
      const [relativeDistance = distanceAt(moment.network)] = takenAt(moment, taken) ?? [];
      return {
        quantities: { relativeDistance },
        series: { distanceThen: taken.map(({ numbers }) => numbers[0] as number) },
      };
    },
  };
};
