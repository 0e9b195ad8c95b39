/** What the page, the conductor of a benchmark and the workers of its engines say to each other. Types only. */
import type { Adapter } from "../engine/adapter.ts";
import type { Problem } from "./peer.ts";
import type { Missing, PeerName, Shape, Summary } from "./result.ts";

export type { Adapter };

/** From the page to the conductor: once. */
export interface Wanted {
  readonly shapes: readonly Shape[];
  /** Of one round. */
  readonly seconds: number;
}

/** What happens in a benchmark. */
export type BenchEvent =
  | { readonly kind: "adapter"; readonly adapter: Adapter | null }
  /** A turn begins; round 0 is the warming up. */
  | {
      readonly kind: "turn";
      readonly peer: PeerName;
      readonly shape: number;
      readonly round: number;
      readonly share: number;
    }
  /** All is known about one shape. */
  | { readonly kind: "shape"; readonly summaries: readonly Summary[]; readonly missing: readonly Missing[] }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly why: string };

/** From the conductor to the worker of an engine. Each question but `end` has one answer. */
export type Question =
  | { readonly kind: "open"; readonly peer: PeerName }
  | { readonly kind: "start"; readonly problem: Problem }
  | { readonly kind: "advance"; readonly steps: number }
  | { readonly kind: "end" };

/** The risk after `advance`, otherwise 0; or why it cannot be had. */
export type Reply = { readonly value: number } | { readonly failed: string };
