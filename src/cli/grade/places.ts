/** What folders, archives and files on the disk have in them to be graded. Follows no link out of a folder. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { type Found, isOfTheSystem } from "../../assignments/grading/submissions.ts";

/** All files, by the names that a report shows, in order. */
export function filesIn(places: readonly string[]): Found[] {
  return places.flatMap((place) => {
    if (!statSync(place).isDirectory()) return [foundAt(place, place)];
    const entries = readdirSync(place, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !isOfTheSystem(file))
      .sort()
      .map((file) => foundAt(file, relative(place, file)));
  });
}

function foundAt(file: string, name: string): Found {
  return {
    name,
    size: statSync(file).size,
    arrayBuffer: async () => new Uint8Array(readFileSync(file)).buffer,
  };
}
