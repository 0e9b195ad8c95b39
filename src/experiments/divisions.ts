/** How each experiment that is several runs comes apart; what is not here is one run. For what moves runs about. */
import { division as lineCounts } from "./condensation/line-counts/division.ts";
import { division as lowFrequency } from "./condensation/low-frequency/division.ts";
import type { Division } from "./experiment.ts";
import { division as digits } from "./phase-diagram/digits/division.ts";
import { division as map } from "./phase-diagram/map/division.ts";
import { division as neuronIdentity } from "./phase-diagram/neuron-identity/division.ts";
import { division as orientations } from "./phase-diagram/orientations/division.ts";
import { division as relativeDistance } from "./phase-diagram/relative-distance/division.ts";
import { division as sharpening } from "./phase-diagram/sharpening/division.ts";

// Each division takes the values of its own parameters; here they are only known as some values, checked at the edge.
const DIVISIONS: Readonly<Record<string, unknown>> = {
  "condensation/line-counts": lineCounts,
  "condensation/low-frequency": lowFrequency,
  "phase-diagram/digits": digits,
  "phase-diagram/map": map,
  "phase-diagram/neuron-identity": neuronIdentity,
  "phase-diagram/orientations": orientations,
  "phase-diagram/relative-distance": relativeDistance,
  "phase-diagram/sharpening": sharpening,
};

/** How an experiment comes apart; undefined if it does not. */
export function divisionOf(experiment: string): Division | undefined {
  return Object.hasOwn(DIVISIONS, experiment) ? (DIVISIONS[experiment] as Division) : undefined;
}
