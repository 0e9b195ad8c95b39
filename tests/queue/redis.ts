// A Redis of the tests' own: at a free port, with what it holds in a folder, so that it can be killed and started again.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../src/cli/bootstrap/serve.mjs";

const program = process.env.REDIS_SERVER_PATH || "redis-server";

/** Why there is none; undefined if there is one. */
export const missingRedis =
  spawnSync(program, ["--version"]).status === 0
    ? undefined
    : "no redis-server here; install it (Debian: apt-get install redis-server) or set REDIS_SERVER_PATH";

export interface RedisServer {
  readonly address: string;
  readonly port: number;
  /** Kills it (SIGKILL) and starts it again, with what its file has kept. */
  readonly restart: () => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Starts one, with more settings as on its command line, and waits until it answers. */
export async function startRedis(...settings: string[]): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), "queue-"));
  const port = await freePort(7400);
  const start = async () => {
    const args = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", ""];
    // What was acknowledged is on the disk: a Redis that is killed loses nothing.
    const kept = ["--appendonly", "yes", "--appendfsync", "always"];
    const child = spawn(program, [...args, ...kept, ...settings], { stdio: "ignore" });
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}.`);
      await new Promise((wait) => setTimeout(wait, 20));
    }
    return child;
  };
  let child = await start();
  return {
    address: `redis://127.0.0.1:${port}`,
    port,
    restart: async () => {
      await killed(child);
      child = await start();
    },
    end: async () => {
      await killed(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Kills a process and waits for its end. */
export async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGKILL");
  await ended;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write("PING\r\n"));
    socket.once("data", (said) => {
      resolve(/^(\+PONG|-NOAUTH)/.test(String(said)));
      socket.destroy();
    });
    socket.once("error", () => resolve(false));
  });
}
