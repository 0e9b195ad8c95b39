/** A zip of files in memory, of which the same files always give the same bytes. */
import { type Zippable, zipSync } from "fflate";

/** The first day that a zip can name, on the clock of wherever it is made: zip knows no time zones. */
const NO_DAY = new Date(1980, 0, 1);

/** @param files bytes by path, with forward slashes; their order does not matter */
export function zipOf(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const inOrder = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1));
  const entries: Zippable = Object.fromEntries(inOrder);
  return zipSync(entries, { level: 9, mtime: NO_DAY });
}
