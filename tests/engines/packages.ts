// Debian packages of the engines: as root on Debian they are installed, elsewhere named.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { heading, works } from "../../src/cli/bootstrap/commands.mjs";
import { atMost } from "./patience.ts";
import { begin, end } from "./processes.ts";

/** Downloading and unpacking two browsers, on an ordinary connection, takes well under a minute. */
const INSTALL_MS = 150_000;
const options = ["-y", "-qq", "--no-install-recommends"];
const patience = [
  "-o",
  "Acquire::http::Timeout=20",
  "-o",
  "Acquire::Retries=1",
  "-o",
  "DPkg::Lock::Timeout=60",
];

let updated = false;

/** Installs packages if that is possible here. @returns whether it was tried and went well. */
export async function installed(engine: string, packages: readonly string[]): Promise<boolean> {
  if (
    process.getuid?.() !== 0 ||
    !existsSync("/etc/debian_version") ||
    !(await works("apt-get", ["--version"]))
  )
    return false;
  heading(`No ${engine} here: installing Debian's ${packages.join(" and ")}`);
  if (!updated) await apt(["update", "-qq", ...patience]);
  updated = true;
  const since = performance.now();
  const done = await apt(["install", ...options, ...patience, ...packages]);
  console.log(
    `${done ? "Installed" : "Not installed"} after ${((performance.now() - since) / 1000).toFixed(0)} s.`,
  );
  return done;
}

function apt(args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const child = begin("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] });
    const timer = setTimeout(() => end(child, "SIGTERM"), atMost(INSTALL_MS));
    const finish = (done: boolean) => {
      clearTimeout(timer);
      resolve(done);
    };
    child.on("error", () => finish(false));
    child.on("close", (code) => finish(code === 0));
  });
}

/** What to do about a missing engine, as the end of a sentence. */
export function advice(packages: readonly string[]): string {
  return `Install it (on Debian: apt-get install ${packages.join(" ")})`;
}

/** The first of the programs that is on the path, or at one of the other places, and that starts. */
export async function firstThatStarts(
  names: readonly string[],
  places: readonly string[] = [],
): Promise<string | undefined> {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places];
  for (const path of candidates) {
    if (existsSync(path) && (await works(path, ["--version"]))) return path;
  }
  return undefined;
}
