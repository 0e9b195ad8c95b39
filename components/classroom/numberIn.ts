/** A number that a person types, with a decimal point or comma. */
import type { Asked } from "../../src/assignments/assignment.ts";

/** The number in a text, or what is wrong with it. */
export function numberIn(text: string, { label, minimum, maximum }: Asked): number | string {
  const plain = text.trim().replace("−", "-");
  const value = Number(/^[-+]?\d+,\d+(e[-+]?\d+)?$/i.test(plain) ? plain.replace(",", ".") : plain);
  if (plain === "" || !Number.isFinite(value))
    return `${label} must be a number, such as 0.5; “${text.slice(0, 30)}” is not.`;
  if (value < minimum || value > maximum) return `${label} must be from ${minimum} to ${maximum}.`;
  return value;
}
