/**
 * What a page in a frame and the page around it say to each other, by `postMessage`. Types, and the names that never change
 * within a version; src/pages/embed/index.astro tells it to a reader. Everything said is public, so it goes to any origin.
 */
import type { Verdict } from "../../claims/judge.ts";
import type { Values } from "../../experiments/parameters.ts";

/** Raised whenever a page around could no longer understand what it is told. */
export const VERSION = 1;

/** What marks a message as one of these, whichever way it goes. */
export const NAME = "two-layers";

/** What stands in a frame, as "<paper>/<figure>" or "<paper>/<number>". */
export type What = { readonly figure: string } | { readonly claim: string };

/** What came of one case: of a figure, a number for each quantity; of a claim, a number for each seed. */
export interface CaseOfResult {
  readonly label: string;
  readonly quantities: Readonly<Record<string, number | readonly number[]>>;
}

/** To the page around. */
export type FromFrame = { readonly from: typeof NAME } & What &
  (
    | { readonly kind: "ready"; readonly version: typeof VERSION }
    /** Pixels that the page needs not to scroll. */
    | { readonly kind: "size"; readonly height: number }
    /** `progress` from 0 to 1. */
    | {
        readonly kind: "state";
        readonly parameters: Values;
        readonly running: boolean;
        readonly progress: number;
      }
    | {
        readonly kind: "result";
        readonly cases: readonly CaseOfResult[];
        readonly verdict?: Verdict | null;
        readonly digest: string;
        /** Address of the recorded result, which has the same digest where the settings are the first ones. */
        readonly reference: string;
        /** A link that holds the record of this check, of a claim. */
        readonly record?: string;
      }
    /** In a sentence. */
    | { readonly kind: "error"; readonly message: string }
  );

/** From the page around. */
export type ToFrame = { readonly to: typeof NAME } & (
  | { readonly kind: "set"; readonly parameters: Values }
  | { readonly kind: "run" }
  | { readonly kind: "stop" }
);
