/** The critical lines of a few points, for runs and drawings alike: which order counts, and none where all is level. */
import {
  type CriticalLine,
  criticalLines,
  type PlaneInputs,
} from "../../../theory/condensation/criticalLines.ts";
import { multiplicityOf } from "../../../theory/condensation/multiplicity.ts";

/** The order p that a network is compared with: the one asked for, or else its activation's, or else 1. */
export function orderOf({ activation, compared }: { activation: string; compared: number }): number {
  return compared || (multiplicityOf(activation)?.order ?? 1);
}

/** x → (x, 1). */
export function planeInputs(abscissae: ArrayLike<number>): PlaneInputs {
  return Array.from(abscissae, (x) => [x, 1] as const);
}

/** The critical lines; none if no direction is better than another, since the moments of the residuals vanish. */
export function linesWhereAny(
  inputs: PlaneInputs,
  residuals: readonly number[],
  order: number,
): readonly CriticalLine[] {
  try {
    return criticalLines(inputs, residuals, order);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}
