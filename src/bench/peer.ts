/** What a benchmark compares: one training problem, and whoever can train on it. Knows no engine and takes no time. */
import type { BackendName, Device } from "../engine/backends.ts";
import { type Network, normalInitialisation, type Sample } from "../engine/network.ts";
import { type Descent, firstTimeStep, PLAIN_RULE } from "../engine/reference.ts";
import { normal, stream } from "../math/random.ts";
import type { PeerName, Shape } from "./result.ts";

/** f(x) = κ Σ aₖ relu(wₖ·x) from a given start, to be trained on a sample by steps of one length. */
export interface Problem {
  readonly sample: Sample;
  readonly network: Network;
  /** κ. */
  readonly outputFactor: number;
  /** Δt. */
  readonly timeStep: number;
}

/** A network in training. */
export interface Training {
  /** Makes this many steps, waits until they are made, and returns the risk before the last of them. */
  readonly advance: (steps: number) => Promise<number>;
  /** Frees what it holds. */
  readonly end: () => void;
}

/** Starts a training; what an engine is to the process or worker that it runs in. */
export type Start = (problem: Problem) => Promise<Training>;

/** Starts a backend of TensorFlow.js, where the files of the host are: under Node or in a page. */
export type OpenDevice = (backend: BackendName) => Promise<Device>;

/** An engine on one of its backends, in a process or worker of its own. */
export interface Peer extends PeerName {
  readonly start: Start;
  /** Ends the process or worker. */
  readonly close: () => void;
}

/** The peers that run here, and a sentence about each that does not. */
export interface Peers {
  readonly running: readonly Peer[];
  readonly skipped: readonly string[];
}

/**
 * Standard normal inputs, targets and weights, κ = 1/√m, and the step that the adaptive rule would take at first:
 * well below what is stable, so that a run of any length stays finite.
 */
export function problemOf(shape: Shape): Problem {
  const { sampleSize, inputDimension, width } = shape;
  const sample = {
    sampleSize,
    inputDimension,
    inputs: normals("inputs", sampleSize * inputDimension),
    targets: normals("targets", sampleSize),
  };
  const network = normalInitialisation(width, inputDimension, 1);
  const outputFactor = Math.fround(1 / Math.sqrt(width));
  const unbounded = descentOf({ outputFactor, timeStep: Number.POSITIVE_INFINITY });
  const timeStep = Math.fround(firstTimeStep(network, sample, unbounded, PLAIN_RULE));
  return { sample, network, outputFactor, timeStep };
}

function normals(purpose: string, length: number): Float32Array {
  const source = stream(1, purpose);
  return Float32Array.from({ length }, (_, index) => normal(source, index));
}

/** The problem as the engine's reference takes it. */
export function descentOf({ outputFactor, timeStep }: Pick<Problem, "outputFactor" | "timeStep">): Descent {
  return { outputFactor, outputRate: 1, inputRate: 1, timeStep, targetRisk: -1 };
}
