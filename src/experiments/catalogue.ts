/** Descriptions of all experiments and of their live figures. Cheap to import: nothing here can run. */
import { meta as conservation } from "./condensation/conservation/meta.ts";
import { meta as directionField } from "./condensation/direction-field/meta.ts";
import { meta as layer } from "./condensation/layer/meta.ts";
import { meta as lineCounts } from "./condensation/line-counts/meta.ts";
import { meta as lowFrequency } from "./condensation/low-frequency/meta.ts";
import { meta as oneLine } from "./condensation/one-line/meta.ts";
import { meta as polynomial } from "./condensation/polynomial/meta.ts";
import { meta as rootCount } from "./condensation/root-count/meta.ts";
import { meta as twoLines } from "./condensation/two-lines/meta.ts";
import type { ExperimentMeta, FigureMeta } from "./experiment.ts";
import { meta as decay } from "./phase-diagram/decay/meta.ts";
import { meta as digitNeurons } from "./phase-diagram/digit-neurons/meta.ts";
import { meta as digits } from "./phase-diagram/digits/meta.ts";
import { meta as map } from "./phase-diagram/map/meta.ts";
import { meta as neuronIdentity } from "./phase-diagram/neuron-identity/meta.ts";
import { meta as orientations } from "./phase-diagram/orientations/meta.ts";
import { meta as ownData } from "./phase-diagram/own-data/meta.ts";
import { meta as regimes } from "./phase-diagram/regimes/meta.ts";
import { meta as relativeDistance } from "./phase-diagram/relative-distance/meta.ts";
import { meta as rescaling } from "./phase-diagram/rescaling/meta.ts";
import { meta as sharpening } from "./phase-diagram/sharpening/meta.ts";

// Each description knows the types of its own parameters; a list of them only knows that there are some.
export const EXPERIMENTS = [
  conservation,
  layer,
  lineCounts,
  lowFrequency,
  decay,
  digitNeurons,
  digits,
  directionField,
  map,
  neuronIdentity,
  oneLine,
  orientations,
  ownData,
  polynomial,
  regimes,
  relativeDistance,
  rescaling,
  rootCount,
  sharpening,
  twoLines,
] as unknown as readonly ExperimentMeta[];

/** The description of an experiment. @throws RangeError for an unknown name. */
export function experimentNamed(id: string): ExperimentMeta {
  const meta = EXPERIMENTS.find((each) => each.id === id);
  if (!meta)
    throw new RangeError(
      `There is no experiment “${id}”; there are ${EXPERIMENTS.map((each) => each.id).join(", ")}.`,
    );
  return meta;
}

/** Address of a figure: "<paper>/<figure>". */
export function figureName(meta: Pick<ExperimentMeta, "id">, figure: Pick<FigureMeta, "id">): string {
  return `${meta.id.slice(0, meta.id.indexOf("/"))}/${figure.id}`;
}

/** The figure with this address, and its experiment. @throws RangeError for an unknown one. */
export function figureNamed(name: string): { meta: ExperimentMeta; figure: FigureMeta } {
  for (const meta of EXPERIMENTS) {
    const figure = meta.figures.find((each) => figureName(meta, each) === name);
    if (figure) return { meta, figure };
  }
  throw new RangeError(`There is no figure “${name}”.`);
}
