/** What is measured of the network of the laboratory whatever it is looked at with. Describes; measures nothing. */
import type { Quantity, SeriesMeta } from "../../experiment.ts";

export const ALWAYS = {
  quantities: {
    time: { label: "Time", symbol: "t" },
    risk: { label: "Risk on the sample", symbol: "R" },
    relativeRisk: { label: "Risk, over that of f = 0" },
    testRisk: { label: "Risk on examples that are not seen" },
    leastRisk: { label: "Least relative risk of all networks" },
    greatestRisk: { label: "Greatest relative risk of all networks" },
  },
  series: {
    at: { label: "Inputs that are drawn", symbol: "x", shape: ["inputs"] },
    learned: { label: "What is learned there", symbol: "f(x)", shape: ["inputs"] },
    target: { label: "Targets of examples", symbol: "y", shape: ["examples"] },
    output: { label: "What is learned of them", shape: ["examples"] },
    side: { label: "f on 48 × 48 squares around the points", shape: ["rows", "columns"] },
    lookStep: { label: "Steps of the looks", shape: ["looks"] },
    lookTime: { label: "Times of the looks", symbol: "t", shape: ["looks"] },
    lookRisk: { label: "Risk on the sample then", shape: ["looks"] },
    lookTestRisk: { label: "Risk on examples that are not seen then", shape: ["looks"] },
    looks: { label: "Looks at each further network", shape: ["networks"] },
    furtherTime: { label: "Times of those, one network after another", shape: ["looks"] },
    furtherRisk: { label: "Risk on their samples then", shape: ["looks"] },
  },
} as const satisfies {
  readonly quantities: Readonly<Record<string, Quantity>>;
  readonly series: Readonly<Record<string, SeriesMeta>>;
};
