/**
 * A record as a link: the whole of it is in the part of the address after #, which browsers send nowhere. Reads nothing
 * that readRecord.ts would not.
 */

import { parseRecord, RecordError, textOf } from "./readRecord.ts";
import type { ClaimRecord, FigureRecord } from "./record.ts";

const NAME = "record=";

/** The address of the page that checks records, with a record in it. */
export function linkTo(record: ClaimRecord, page: string): string {
  const url = new URL(page);
  const bytes = new TextEncoder().encode(JSON.stringify(record));
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  url.hash = NAME + btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  return url.href;
}

/** The record in an address's hash; null where none is meant. @throws RecordError */
export function recordInHash(hash: string): ClaimRecord | FigureRecord | null {
  const encoded = hash.replace(/^#/, "");
  if (!encoded.startsWith(NAME)) return null;
  return parseRecord(textIn(encoded.slice(NAME.length)));
}

function textIn(encoded: string): string {
  try {
    const letters = atob(encoded.replaceAll("-", "+").replaceAll("_", "/"));
    return textOf(Uint8Array.from(letters, (letter) => letter.charCodeAt(0)));
  } catch {
    throw new RecordError(
      "The link to this record is damaged. Copy all of it, or ask for the record as a file.",
    );
  }
}
