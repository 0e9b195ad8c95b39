/** What the page and a worker say to each other. Types only. */

import type { BackendName, Device } from "../../engine/backends.ts";
import type { Trials } from "../../engine/choice.ts";
import type { PieceGradient } from "../../engine/divided.ts";
import type { Network } from "../../engine/network.ts";
import type { Workload } from "../../engine/workload.ts";
import type { Measurement } from "../../experiments/experiment.ts";
import type { Offer } from "../../experiments/offer.ts";
import type { Request as Run } from "../../experiments/request.ts";

/** One run that a worker is asked for. */
export interface RunRequest extends Run {
  /** Steps between two measurements. */
  readonly stride: number;
  /** Where an interrupted run goes on: a checkpoint that the same run has reported. */
  readonly from?: unknown;
  /** Workers that may help with it, where it can be divided; none, if missing. */
  readonly hands?: number;
  /** The lenses through which the next report is looked at, told with each request for one; all, if missing. The last report is whole all the same. */
  readonly lenses?: () => readonly string[];
}

/** From the page, or from a worker whose run is helped, to the worker. A worker may have several runs; `run` is the number that the page gave to one. */
export type Request =
  | { readonly kind: "open"; readonly backend: BackendName }
  /** Asks how fast WebGPU and WebAssembly are on a workload that is reported on every `stride` steps. */
  | { readonly kind: "try"; readonly workload: Workload; readonly stride: number }
  | { readonly kind: "start"; readonly run: number; readonly request: Omit<RunRequest, "lenses"> }
  /** Asks for the next measurement: a run that is not asked stands still, which is how it is paused. */
  | { readonly kind: "next"; readonly run: number; readonly lenses?: readonly string[] }
  | { readonly kind: "stop"; readonly run: number }
  /** Asks a worker that helps with a run for a piece of its gradient. */
  | {
      readonly kind: "piece";
      readonly run: number;
      readonly of: Run;
      readonly piece: number;
      readonly network: Network;
    };

/** An error on its way between threads. */
export interface ErrorRecord {
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly offer?: Offer | undefined;
}

/** From the worker to the page. Each request but `start` has one answer, which names the request. */
export type Answer =
  /** The worker is alive; unasked, every so often. */
  | { readonly to: "nothing"; readonly run: 0 }
  | { readonly to: "open"; readonly device: Device }
  | { readonly to: "try"; readonly trials: Trials }
  | { readonly to: "next"; readonly run: number; readonly measurement: Measurement | null }
  | { readonly to: "stop"; readonly run: number }
  | { readonly to: "piece"; readonly run: number; readonly gradient: PieceGradient }
  | {
      readonly to: "open" | "try" | "next" | "stop" | "piece";
      readonly run: number;
      readonly error: ErrorRecord;
    };
