// `npm start [-- --port N]`: builds the site, serves it and prints its address.
import { join } from "node:path";
import { heading, root, run, Sentence, secondsSince } from "./commands.mjs";
import { ensurePackages } from "./packages.mjs";
import { baseOf, isFree, listen } from "./serve.mjs";

const usualPort = 4321;

/** @param {string[]} flags */
export async function start(flags) {
  const wanted = portOf(flags);
  // Before the work, not after it: a port that is taken now will be taken in half a minute.
  if (wanted !== undefined && !(await isFree(wanted))) throw taken(wanted);

  await ensurePackages();
  heading("Building the site");
  const begun = performance.now();
  const { code } = await run("npm", ["run", "--silent", "build"]);
  if (code !== 0) throw new Sentence("The site could not be built; the reason is above.");
  console.log(`Built in ${secondsSince(begun)}.`);

  const server = wanted === undefined ? await firstFree() : await listenOn(wanted);
  heading("Two Layers is served, until you press Ctrl+C, at");
  console.log(server.address);
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.on(signal, () => {
      server.close();
      process.exit(0);
    });
  }
}

/**
 * @param {string[]} flags
 * @returns {number | undefined}
 */
function portOf(flags) {
  if (flags.length === 0) return undefined;
  const [, text] = flags.join(" ").match(/^--port[ =](\d+)$/) ?? [];
  const port = Number(text);
  if (!text || port < 1 || port > 65535) {
    throw new Sentence(`“${flags.join(" ")}” is not understood. Say: npm start -- --port 4000`, 2);
  }
  return port;
}

/** @param {number} port */
async function listenOn(port) {
  const server = await serveAt(port);
  if (!server) throw taken(port);
  return server;
}

/** @param {number} port */
function taken(port) {
  return new Sentence(`Port ${port} is taken by another program. Choose another one, or leave out --port.`);
}

async function firstFree() {
  for (let port = usualPort; port < usualPort + 100; port++) {
    const server = await serveAt(port);
    if (!server) continue;
    if (port !== usualPort) console.log(`Port ${usualPort} is taken, so this is port ${port}.`);
    return server;
  }
  throw new Sentence(
    `Every port from ${usualPort} to ${usualPort + 99} is taken. Choose one: npm start -- --port 8080`,
  );
}

/** @param {number} port */
function serveAt(port) {
  return listen({
    folder: join(root, process.env.OUT_DIR || "dist"),
    base: baseOf(process.env.BASE_PATH),
    port,
  });
}
