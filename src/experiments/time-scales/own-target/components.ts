/** The components of what the reader typed or drew. */

import type { ActivationName, Expanded } from "../../../theory/time-scales/components.ts";
import { activationCoefficients, expandedTarget, polygon } from "../../../theory/time-scales/components.ts";
import { functionFrom } from "../../../theory/time-scales/expression.ts";
import type { Components } from "../../../theory/time-scales/reducedFlow.ts";
import { pointsOf } from "../../points.ts";

/** What says a target. */
export interface Given {
  readonly given: "typed" | "drawn";
  readonly expression: string;
  readonly points: readonly number[];
}

/** φ. @throws RangeError with a sentence for a text that is not understood */
export function targetFunction({ given, expression, points }: Given): (x: number) => number {
  return given === "typed" ? functionFrom(expression) : polygon(pointsOf(points));
}

/** The last target that was looked at: a figure asks for it at every movement of any setting. */
let last: { readonly key: string; readonly found: Expanded | string } | undefined;

/** Its coefficients and E φ², or a sentence on why it has none. */
function looked(given: Given): Expanded | string {
  const key = JSON.stringify([given.given, given.given === "typed" ? given.expression : given.points]);
  if (last?.key !== key) last = { key, found: lookedAnew(given) };
  return last.found;
}

function lookedAnew(given: Given): Expanded | string {
  try {
    return expandedTarget(targetFunction(given));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return error.message;
  }
}

/** Why a target cannot be run, in a sentence or two; undefined where it can. */
export function refusedTarget(given: Given): string | undefined {
  const found = looked(given);
  return typeof found === "string" ? found : undefined;
}

/** φₖ and σₖ, and E φ². @throws RangeError where the target is refused */
export function componentsOf(
  parameters: Given & { readonly activation: ActivationName },
): Components & { readonly square: number } {
  const found = looked(parameters);
  if (typeof found === "string") throw new RangeError(found);
  return {
    target: found.coefficients,
    activation: activationCoefficients(parameters.activation),
    square: found.square,
  };
}
