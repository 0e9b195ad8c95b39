/** Numbers as parameters of an experiment, declared in a line each. */
import type { NumberParameter } from "./parameters.ts";

type Range = readonly [minimum: number, maximum: number];
type More = Omit<NumberParameter, "kind" | "label" | "minimum" | "maximum">;

/** A whole number; its slider moves by 1 unless it is told otherwise. */
export function whole(label: string, [minimum, maximum]: Range, more: Partial<More> = {}): NumberParameter {
  return { kind: "whole", label, minimum, maximum, step: 1, ...more };
}

/** A real number. */
export function real(label: string, [minimum, maximum]: Range, more: More): NumberParameter {
  return { kind: "real", label, minimum, maximum, ...more };
}
