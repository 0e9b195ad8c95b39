// Programs that the battery starts, each in a process group of its own, so that ending one ends what it started, and
// nothing else.
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { createServer } from "node:net";

const running = new Set<ChildProcess>();

export function begin(program: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(program, args, { ...options, detached: true });
  // A program that cannot be started shows in what it does not do.
  child.on("error", () => running.delete(child));
  child.on("exit", () => running.delete(child));
  running.add(child);
  return child;
}

export function end(child: ChildProcess, signal: "SIGTERM" | "SIGKILL" = "SIGKILL"): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has gone already.
  }
}

process.on("exit", () => {
  for (const child of running) end(child);
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1));

/** A port that nobody listens on just now. */
export function unusedPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("No port.")),
      );
    });
  });
}
