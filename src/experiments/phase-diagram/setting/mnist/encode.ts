/** How images are written down: their bytes in base64, a run of zeros, which is most of a digit, as two bytes. */

/** Images of bytes, one after the other, and what each of them shows. */
export interface Digits {
  readonly pixels: Uint8Array;
  readonly labels: Uint8Array;
}

export interface EncodedDigits {
  /** One digit per image. */
  readonly labels: string;
  /** Base64 of the bytes, in which each run of up to 255 zeros is a zero and its length. */
  readonly pixels: string;
}

export function encodeDigits({ pixels, labels }: Digits): EncodedDigits {
  const bytes: number[] = [];
  for (let k = 0; k < pixels.length; ) {
    if (pixels[k] !== 0) {
      bytes.push(pixels[k++] as number);
      continue;
    }
    let length = 1;
    while (length < 255 && pixels[k + length] === 0) length++;
    bytes.push(0, length);
    k += length;
  }
  return { labels: labels.join(""), pixels: btoa(String.fromCharCode(...bytes)) };
}

/** The inverse of {@link encodeDigits}. */
export function decodeDigits({ labels, pixels }: EncodedDigits): Digits {
  const bytes = Uint8Array.from(atob(pixels), (character) => character.charCodeAt(0));
  const decoded: number[] = [];
  for (let k = 0; k < bytes.length; k++) {
    const byte = bytes[k] as number;
    if (byte !== 0) decoded.push(byte);
    else for (let zeros = bytes[++k] as number; zeros > 0; zeros--) decoded.push(0);
  }
  return { pixels: Uint8Array.from(decoded), labels: Uint8Array.from(labels, Number) };
}
