/** The neurons of a measured layer, line by line, as its plots and its table show them. Draws nothing. */
import { inWords } from "../../../plots/numbers.ts";
import type { ResultOf } from "../../drawing/drawing.ts";
import { namedLines } from "../setting/namedLines.ts";
import type { meta } from "./meta.ts";

export const COORDINATES = ["w₁", "w₂", "w₃", "w₄", "w₅", "bias"];

export function neuronsIn(result: ResultOf<typeof meta> | null) {
  const { direction = [], line = [], cosine = [], norm = [] } = result?.series ?? {};
  return namedLines(line).map((named, k) => ({
    number: k + 1,
    direction: COORDINATES.map((_, j) => direction[k * COORDINATES.length + j] as number),
    length: norm[k] as number,
    // From 0 on for those that have a name, −1 for none of them.
    line: named,
    // Whether it points the more frequent way along its line.
    isForward: named < 0 || (cosine[k] as number) >= 0,
  }));
}

export type Neuron = ReturnType<typeof neuronsIn>[number];

export const coordinatesInWords = ({ direction }: Neuron) =>
  COORDINATES.map((name, j) => `${name} ${inWords(direction[j], 2)}`).join(", ");
