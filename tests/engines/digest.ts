// SHA-256 over the numbers of a result, and nothing else: the same digest for the same bits, in any engine.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";

/** A float32 array is digested as float32; anything else that is a number, as float64. */
export type Part = Float32Array | Float64Array | readonly number[] | string;

/** The digest of the parts in their order. Where one part ends is part of what is digested. */
export function digestOf(parts: readonly Part[]): string {
  return bytesToHex(sha256(concatBytes(...parts.flatMap((part) => [lengthOf(part), bytesOf(part)]))));
}

function lengthOf(part: Part): Uint8Array {
  return bytesOf([part.length]);
}

/**
 * Little-endian bytes. Every NaN is written as the same one: WebAssembly and ECMAScript both leave the sign and the
 * payload of a NaN to the machine, and a NaN says no more than that there is no number.
 */
function bytesOf(part: Part): Uint8Array {
  if (typeof part === "string") return utf8ToBytes(part);
  const single = part instanceof Float32Array;
  const size = single ? 4 : 8;
  const view = new DataView(new ArrayBuffer(part.length * size));
  part.forEach((value: number, k: number) => {
    const written = Number.isNaN(value) ? Number.NaN : value;
    if (single) view.setFloat32(k * size, written, true);
    else view.setFloat64(k * size, written, true);
    // Which NaN a DataView writes is open, too.
    if (Number.isNaN(value)) {
      view.setUint32(k * size, single ? 0x7fc00000 : 0, true);
      if (!single) view.setUint32(k * size + 4, 0x7ff80000, true);
    }
  });
  return new Uint8Array(view.buffer);
}
