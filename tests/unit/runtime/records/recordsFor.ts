// What the tests of records share: the reference records as texts, and a way to change one and seal it anew.
import { readFileSync } from "node:fs";
import { sealed } from "../../../../src/runtime/records/digest.ts";

/** The text of a reference record: "claims/phase-diagram/A2". */
export function referenceText(name: string): string {
  return readFileSync(new URL(`../../../../content/records/${name}.json`, import.meta.url), "utf8");
}

// biome-ignore lint/suspicious/noExplicitAny: tests change records in ways that their type forbids.
type Loose = any;

/** A reference record, changed; its digest is the old one. */
export function changed(name: string, change: (record: Loose) => void): Loose {
  const record = JSON.parse(referenceText(name));
  change(record);
  return record;
}

/** A reference record, changed by someone who also computed its digests anew. */
export function forged(name: string, change: (record: Loose) => void): Loose {
  return resealed(changed(name, change));
}

/** A record with the digests of what it says. */
export function resealed({
  origin,
  seconds,
  mishaps,
  took,
  digest: _,
  wholeDigest: __,
  ...content
}: Loose): Loose {
  const how = { origin, seconds, mishaps, took };
  const given = Object.entries(how).filter(([, value]) => value !== undefined);
  return sealed(content, Object.fromEntries(given));
}
