/** The neurons of a measured layer, line by line, as its plots and its table show them. Draws nothing. */
import { frequencies } from "../../../math/statistics.ts";
import { dot } from "../../../math/vectors.ts";
import { inWords } from "../../../plots/numbers.ts";
import type { ResultOf } from "../../drawing/drawing.ts";
import type { meta } from "./meta.ts";

export const COORDINATES = ["w₁", "w₂", "w₃", "w₄", "w₅", "bias"];

/** A line has a name from this share of the neurons on: fewer are easily near to each other by accident. */
const LEAST_SHARE = 0.1;

export function neuronsIn(result: ResultOf<typeof meta> | null) {
  const { direction = [], line = [], cosine = [], norm = [] } = result?.series ?? {};
  const sizes = frequencies(Array.from(line).filter((l) => l >= 0));
  return Array.from(line, (l, k) => {
    const isNamed = (sizes[l] ?? 0) >= LEAST_SHARE * line.length;
    return {
      number: k + 1,
      direction: COORDINATES.map((_, j) => direction[k * COORDINATES.length + j] as number),
      length: norm[k] as number,
      // From 0 on for those that have a name, −1 for none of them.
      line: isNamed ? l : -1,
      // Whether it points the more frequent way along its line.
      isForward: !isNamed || (cosine[k] as number) >= 0,
    };
  });
}

export type Neuron = ReturnType<typeof neuronsIn>[number];

/** Where each line begins and ends in the order of the neurons. */
export function blocksOf(neurons: readonly Neuron[]) {
  const lines = neurons.map(({ line }) => line);
  return [...new Set(lines)]
    .filter((line) => line >= 0)
    .map((line) => ({ line, from: lines.indexOf(line), to: lines.lastIndexOf(line) + 1 }));
}

/** cos(u, v) of every neuron with every other, row by row. */
export function similaritiesOf(neurons: readonly Neuron[]): Float64Array {
  const [directions, size] = [neurons.map(({ direction }) => direction), neurons.length];
  const values = new Float64Array(size * size);
  directions.forEach((one, i) => {
    for (let j = 0; j <= i; j++) {
      const cos = dot(one, directions[j] as number[]);
      values[i * size + j] = cos;
      values[j * size + i] = cos;
    }
  });
  return values;
}

export const nameOf = ({ number, line }: Neuron) =>
  `${number} (${line < 0 ? "no line" : `line ${line + 1}`})`;

export const coordinatesInWords = ({ direction }: Neuron) =>
  COORDINATES.map((name, j) => `${name} ${inWords(direction[j], 2)}`).join(", ");
