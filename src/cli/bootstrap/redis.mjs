// Finds a Redis for the tests of the queue, and on Debian, as root, installs one; they start it themselves, at a free port.
import { existsSync } from "node:fs";
import { heading, run, works } from "./commands.mjs";

/** @returns {Promise<string | undefined>} the program, if there is one that starts; without one, the tests say so and are skipped */
export async function findRedis() {
  const given = process.env.REDIS_SERVER_PATH || "redis-server";
  if (await works(given, ["--version"])) return given;
  if (
    process.getuid?.() === 0 &&
    existsSync("/etc/debian_version") &&
    (await works("apt-get", ["--version"]))
  ) {
    heading("No Redis here: installing Debian's");
    const quiet = { DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-q"], { env: quiet });
    await run("apt-get", ["install", "-y", "-q", "redis-server"], { env: quiet });
    if (await works("redis-server", ["--version"])) return "redis-server";
  }
  return undefined;
}
