/** How alike the directions of neurons are, pair by pair. Trains nothing. */
import { dot } from "../../../math/vectors.ts";
import type { Vector } from "./orderedLayer.ts";

/** cos(uⱼ, uₖ) = uⱼ · uₖ of all pairs of unit vectors, row by row, shape [neurons, neurons]. */
export function similaritiesOf(directions: readonly Vector[]): Float64Array {
  const size = directions.length;
  const values = new Float64Array(size * size);
  directions.forEach((one, i) => {
    for (let j = 0; j <= i; j++) {
      const cos = dot(one, directions[j] as Vector);
      values[i * size + j] = cos;
      values[j * size + i] = cos;
    }
  });
  return values;
}
