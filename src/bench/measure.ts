/** Steps per second of several peers on one problem, in turns, so that whatever slows the machine slows them all. */
import { descend, PLAIN_RULE } from "../engine/reference.ts";
import { median } from "../math/statistics.ts";
import { descentOf, type Peer, type Problem, problemOf, type Training } from "./peer.ts";
import { LEAD_IN, ROUNDS } from "./plan.ts";
import { nameOf, type Shape, type Summary } from "./result.ts";

/** Steps after which all peers must have the same risk. */
const COMPARED_STEPS = 20;
/** How many times in one turn, about, a peer is asked for its risk. */
const READINGS = 5;

export interface Timing {
  readonly peer: Peer;
  readonly shape: Shape;
  /** One number per round. */
  readonly stepsPerSecond: readonly number[];
}

/** The middle speed. */
export function speedOf({ stepsPerSecond }: Timing): number {
  return median(stepsPerSecond);
}

/** Half of the range of the speeds, relative to the middle one. */
export function spreadOf({ stepsPerSecond }: Timing): number {
  return (Math.max(...stepsPerSecond) - Math.min(...stepsPerSecond)) / 2 / median(stepsPerSecond);
}

/** How many times as fast `timing` is as `other`, from the rounds they shared. */
export function ratioOf(timing: Timing, other: Timing): number {
  return median(timing.stepsPerSecond.map((speed, round) => speed / (other.stepsPerSecond[round] as number)));
}

/** A timing as plain data. */
export function summaryOf(timing: Timing): Summary {
  const { sampleSize: n, inputDimension: d, width: m } = timing.shape;
  const { engine, backend } = timing.peer;
  return { engine, backend, n, d, m, stepsPerSecond: speedOf(timing), spread: spreadOf(timing) };
}

interface Runner {
  readonly peer: Peer;
  readonly training: Training;
  readonly stepsPerSecond: number[];
  guess: number;
}

/** How a measurement is made, and who hears of it. */
export interface Course {
  /** Turns of warming up. */
  readonly warmUpTurns: number;
  /** Before every turn; round 0 is the warming up. */
  readonly onTurn: (peer: Peer, round: number) => void;
  /** A peer does not start, trains to another risk than the engine's reference, or to none. The others go on unless this throws. */
  readonly onFailure: (peer: Peer, error: Error) => void;
}

/** Times every peer for `seconds` in each round. Those that fail are missing from what comes back. */
export async function measure(
  shape: Shape,
  peers: readonly Peer[],
  seconds: number,
  { warmUpTurns, onTurn, onFailure }: Course,
): Promise<Timing[]> {
  const problem = problemOf(shape);
  const expected = expectedRisk(problem);
  const running = new Map<Peer, Runner>();
  const failing = (peer: Peer) => (error: unknown) => {
    running.get(peer)?.training.end();
    running.delete(peer);
    onFailure(peer, error as Error);
  };
  const prepare = async (peer: Peer) => {
    const runner: Runner = { peer, training: await peer.start(problem), stepsPerSecond: [], guess: 0 };
    running.set(peer, runner);
    const risk = await warmUp(runner, warmUpTurns * seconds);
    assertSameRisk(peer, problem, risk, expected);
  };
  const time = async (runner: Runner) => {
    await turn(runner, LEAD_IN * seconds);
    runner.stepsPerSecond.push(await turn(runner, seconds));
  };
  try {
    for (const peer of peers) {
      onTurn(peer, 0);
      await prepare(peer).catch(failing(peer));
    }
    for (let round = 1; round <= ROUNDS; round++) {
      for (const [peer, runner] of running) {
        onTurn(peer, round);
        await time(runner).catch(failing(peer));
      }
    }
    return [...running.values()].map(({ peer, stepsPerSecond }) => ({ peer, shape, stepsPerSecond }));
  } finally {
    for (const { training } of running.values()) training.end();
  }
}

/** The risk before the last of the steps that are compared, in float64. */
function expectedRisk(problem: Problem): number {
  const { risks } = descend(problem.network, problem.sample, descentOf(problem), {
    steps: COMPARED_STEPS,
    adaptive: false,
    rule: PLAIN_RULE,
  });
  return risks[COMPARED_STEPS - 1] as number;
}

/** Makes the steps that are compared and some more, and returns the risk to compare. */
async function warmUp(runner: Runner, seconds: number): Promise<number> {
  const start = performance.now();
  const risk = await runner.training.advance(COMPARED_STEPS);
  runner.guess = (COMPARED_STEPS * 1000) / (performance.now() - start);
  await turn(runner, seconds);
  return risk;
}

/** Steps per second, measured over at least this many seconds. */
async function turn(runner: Runner, seconds: number): Promise<number> {
  const steps = Math.max(1, Math.round((runner.guess * seconds) / READINGS));
  const start = performance.now();
  let made = 0;
  let elapsed = 0;
  while (elapsed < seconds) {
    const risk = await runner.training.advance(steps);
    if (!Number.isFinite(risk))
      throw new Error(`${nameOf(runner.peer)} does not train: its risk is ${risk}.`);
    made += steps;
    elapsed = (performance.now() - start) / 1000;
  }
  runner.guess = made / elapsed;
  return runner.guess;
}

/**
 * Are two risks the same up to float32? Sums over d + n + m terms, K times one after the other, err by about
 * √((d + n + m) K) 2⁻²⁴ in the norm of the residuals, √(2R); four times as much is allowed for the extremes, of which the
 * engines take a fiftieth, while steps longer by a thousandth take several times as much.
 */
function assertSameRisk(peer: Peer, { sample, network }: Problem, risk: number, expected: number): void {
  const terms = sample.inputDimension + sample.sampleSize + network.width;
  const relative = 4 * 2 ** -24 * Math.sqrt(terms * COMPARED_STEPS);
  const power = sample.targets.reduce((sum, y) => sum + y * y, 0) / (2 * sample.sampleSize);
  const gap = Math.abs(Math.sqrt(risk) - Math.sqrt(expected)) / Math.sqrt(Math.max(power, expected));
  if (!(gap <= relative)) {
    throw new Error(
      `${nameOf(peer)} does not train the same network: after ${COMPARED_STEPS} steps its risk is ${risk}, where ${expected} is right.`,
    );
  }
}
