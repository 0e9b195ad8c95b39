/** Digests over plain data, whatever it is of. They are no signatures: whoever changes it can compute them anew. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";

/** SHA-256 over the canonical JSON (RFC 8785) of plain data. @throws RangeError where JSON cannot hold it (NaN, ∞). */
export function digestOf(content: unknown): string {
  const canonical = canonicalize(content);
  if (canonical === undefined) throw new RangeError("There is nothing to digest.");
  return bytesToHex(sha256(utf8ToBytes(canonical)));
}

/** A record of what was measured, and of how: with the digest of the one, and that of both. */
export function sealed<Content extends object, How extends object>(content: Content, how: How) {
  const said = { ...content, ...how, digest: digestOf(content) };
  return { ...said, wholeDigest: digestOf(said) };
}
