/** What the page asks of the conductor of a benchmark, and that of the workers of its engines. Types only. */
import type { ProxyMarked } from "comlink";
import type { Adapter } from "../engine/adapter.ts";
import type { Problem, Training } from "./peer.ts";
import type { Missing, PeerName, Shape, Summary } from "./result.ts";

export type { Adapter };

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
  /** One shape is finished. */
  | { readonly kind: "shape"; readonly summaries: readonly Summary[]; readonly missing: readonly Missing[] };

/** The conductor: reports what happens in the benchmark, and resolves when it has ended. */
export type Conduct = (wanted: Wanted, tell: (event: BenchEvent) => unknown) => Promise<void>;

/** The worker of an engine: opens it; what comes back starts a training there. */
export type Open = (peer: PeerName) => Promise<RemoteStart & ProxyMarked>;
export type RemoteStart = (problem: Problem) => Promise<Training & ProxyMarked>;
