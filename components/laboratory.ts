/** Addresses of the laboratory with settings, for links of the built pages. What it would refuse fails the build. */
import { figureNamed } from "../src/catalogue/experiments.ts";
import { presets } from "../src/experiments/laboratory/setting/presets.ts";
import type { Setup } from "../src/experiments/laboratory/setting/setup.ts";
import { DEFAULT_STATE, type FigureState } from "../src/runtime/figureState.ts";
import { addressWith, readState } from "../src/runtime/permalink.ts";
import { address } from "./address.ts";

const { meta, figure } = figureNamed("laboratory/network");

/** The address at which the laboratory has these settings. @throws Error with what is refused */
export function laboratoryWith(parameters: Partial<Setup>, more: Partial<FigureState> = {}): string {
  const state = { ...DEFAULT_STATE, parameters, ...more };
  const { search } = new URL(addressWith("https://site.invalid/", figure, state));
  const { refused } = readState(search, meta, figure);
  if (refused.length > 0) throw new Error(`The laboratory refuses what a link sets: ${refused.join(" ")}`);
  return `${address("lab/")}${search}#figure-${figure.id}`;
}

/** What is set by a name. @throws Error where there is no such name */
export function presetNamed(name: string): Partial<Setup> {
  const preset = presets.find(({ label }) => label === name);
  if (preset) return preset.parameters;
  const names = presets.map(({ label }) => label).join(", ");
  throw new Error(`The laboratory has no settings called “${name}”, only ${names}.`);
}
