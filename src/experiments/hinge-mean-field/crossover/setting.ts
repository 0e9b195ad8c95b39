/** The setting of one of the trainings: α from the half decade. */
import { power } from "../../../math/elementary.ts";
import { type Setting, SMALL } from "../setting/parameters.ts";

/** √10ⁿ. */
export function scaleAt(halfDecade: number): number {
  return power(10, halfDecade / 2);
}

export function settingAt(
  given: Pick<Setting, "width" | "samples" | "inputs" | "start" | "step">,
  halfDecade: number,
): Setting {
  const { width, samples, inputs, start, step } = given;
  return { ...SMALL, width, samples, inputs, start, step, scale: scaleAt(halfDecade) };
}
