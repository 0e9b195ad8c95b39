/**
 * Runs Case 2 of the paper's theory: draws residuals on the inputs of Fig. 5, counts the critical lines of each
 * multiplicity by the polynomial, and compares them with a scan of F′(θ). Float64; nothing is trained.
 */
import { normal, stream, uniform } from "../../../math/random.ts";
import { criticalLines, type PlaneInputs } from "../../../theory/condensation/criticalLines.ts";
import { largestGapOf, signChangesOfSlopes } from "../../../theory/condensation/slopeScan.ts";
import type { Run } from "../../driver/course.ts";
import { iterated } from "../../driver/iterated.ts";
import type { ParametersOf } from "../../experiment.ts";
import { INTERVAL, SAMPLE_SIZE } from "../setting/oneInputParameters.ts";
import type { meta } from "./meta.ts";

/** Of all forms so far, one for each draw and multiplicity. */
interface Counts {
  readonly forms: number;
  readonly miscounted: number;
  readonly full: number;
  readonly largestGap: number;
}

export const run: Run<typeof meta> = (parameters, seed) => {
  const { draws } = parameters;
  const iteration = {
    start: { forms: 0, miscounted: 0, full: 0, largestGap: 0 },
    next: (counts: Counts, step: number) => {
      const draw = drawn(seed, step - 1);
      const told =
        parameters.polynomial === "other" ? { ...draw, residuals: drawn(seed, step).residuals } : draw;
      return withDraw(counts, draw, told, parameters);
    },
    isOver: (_: Counts, step: number) => step === draws,
    share: (_: Counts, step: number) => step / draws,
  };
  return iterated(iteration, {
    measure: ({ forms, miscounted, full, largestGap }) => ({
      quantities: { miscounted, largestGap, fullShare: full / forms },
    }),
  });
};

/** The counts with those of one more draw; the polynomial is of what it is told, which is another draw for a control. */
function withDraw(
  counts: Counts,
  { inputs, residuals }: Drawn,
  told: Drawn,
  { orders, polynomial }: ParametersOf<typeof meta>,
): Counts {
  const scanned = signChangesOfSlopes(inputs, residuals, Math.max(...orders));
  return orders.reduce(({ forms, miscounted, full, largestGap }, order) => {
    const degree = polynomial === "next" ? order + 1 : order;
    const lines = criticalLines(told.inputs, told.residuals, degree).map(({ angle }) => angle);
    const isMiscounted = lines.length > order || (order - lines.length) % 2 !== 0;
    return {
      forms: forms + 1,
      miscounted: miscounted + (isMiscounted ? 1 : 0),
      full: full + (lines.length === order ? 1 : 0),
      largestGap: Math.max(largestGap, largestGapOf(lines, scanned[order - 1] ?? [])),
    };
  }, counts);
}

interface Drawn {
  readonly inputs: PlaneInputs;
  readonly residuals: readonly number[];
}

/** The sample of a draw: inputs even in their range with a bias, standard normal residuals. */
function drawn(seed: number, draw: number): Drawn {
  const { minimum, maximum } = INTERVAL;
  const [places, errors] = [stream(seed, `inputs ${draw}`), stream(seed, `residuals ${draw}`)];
  const indices = Array.from({ length: SAMPLE_SIZE }, (_, i) => i);
  return {
    inputs: indices.map((i) => [minimum + (maximum - minimum) * uniform(places, i), 1] as const),
    residuals: indices.map((i) => normal(errors, i)),
  };
}
