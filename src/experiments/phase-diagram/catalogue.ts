/** Descriptions of the experiments on the phase diagram and of their live figures. Cheap to import: nothing here can run. */
import type { ExperimentMeta } from "../experiment.ts";
import { meta as decay } from "./decay/meta.ts";
import { meta as digitNeurons } from "./digit-neurons/meta.ts";
import { meta as digits } from "./digits/meta.ts";
import { meta as map } from "./map/meta.ts";
import { meta as neuronIdentity } from "./neuron-identity/meta.ts";
import { meta as orientations } from "./orientations/meta.ts";
import { meta as ownData } from "./own-data/meta.ts";
import { meta as regimes } from "./regimes/meta.ts";
import { meta as relativeDistance } from "./relative-distance/meta.ts";
import { meta as rescaling } from "./rescaling/meta.ts";
import { meta as sharpening } from "./sharpening/meta.ts";

// Each description knows the types of its own parameters; a list of them only knows that there are some.
export const EXPERIMENTS = [
  decay,
  digitNeurons,
  digits,
  map,
  neuronIdentity,
  orientations,
  ownData,
  regimes,
  relativeDistance,
  rescaling,
  sharpening,
] as unknown as readonly ExperimentMeta[];
