/** Directions of the neurons of a start: drawn evenly from the sphere. */
import { normal, stream } from "../math/random.ts";
import { unit } from "../math/vectors.ts";

/** Unit vectors, shape [m, d]; neuron i draws the same whatever the width. */
export function startDirections(width: number, inputDimension: number, seed: number): Float64Array {
  const directions = new Float64Array(width * inputDimension);
  for (let i = 0; i < width; i++) {
    const source = stream(seed, `neuron ${i}`);
    const gaussian = Float64Array.from({ length: inputDimension }, (_, j) => normal(source, j));
    directions.set(unit(gaussian), i * inputDimension);
  }
  return directions;
}
