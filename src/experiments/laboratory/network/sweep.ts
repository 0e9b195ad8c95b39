/** An ensemble comes apart into networks of neighbouring seeds; what is seen of it is the first, and the risks of all. */
import type { Measured, Sweep } from "../../experiment.ts";
import type { meta } from "./meta.ts";

export const sweep: Sweep<typeof meta> = {
  parts: (parameters, seed) =>
    Array.from({ length: parameters.networks }, (_, k) => ({
      parameters: { ...parameters, networks: 1 },
      seed: seed + k,
    })),
  join: ([first, ...others]) => {
    const further = others.filter((each) => each !== null);
    if (others.length === 0 || !first) return first ?? { quantities: {} };
    return {
      quantities: { ...first.quantities, ...extremesOf([first, ...further]) },
      series: {
        ...first.series,
        looks: further.map(({ series }) => series.lookTime?.length ?? 0),
        furtherTime: further.flatMap(({ series }) => Array.from(series.lookTime ?? [])),
        furtherRisk: further.flatMap(({ series }) => Array.from(series.lookRisk ?? [])),
      },
    };
  },
};

/** The least and the greatest relative risk, as far as they are known. */
function extremesOf(networks: readonly Measured[]) {
  const risks = networks.flatMap(({ quantities }) => quantities.relativeRisk ?? []);
  return risks.length > 0 ? { leastRisk: Math.min(...risks), greatestRisk: Math.max(...risks) } : {};
}
