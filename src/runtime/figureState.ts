/** What a reader has set on a figure, and what stands there before. */
import type { BackendChoice } from "../engine/backends.ts";
import type { Values } from "../experiments/parameters.ts";

export interface FigureState {
  /** Values of the figure's controls that differ from the first setting of its cases. */
  readonly parameters: Values;
  /** In what a second case differs from the first; null where there is none. */
  readonly beside: Values | null;
  /** The lenses that are on, of a figure that has some; those with which it begins, if null. */
  readonly lenses: readonly string[] | null;
  /** Settings that whoever made the link lets nobody change, and those that are not even shown. */
  readonly locked: readonly string[];
  readonly hidden: readonly string[];
  readonly seed: number;
  readonly backend: BackendChoice;
}

export const DEFAULT_STATE: FigureState = {
  parameters: {},
  beside: null,
  lenses: null,
  locked: [],
  hidden: [],
  seed: 1,
  backend: "auto",
};
