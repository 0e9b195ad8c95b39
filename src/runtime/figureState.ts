/** What a reader has set on a figure, and what stands there before. */
import type { BackendChoice } from "../engine/backends.ts";
import type { Values } from "../experiments/parameters.ts";

export interface FigureState {
  /** Values of the figure's controls that differ from the first setting of its cases. */
  readonly parameters: Values;
  readonly seed: number;
  readonly backend: BackendChoice;
}

export const DEFAULT_STATE: FigureState = { parameters: {}, seed: 1, backend: "auto" };
