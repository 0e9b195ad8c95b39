/** Describes the lens of the phase diagram: where a network's scales put it, and how far its input weights move. */
import { lens } from "../../setting/lens.ts";
import { placeOf } from "../../setting/scaling.ts";

export const meta = lens({
  place: 1,
  label: "The map",
  source: { paper: "luo2021", where: "Figs 1 to 3" },
  sees: "Where the scales of the network put it on the phase diagram, and how far its input weights have moved from where they began.",
  quantities: {
    relativeDistance: { label: "Relative distance of input weights", symbol: "RD", floor: 1e-6 },
  },
  series: {
    distanceThen: { label: "Relative distance at the looks", shape: ["looks"] },
  },
  assumes: (setup) => [
    ...(placeOf(setup)
      ? []
      : ["This scaling has no place in the diagram, whose coordinates are γ and γ′ at a start of size 1."]),
    ...(setup.activation === "relu" && setup.rule !== "onePass"
      ? []
      : ["The diagram is about ReLU networks."]),
    ...(setup.loss === "squared" ? [] : ["The diagram is about the squared loss."]),
    ...(setup.rule === "adam" ? ["Adam moves weights by steps of one size, whatever their scale."] : []),
    ...(setup.layers === "both" ? [] : ["With input weights frozen, nothing can move."]),
    ...(setup.start === "antisymmetric"
      ? []
      : ["The diagram is drawn from networks with f = 0 at the start."]),
  ],
});
