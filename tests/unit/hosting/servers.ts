// The recipes of hosting/ as their servers run them: for a folder at a port of this machine, under a path or at the root.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { freePort } from "../../../src/cli/bootstrap/serve.mjs";

export const recipe = (name: string) =>
  readFileSync(new URL(`../../../hosting/${name}`, import.meta.url), "utf8");

export interface Server {
  readonly name: string;
  /** Why it cannot run here; undefined if it can. */
  missing(): string | undefined;
  /** What starts it, in the foreground: for the site of a folder, under a base, with room for files of its own. */
  start(folder: string, base: string, port: number, room: string): ChildProcess;
}

const isThere = (command: string, argument: string) => spawnSync(command, [argument]).error === undefined;

/** The recipe for another address and another folder. */
function adapted(name: string, base: string, replacements: Readonly<Record<string, string>>): string {
  const text = recipe(name).replaceAll("/two-layers/", base);
  return Object.entries(replacements).reduce((whole, [from, to]) => {
    if (!whole.includes(from)) throw new Error(`hosting/${name} does not say “${from}”.`);
    return whole.replaceAll(from, to);
  }, text);
}

export const NGINX: Server = {
  name: "nginx",
  missing: () => (isThere("nginx", "-v") ? undefined : "nginx is not installed"),
  start: (folder, base, port, room) => {
    const site = join(room, "site.conf");
    const here = { "listen 80;": `listen 127.0.0.1:${port};`, "/srv/site/": `${folder}/` };
    writeFileSync(site, adapted("nginx.conf", base, here));
    const told = spawnSync("nginx", ["-V"], { encoding: "utf8" }).stderr;
    const types = join(dirname(/--conf-path=(\S+)/.exec(told)?.[1] ?? "/etc/nginx/nginx.conf"), "mime.types");
    const kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    const whole = join(room, "nginx.conf");
    writeFileSync(
      whole,
      `${process.getuid?.() === 0 ? "user root;" : ""} daemon off; pid ${room}/pid; error_log stderr; events {}
http { include ${types}; access_log off;
${kinds.map((kind) => `${kind}_temp_path ${room}/${kind};`).join(" ")}
include ${site}; }`,
    );
    return spawn("nginx", ["-e", "stderr", "-c", whole]);
  },
};

export const CADDY: Server = {
  name: "caddy",
  missing: () => (isThere("caddy", "version") ? undefined : "caddy is not installed"),
  start: (folder, base, port, room) => {
    const here = { "\nexample.org {": `\nhttp://localhost:${port} {`, "/srv/site": folder };
    writeFileSync(join(room, "Caddyfile"), `{\n  admin off\n}\n${adapted("Caddyfile", base, here)}`);
    const arguments_ = ["run", "--config", join(room, "Caddyfile"), "--adapter", "caddyfile"];
    return spawn("caddy", arguments_, { env: { ...process.env, HOME: room, XDG_DATA_HOME: room } });
  },
};

/** Starts a server, and waits until it answers. @throws Error with what it says if it ends before */
export async function running(server: Server, folder: string, base: string) {
  const room = mkdtempSync(join(tmpdir(), `${server.name}-`));
  mkdirSync(join(room, "empty"));
  const port = await freePort(4700);
  const started = server.start(folder, base, port, room);
  let said = "";
  for (const stream of [started.stdout, started.stderr]) stream?.on("data", (more) => (said += more));
  let hasEnded = false;
  const ended = new Promise<void>((done) =>
    started.once("exit", () => {
      hasEnded = true;
      done();
    }),
  );
  const close = async () => {
    started.kill();
    await ended;
    rmSync(room, { recursive: true });
  };
  const address = `http://localhost:${port}`;
  while (!(await fetch(address, { redirect: "manual" }).catch(() => null))) {
    if (hasEnded) throw new Error(`${server.name} ended: ${said}`);
    await new Promise((wait) => setTimeout(wait, 50));
  }
  return { address: `${address}${base}`, close };
}
