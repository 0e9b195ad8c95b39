/**
 * The 45 digits as a sample: pixels with a 1 appended, targets 0 to 9; and the same sample in coordinates of its span, in
 * which networks are trained. See public/mnist/README.md for what of it is known of the paper's sample.
 */

import digits from "../../../../../public/mnist/digits.json" with { type: "json" };
import type { Sample } from "../../../../engine/network.ts";
import { orthonormalBasis } from "../../../../math/orthonormal.ts";
import { dot } from "../../../../math/vectors.ts";
import { decodeDigits } from "./encode.ts";
import { INPUTS, type PixelRange, SIZE } from "./parameters.ts";

/** What is subtracted from pixels that are between 0 and 1. */
const SHIFT: Readonly<Record<PixelRange, number>> = { unit: 0, centred: 0.5 };

/** A sample whose inputs are few beside their entries. */
export interface SpanSample {
  /** An orthonormal basis of the inputs' span: n vectors of d entries. */
  readonly basis: readonly Float64Array[];
  /** The inputs in that basis, of n entries each. */
  readonly sample: Sample;
}

/** Inputs x, n of d entries, with their bias. */
export function inputsOf(range: PixelRange): Float64Array[] {
  const { pixels } = decodeDigits(digits);
  return Array.from({ length: SIZE }, (_, i) => {
    const image = pixels.subarray(i * (INPUTS - 1), (i + 1) * (INPUTS - 1));
    return Float64Array.from([...Array.from(image, (pixel) => pixel / 255 - SHIFT[range]), 1]);
  });
}

/** The digits in coordinates of their span. */
export function spanSample(range: PixelRange): SpanSample {
  const inputs = inputsOf(range);
  const basis = orthonormalBasis(inputs);
  return {
    basis,
    sample: {
      sampleSize: SIZE,
      inputDimension: SIZE,
      inputs: Float32Array.from(inputs.flatMap((input) => basis.map((direction) => dot(direction, input)))),
      targets: Float32Array.from(decodeDigits(digits).labels),
    },
  };
}
