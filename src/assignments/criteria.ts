/** Whether a run comes to what is wanted of it, and in words what is. */
import type { Experiment } from "../experiments/experiment.ts";
import type { Outcome, Wanted } from "./assignment.ts";

/** Those of what is wanted that a run does not come to; what was not measured counts as missed. */
export function missedOf(wanted: readonly Wanted[], outcome: Outcome): Wanted[] {
  return wanted.filter(({ minimum = -Infinity, maximum = Infinity, ...each }) => {
    const value = numberOf(each, outcome);
    return value === undefined || Number.isNaN(value) || value < minimum || value > maximum;
  });
}

/** The number that something is wanted of. */
export function numberOf(
  { quantity, case: place = 0 }: Pick<Wanted, "quantity" | "case">,
  outcome: Outcome,
): number | undefined {
  return outcome[place]?.quantities[quantity];
}

/** "Lines at least 1 and at most 1". @param cases labels of the figure's cases */
export function wantedInWords(
  { quantity, case: place = 0, minimum, maximum }: Wanted,
  { quantities }: Pick<Experiment, "quantities">,
  cases: readonly string[],
): string {
  const label = quantities[quantity]?.label ?? quantity;
  const of = cases.length > 1 ? ` of “${cases[place]}”` : "";
  const bounds = [
    ...(minimum === undefined ? [] : [`at least ${minimum}`]),
    ...(maximum === undefined ? [] : [`at most ${maximum}`]),
  ];
  return minimum !== undefined && minimum === maximum
    ? `${label}${of}: exactly ${minimum}`
    : `${label}${of}: ${bounds.join(" and ")}`;
}
