/**
 * A peer in another process, asked line by line: a problem is answered by 0, `{"steps": K}` by the risk. The process
 * says first how many threads it trains with, and a reason, `{"failed": "…"}`, whenever it cannot go on. Each engine has
 * a process of its own so that none spoils what the compiler knows of another's code.
 */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Peer, Problem, Training } from "../../bench/peer.ts";
import type { EngineName } from "../../bench/result.ts";

/** How arrays travel: as plain lists, with n, d and m. */
export interface ProblemMessage {
  readonly shape: readonly [number, number, number];
  readonly inputs: readonly number[];
  readonly targets: readonly number[];
  readonly inputWeights: readonly number[];
  readonly outputWeights: readonly number[];
  readonly outputFactor: number;
  readonly timeStep: number;
}

/** `environment` is what the process needs besides. @throws Error with the reason if the process cannot train here. */
export async function openPeer(
  engine: EngineName,
  backend: string,
  command: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ peer: Peer; threads: number }> {
  const env = { ...process.env, ...environment };
  const child = spawn(command, args, { env, stdio: ["pipe", "pipe", "inherit"] });
  // A process that ends or never starts is noticed by its answers coming to an end.
  child.on("error", () => undefined);
  child.stdin.on("error", () => undefined);
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async () => {
    const { value, done } = await answers.next();
    if (done) throw new Error(`The process of ${engine} (${backend}) ended before it should.`);
    if (value.startsWith("{")) throw new Error((JSON.parse(value) as { failed: string }).failed);
    return Number(value);
  };
  const ask = (message: object) => {
    child.stdin.write(`${JSON.stringify(message)}\n`);
    return answer();
  };
  const start = async (problem: Problem): Promise<Training> => {
    await ask(messageOf(problem));
    return { advance: (steps) => ask({ steps }), end: () => undefined };
  };
  const threads = await answer();
  return { peer: { engine, backend, start, close: () => child.stdin.end() }, threads };
}

function messageOf({ sample, network, outputFactor, timeStep }: Problem): ProblemMessage {
  return {
    shape: [sample.sampleSize, sample.inputDimension, network.width],
    inputs: [...sample.inputs],
    targets: [...sample.targets],
    inputWeights: [...network.inputWeights],
    outputWeights: [...network.outputWeights],
    outputFactor,
    timeStep,
  };
}

/** The other end of `messageOf`. */
export function problemFrom(message: ProblemMessage): Problem {
  const [sampleSize, inputDimension, width] = message.shape;
  return {
    sample: {
      sampleSize,
      inputDimension,
      inputs: Float32Array.from(message.inputs),
      targets: Float32Array.from(message.targets),
    },
    network: {
      width,
      inputDimension,
      inputWeights: Float32Array.from(message.inputWeights),
      outputWeights: Float32Array.from(message.outputWeights),
    },
    outputFactor: message.outputFactor,
    timeStep: message.timeStep,
  };
}
