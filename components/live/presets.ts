/** What the settings of a figure that have a name come to, and which of them is set. Draws nothing. */
import type { Experiment, FigureMeta } from "../../src/experiments/experiment.ts";
import type { Values } from "../../src/experiments/parameters.ts";
import { isSame } from "../../src/experiments/request.ts";

/**
 * The values that each preset of a figure sets. All set the same parameters: what one of them leaves out is as it was first,
 * so that none of them is set in part.
 */
export function presetValues({
  meta,
  figure,
}: {
  readonly meta: Pick<Experiment, "defaults">;
  readonly figure: Pick<FigureMeta, "cases" | "presets">;
}): readonly Values[] {
  const { presets = [], cases } = figure;
  const first = { ...meta.defaults, ...cases[0]?.parameters } as Values;
  const names = [...new Set(presets.flatMap(({ parameters }) => Object.keys(parameters)))];
  return presets.map(({ parameters }) => valuesOf(names, { ...first, ...parameters } as Values));
}

/** Whether a preset is set, with all that it says. */
export function isPresetSet(values: Values, controlValue: (name: string) => Values[string]): boolean {
  const now = Object.fromEntries(Object.keys(values).map((name) => [name, controlValue(name)]));
  return isSame(values, now);
}

function valuesOf(names: readonly string[], all: Values): Values {
  return Object.fromEntries(names.map((name) => [name, all[name] as Values[string]]));
}
