// Installs the packages when they are missing or are not those of package-lock.json.
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { root, run, Sentence, secondsSince, works } from "./commands.mjs";

const modules = join(root, "node_modules");
const stamp = join(modules, ".two-layers-lock");
const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];

/** The oldest Node that all packages accept. */
const oldest = { major: 22, minor: 12 };

/**
 * A package as package-lock.json has it.
 *
 * @typedef {{ version?: string, link?: boolean, optional?: boolean, devOptional?: boolean, os?: string[],
 *   cpu?: string[], libc?: string[] }} Locked
 */

export async function ensurePackages() {
  const text = readFileSync(join(root, "package-lock.json"), "utf8");
  const digest = createHash("sha256").update(text).digest("hex");
  const lock = JSON.parse(text).packages;

  if (!existsSync(modules)) {
    await install("Packages are missing: installing them, which takes a minute or two on a first run.", lock);
  } else if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== digest) {
    const reason = difference(lock);
    if (reason) await install(`Packages are stale (${reason}): installing them again.`, lock);
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
 * @param {Record<string, Locked>} lock
 * @returns {string | undefined} the first difference
 */
function difference(lock) {
  const account = join(modules, ".package-lock.json");
  if (!existsSync(account)) return "npm has left no account of what it installed";
  /** @type {Record<string, Locked>} */
  const installed = JSON.parse(readFileSync(account, "utf8")).packages;
  for (const [path, wanted] of Object.entries(lock)) {
    const found = installed[path];
    if (path === "" || wanted.link || found?.version === wanted.version) continue;
    if (!found && (wanted.optional || wanted.devOptional) && !isForHere(wanted)) continue;
    const name = path.replace(/^.*node_modules\//, "");
    return `${name} should be ${wanted.version} and is ${found?.version ?? "missing"}`;
  }
  return undefined;
}

/**
 * Whether an optional package was made for this platform. An old Node leaves those out, too, if they want a newer
 * one, and then the site cannot be built.
 *
 * @param {Locked} wanted
 */
function isForHere({ os, cpu, libc }) {
  if (!os?.includes(process.platform) || !cpu?.includes(process.arch)) return false;
  if (process.platform !== "linux" || !libc) return true;
  const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return libc.includes(report.header.glibcVersionRuntime ? "glibc" : "musl");
}

/**
 * @param {string} reason
 * @param {Record<string, Locked>} lock
 */
async function install(reason, lock) {
  console.log(reason);
  const begun = performance.now();
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const old = major < oldest.major || (major === oldest.major && minor < oldest.minor);
  if (!old) await installWith(process.env.PATH ?? "");
  else await withNewerNode(lock["node_modules/node"]?.version ?? "24", installWith);
  console.log(`Packages are installed (${secondsSince(begun)}).`);
}

/**
 * Under an old Node, npm leaves out what wants a newer one. So a newer one is brought first, beside the project, and
 * npm runs on that.
 *
 * @param {string} version
 * @param {(path: string) => Promise<void>} use
 */
async function withNewerNode(version, use) {
  console.log(`This is Node ${process.versions.node}, so Node ${version} is brought first.`);
  const folder = mkdtempSync(join(tmpdir(), "two-layers-node-"));
  try {
    writeFileSync(join(folder, "package.json"), '{ "private": true, "allowScripts": { "node": true } }');
    const { code, errors } = await run("npm", ["install", "--prefix", folder, ...quiet, `node@${version}`], {
      keepErrors: true,
    });
    if (code !== 0) throw whyNot(code, errors);
    await use([join(folder, "node_modules/.bin"), process.env.PATH].join(delimiter));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} path where npm and the Node that it runs on are looked for */
async function installWith(path) {
  const options = { env: { PATH: path }, keepErrors: true };
  let { code, errors } = await run("npm", ["ci", "--include=dev", ...quiet], options);
  if (code !== 0 && /in sync|EUSAGE/.test(errors)) {
    console.log("npm does not accept the lock file as it is: installing by it as far as it goes.");
    ({ code, errors } = await run("npm", ["install", "--no-save", "--include=dev", ...quiet], options));
  }
  if (code !== 0) throw whyNot(code, errors);
}

/**
 * @param {number} code
 * @param {string} errors what npm wrote
 */
function whyNot(code, errors) {
  if (/_CERT|certificate/i.test(errors)) {
    return new Sentence(
      "The packages could not be downloaded: this network shows a certificate that Node does not trust.\n" +
        "Set NODE_EXTRA_CA_CERTS to the file of its certificate authority and run the same command again.",
    );
  }
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|ERR_SOCKET|network/i.test(errors)) {
    return new Sentence(
      "The packages could not be downloaded: the npm registry cannot be reached from here.\n" +
        "Connect to the network (or set npm's “proxy” or “registry”) and run the same command again.",
    );
  }
  if (/ENOSPC/.test(errors)) return new Sentence("The packages could not be installed: the disk is full.");
  if (/EACCES|EPERM|EROFS/.test(errors)) {
    return new Sentence(`The packages could not be installed: ${root} cannot be written to by this user.`);
  }
  if (code === 127) return new Sentence("npm is not to be found. It comes with Node: https://nodejs.org");
  return new Sentence("The packages could not be installed; npm says why above.");
}
