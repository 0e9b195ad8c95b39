/** The run of what is not a network on the engine: a flow, several networks side by side, draw after draw. Float64. */
import { pauses } from "../../engine/pauses.ts";
import { CheckpointError } from "../../engine/train.ts";
import { isAlike } from "./alike.ts";
import { type Course, courseOf, type Looks } from "./course.ts";

/** A state, and what a step makes of it. */
export interface Iteration<State> {
  /** Plain data: numbers, lists, typed arrays and objects of them, so that it can be kept. */
  readonly start: State;
  /** The state after one more step, a new one; `step` counts from 1. */
  next(state: State, step: number): State;
  /** Whether the run is over after this many steps. */
  isOver(state: State, step: number): boolean;
  /** Estimated share of the work done, 0 to 1. */
  share(state: State, step: number): number;
}

/** Steps until it is over. A checkpoint is the state itself. */
export function iterated<State, Item, Q extends string, S extends string>(
  { start, next, isOver, share }: Iteration<State>,
  looks: Looks<State, Item, Q, S>,
): Course<Q, S> {
  return courseOf<State, Item, Q, S>(async function* (stride, signal, from) {
    const pause = pauses();
    const model = { step: 0, state: start };
    if (from !== undefined && !isAlike(model, from))
      throw new CheckpointError("What was kept of this run belongs to another one. Begin it anew.");
    let { step, state } = from ?? model;
    const standing = (finished: boolean) => {
      const reached = { step, state };
      return { step, share: share(state, step), finished, now: () => reached.state, state: () => reached };
    };
    if (from === undefined) yield standing(false);
    while (true) {
      signal.throwIfAborted();
      step += 1;
      state = next(state, step);
      const finished = isOver(state, step);
      if (finished || step % stride === 0) yield standing(finished);
      if (finished) return;
      await pause();
    }
  }, looks);
}
