// `npm start [-- --port N --host ADDRESS]`: builds the site, serves it and prints its address.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { heading, root, run, Sentence, secondsSince } from "./commands.mjs";
import { ensurePackages } from "./packages.mjs";
import { baseOf, listen, refusalOf } from "./serve.mjs";

const usualPort = 4321;

/** @param {string[]} flags */
export async function start(flags) {
  const { port, host } = asked(flags);
  // Before the work, not after it: a port that is taken now will be taken in half a minute.
  const refused = port === undefined ? undefined : await refusalOf(port, host);
  if (port !== undefined && refused) throw whyNot(refused, port, host);

  await ensurePackages();
  heading("Building the site");
  const begun = performance.now();
  const { code } = await run("npm", ["run", "--silent", "build"]);
  if (code !== 0) throw new Sentence("The site could not be built; the reason is above.");
  console.log(`Built in ${secondsSince(begun)}.`);

  const server = port === undefined ? await firstFree(host) : await listenOn(port, host);
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
 * @returns {{ port: number | undefined, host: string | undefined }}
 */
function asked(flags) {
  const wrong = new Sentence(
    `“${flags.join(" ")}” is not understood. Say: npm start -- --port 4000 --host 0.0.0.0`,
    2,
  );
  try {
    const options = /** @type {const} */ ({ port: { type: "string" }, host: { type: "string" } });
    const { port: text, host } = parseArgs({ args: flags, options }).values;
    const port = text === undefined ? undefined : Number(text);
    if (port !== undefined && !(/^\d+$/.test(String(text)) && port >= 1 && port <= 65535)) throw wrong;
    if (host === "") throw wrong;
    return { port, host };
  } catch {
    throw wrong;
  }
}

/**
 * @param {number} port
 * @param {string | undefined} host
 */
async function listenOn(port, host) {
  const server = await serveAt(port, host);
  if ("refused" in server) throw whyNot(server.refused, port, host);
  return server;
}

/**
 * @param {import("./serve.mjs").Refusal} refused
 * @param {number} port
 * @param {string | undefined} host
 */
function whyNot(refused, port, host) {
  const why = {
    taken: `Port ${port} is taken by another program. Choose another one, or leave out --port.`,
    "not allowed": `Port ${port} may not be used by this user: those below 1024 belong to the system. Choose another one, or leave out --port.`,
    "no such address": `This machine has no address “${host ?? "localhost"}”. For all that it has, say --host 0.0.0.0.`,
  };
  return new Sentence(why[refused]);
}

/** @param {string | undefined} host */
async function firstFree(host) {
  for (let port = usualPort; port < usualPort + 100; port++) {
    const server = await serveAt(port, host);
    if ("refused" in server) {
      if (server.refused !== "taken") throw whyNot(server.refused, port, host);
      continue;
    }
    if (port !== usualPort) console.log(`Port ${usualPort} is taken, so this is port ${port}.`);
    return server;
  }
  throw new Sentence(
    `Every port from ${usualPort} to ${usualPort + 99} is taken. Choose one: npm start -- --port 8080`,
  );
}

/**
 * @param {number} port
 * @param {string | undefined} host
 */
function serveAt(port, host) {
  return listen({
    folder: join(root, process.env.OUT_DIR || "dist"),
    base: baseOf(process.env.BASE_PATH),
    port,
    host,
  });
}
