/** The tiles of the two products in products.ts: what a workgroup owns of a product, and what an invocation keeps of it. */
import type { Divided, DividedRule } from "../../divided.ts";

/** Invocations of a workgroup beside each other in x and in y. */
export const ACROSS = 16;
export const DOWN = 8;

/** Sums that an invocation keeps: 4 · `vectors` of what is in y by `columns` of what is in x. */
export interface Registers {
  readonly vectors: number;
  readonly columns: number;
}

/** With 2 · 8 vectors, 64 registers, a compiler has enough left for the operands. */
const MOST_VECTORS = 2;
const MOST_COLUMNS = 8;

/** What the shaders are specialised for. */
export interface Variant extends Pick<DividedRule, "activation" | "loss"> {
  /** Of Z: examples in y, neurons in x. */
  readonly forward: Registers;
  /** Of G: neurons in y, inputs in x. */
  readonly backward: Registers;
}

export type Form = Pick<Divided, "width" | "inputDimension" | "rule">;

/** The variant for networks of a form, with tiles that its sizes fill as well as they can. */
export function variantFor({ width, inputDimension, rule: { activation, loss } }: Form): Variant {
  return {
    ...{ activation, loss },
    forward: { vectors: MOST_VECTORS, columns: fitting(width, ACROSS, MOST_COLUMNS) },
    backward: {
      vectors: fitting(width, 4 * DOWN, MOST_VECTORS),
      columns: fitting(inputDimension, ACROSS, MOST_COLUMNS),
    },
  };
}

/** Of 1 … `most` pieces of a length, of which tiles are made up, those that cost least: a tile costs as much as it has, and one more to read. */
function fitting(size: number, length: number, most: number): number {
  const costs = Array.from({ length: most }, (_, k) => Math.ceil(size / (length * (k + 1))) * (k + 2));
  return costs.indexOf(Math.min(...costs)) + 1;
}

/** Rows and columns of a workgroup's tile. */
export const rowsOf = ({ vectors }: Registers): number => 4 * DOWN * vectors;
export const columnsOf = ({ columns }: Registers): number => ACROSS * columns;
