// Installs the packages when they are missing or are not those of package-lock.json.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run, Sentence, secondsSince, works } from "./commands.mjs";

const modules = join(root, "node_modules");
const stamp = join(modules, ".two-layers-lock");

export async function ensurePackages() {
  const lock = readFileSync(join(root, "package-lock.json"), "utf8");
  const digest = createHash("sha256").update(lock).digest("hex");

  if (!existsSync(modules)) {
    await install("Packages are missing: installing them, which takes a minute or two on a first run.");
  } else if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== digest) {
    const reason = difference(JSON.parse(lock).packages);
    if (reason) await install(`Packages are stale (${reason}): installing them again.`);
  }
  if (!(await works(join(modules, ".bin/node"), ["--version"]))) {
    throw new Sentence(
      "The packages are installed, but Node 24, which should have come with them, does not start.\n" +
        "Its install script may have been switched off: run “npm ci --ignore-scripts=false” and try again.",
    );
  }
  writeFileSync(stamp, digest);
}

/**
 * What is installed, by npm's own account, against what should be. Somebody who has just run `npm install` has
 * everything already.
 *
 * @param {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }>} wanted
 * @returns {string | undefined} the first difference
 */
function difference(wanted) {
  const account = join(modules, ".package-lock.json");
  if (!existsSync(account)) return "npm has left no account of what it installed";
  const installed = JSON.parse(readFileSync(account, "utf8")).packages;
  for (const [path, { version, optional, devOptional, link }] of Object.entries(wanted)) {
    if (path === "" || link || installed[path]?.version === version) continue;
    // What is optional may belong to another platform; if it is here, its version must still be right.
    if ((optional || devOptional) && !installed[path]) continue;
    const name = path.replace(/^.*node_modules\//, "");
    return `${name} should be ${version} and is ${installed[path]?.version ?? "missing"}`;
  }
  return undefined;
}

/** @param {string} reason */
async function install(reason) {
  console.log(reason);
  const begun = performance.now();
  // Under an old Node, npm would print a page of engine warnings that mean nothing here.
  const flags = ["--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  let { code, errors } = await run("npm", ["ci", ...flags], { keepErrors: true });
  if (code !== 0 && /in sync|EUSAGE/.test(errors)) {
    console.log("npm does not accept the lock file as it is: installing by it as far as it goes.");
    ({ code, errors } = await run("npm", ["install", "--no-save", ...flags], { keepErrors: true }));
  }
  if (code === 0) {
    console.log(`Packages are installed (${secondsSince(begun)}).`);
    return;
  }
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET|network/i.test(errors)) {
    throw new Sentence(
      "The packages could not be downloaded: the npm registry cannot be reached from here.\n" +
        "Connect to the network (or set npm's “proxy” or “registry”) and run the same command again.",
    );
  }
  if (/ENOSPC/.test(errors)) throw new Sentence("The packages could not be installed: the disk is full.");
  if (/EACCES|EPERM|EROFS/.test(errors)) {
    throw new Sentence(`The packages could not be installed: ${root} cannot be written to by this user.`);
  }
  if (code === 127) throw new Sentence("npm is not to be found. It comes with Node: https://nodejs.org");
  throw new Sentence("The packages could not be installed; npm says why above.");
}
