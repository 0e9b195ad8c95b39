// Workers of a queue, and commands over it, as processes of their own.
import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { killed } from "./redis.ts";

const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const WORKER = pathOf("../../src/cli/worker.ts");
const VERIFY = pathOf("../../src/cli/verify.ts");
const TRY = pathOf("../../src/cli/try.ts");
/** A worker that changes a bit of what it measures. */
export const LIAR = pathOf("liar.ts");

export interface Process {
  readonly child: ChildProcess;
  /** All that it has said so far. */
  readonly said: () => string;
  /** Resolves once it has said this. @throws Error if it ends before */
  readonly says: (words: string | RegExp) => Promise<void>;
  /** Its exit code; null if it was killed. */
  readonly ended: Promise<number | null>;
  readonly kill: () => Promise<void>;
}

export function startProcess(file: string, ...words: string[]): Process {
  const child = spawn(process.execPath, [file, ...words]);
  let said = "";
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (more) => {
      said += more;
      for (const listen of listeners) listen();
    });
  const ended = new Promise<number | null>((done) => child.once("close", (code) => done(code)));
  const says = (words: string | RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (typeof words === "string" ? !said.includes(words) : !words.test(said)) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      void ended.then(() => reject(new Error(`It ended without saying “${words}”, but: ${said}`)));
      look();
    });
  return { child, said: () => said, says, ended, kill: () => killed(child) };
}

/** Starts a worker with one thread, and waits until it takes parts. */
export async function startWorker(
  address: string,
  name: string,
  file = WORKER,
  ...words: string[]
): Promise<Process> {
  const worker = startProcess(file, "--queue", address, "--name", name, "--workers", "1", ...words);
  await worker.says("takes parts from");
  return worker;
}

export const verifyOver = (address: string, ...words: string[]) =>
  startProcess(VERIFY, ...words, "--queue", address);
export const tryOver = (address: string, ...words: string[]) =>
  startProcess(TRY, ...words, "--queue", address);

/** Claims and the first letters of their records' digests, off what verify prints. */
export function digestsIn(said: string): Record<string, string> {
  const lines = said.matchAll(/^(\S+\/\w+) {2}\S.* s {2}([0-9a-f]{12})$/gm);
  return Object.fromEntries([...lines].map(([, claim, digest]) => [claim, digest]));
}
