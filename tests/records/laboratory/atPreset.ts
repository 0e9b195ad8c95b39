/** The last report of the laboratory's network at one of its presets, from the very code of the page. */
import { begin } from "../../../src/experiments/driver/course.ts";
import type { Measurement } from "../../../src/experiments/experiment.ts";
import { meta } from "../../../src/experiments/laboratory/network/meta.ts";
import { run } from "../../../src/experiments/laboratory/network/run.ts";
import { presets } from "../../../src/experiments/laboratory/setting/presets.ts";
import type { Setup } from "../../../src/experiments/laboratory/setting/setup.ts";
import { parseValues } from "../../../src/experiments/parameters.ts";
import { lastOf } from "../../unit/experiments/drive.ts";

/** @throws RangeError for a preset that there is not; what the run throws */
export async function atPreset(label: string, seed: number): Promise<Measurement> {
  const last = (await reportsAtPreset(label, seed)).at(-1);
  if (!last?.finished) throw new Error(`The preset “${label}” did not end.`);
  return last;
}

/** The settings of a preset. @throws RangeError where there is none of this name */
export function presetOf(label: string): Setup {
  const preset = presets.find((each) => each.label === label);
  if (!preset) throw new RangeError(`The laboratory has no preset “${label}”.`);
  return parseValues(meta.parameters, meta.defaults, preset.parameters);
}

/** The last report at any setting. Lenses are found, so that types do not know the names of what they measure. */
export async function seen(setup: Setup, seed: number): Promise<Measurement> {
  return await lastOf(run(setup, seed));
}

/** All reports; `isWanted` says through which lenses those before the last are looked at. */
export async function reportsAtPreset(
  label: string,
  seed: number,
  isWanted: (lens: string) => boolean = () => true,
): Promise<Measurement[]> {
  const parameters = presetOf(label);
  const { signal } = new AbortController();
  const course = await begin(run as Parameters<typeof begin>[0], { parameters, seed }, signal);
  const reports: Measurement[] = [];
  const stride = meta.frameStride(parameters) * 20;
  for await (const report of course.drive({ stride, signal, isWanted })) reports.push(report);
  return reports;
}
