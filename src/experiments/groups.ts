/** How the settings of a figure stand under headings. Plain names; what a setting is, and how it looks, is not known here. */
import type { FigureMeta, Group } from "./experiment.ts";

/** These settings as the groups of a figure have them, without those that have none; without a heading, where a figure has no groups. */
export function grouped({ groups }: FigureMeta, names: readonly string[]): readonly Group[] {
  if (!groups) return [{ label: "", controls: names }];
  return groups
    .map(({ label, controls }) => ({ label, controls: controls.filter((name) => names.includes(name)) }))
    .filter(({ controls }) => controls.length > 0);
}

/** Of these settings those that may be in sight at once, in their order. */
export function foremost({ groups }: FigureMeta, names: readonly string[]): readonly string[] {
  const [first] = groups ?? [];
  return first ? names.filter((name) => first.controls.includes(name)) : names;
}

/**
 * Those of the settings in sight that come first, where `free` are all that can be set: where these are few, they come before
 * what is locked, whatever their headings.
 * @param room how many are in sight, on a wide screen
 */
export function firstInSight(
  figure: FigureMeta,
  names: readonly string[],
  free: readonly string[],
  room: number,
): readonly string[] {
  if (free.length > room) return foremost(figure, names);
  return [...free, ...names.filter((name) => !free.includes(name))];
}
