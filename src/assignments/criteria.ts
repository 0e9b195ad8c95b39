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

/** "Lines: at least 1 and at most 3", for which case where there are several. @param cases labels of the figure's cases */
export function wantedInWords(
  { minimum, maximum, ...of }: Wanted,
  experiment: Pick<Experiment, "quantities">,
  cases: readonly string[],
): string {
  const bounds = [
    ...(minimum === undefined ? [] : [`at least ${plain(minimum)}`]),
    ...(maximum === undefined ? [] : [`at most ${plain(maximum)}`]),
  ];
  const isOne = minimum !== undefined && minimum === maximum;
  return `${whatOf(of, experiment, cases)}: ${isOne ? `exactly ${plain(minimum)}` : bounds.join(" and ")}`;
}

/** The opposite, of what is to hold no longer: "Lines: above 3". */
export function brokenInWords(
  { minimum, maximum, ...of }: Wanted,
  experiment: Pick<Experiment, "quantities">,
  cases: readonly string[],
): string {
  const bounds = [
    ...(minimum === undefined ? [] : [`below ${plain(minimum)}`]),
    ...(maximum === undefined ? [] : [`above ${plain(maximum)}`]),
  ];
  return `${whatOf(of, experiment, cases)}: ${bounds.join(" or ")}`;
}

function whatOf(
  { quantity, case: place = 0 }: Pick<Wanted, "quantity" | "case">,
  { quantities }: Pick<Experiment, "quantities">,
  cases: readonly string[],
): string {
  const label = quantities[quantity]?.label ?? quantity;
  return cases.length > 1 ? `${label}, for “${cases[place]}”` : label;
}

/** A bound as it is written, with the sign of a number. */
function plain(value: number): string {
  return String(value).replace("-", "−");
}
