/** What the laboratory comes to at a preset. Lenses are found, so that types do not know the names of what they measure. */
import type { Measurement } from "../../../src/experiments/experiment.ts";
import { run } from "../../../src/experiments/laboratory/network/run.ts";
import { presets } from "../../../src/experiments/laboratory/setting/presets.ts";
import { FIRST, type Setup } from "../../../src/experiments/laboratory/setting/setup.ts";
import { lastOf } from "../../unit/experiments/drive.ts";

export async function seen(setup: Setup, seed: number): Promise<Measurement> {
  return await lastOf(run(setup, seed));
}

/** @throws Error where no preset has this name */
export function presetOf(label: string): Setup {
  const preset = presets.find((each) => each.label === label);
  if (!preset) throw new Error(`No preset is called “${label}”.`);
  return { ...FIRST, ...preset.parameters };
}
