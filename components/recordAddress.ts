/**
 * Where a page loads a reference record from: a file with a hash in its name, so that an open page never meets the record of
 * another version of the site. The address for readers is `records/<name>.json`. For the bundler only.
 */
const ADDRESSES = import.meta.glob<string>("../content/records/{claims,figures,starts}/**/*.json", {
  query: "?url",
  import: "default",
  eager: true,
});

/** @param name "figures/phase-diagram/map" @throws Error if there is no such record */
export function recordAddress(name: string): string {
  const found = ADDRESSES[`../content/records/${name}.json`];
  if (!found) throw new Error(`There is no record ${name}.`);
  return found;
}
