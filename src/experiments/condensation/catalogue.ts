/** Descriptions of the experiments on initial condensation and of their live figures. Cheap to import: nothing here can run. */
import type { ExperimentMeta } from "../experiment.ts";
import { meta as conservation } from "./conservation/meta.ts";
import { meta as directionField } from "./direction-field/meta.ts";
import { meta as layer } from "./layer/meta.ts";
import { meta as lineCounts } from "./line-counts/meta.ts";
import { meta as lowFrequency } from "./low-frequency/meta.ts";
import { meta as oneLine } from "./one-line/meta.ts";
import { meta as polynomial } from "./polynomial/meta.ts";
import { meta as rootCount } from "./root-count/meta.ts";
import { meta as twoLines } from "./two-lines/meta.ts";

// Each description knows the types of its own parameters; a list of them only knows that there are some.
export const EXPERIMENTS = [
  conservation,
  directionField,
  layer,
  lineCounts,
  lowFrequency,
  oneLine,
  polynomial,
  rootCount,
  twoLines,
] as unknown as readonly ExperimentMeta[];
