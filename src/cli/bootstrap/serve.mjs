// A folder of files, served as a plain static host would serve it: under a base path, with no special header but the one by
// which GitHub Pages lets every page read it, and so a frame in a sandbox its own scripts. Run by
// itself (`node serve.mjs FOLDER PORT`) it serves the built site to the tests. Of the packages it needs sirv, and
// compression if it is to compress, only once there is something to serve.
import { readFileSync, realpathSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** What BASE_PATH means, with both its slashes. */
export function baseOf(path = "/") {
  const inner = path.replace(/^\/+|\/+$/g, "");
  return inner === "" ? "/" : `/${inner}/`;
}

/** The addresses that “localhost” can mean: a server has both, so that no other one answers in its place. */
const LOOPBACK = ["127.0.0.1", "::1"];

/** Why a port was not to be had. @typedef {"taken" | "not allowed" | "no such address"} Refusal */

/**
 * Serves a folder, on the loopback unless another host is named: 0.0.0.0 for every address that the machine has.
 *
 * @param {{ folder: string, base: string, port: number, host?: string | undefined, isCompressed?: boolean }} site
 * @returns {Promise<{ address: string, close: () => void } | { refused: Refusal }>}
 */
export async function listen({ folder, base, port, host, isCompressed = false }) {
  const plain = await answersFrom(folder, base);
  const answer = isCompressed ? await compressed(plain) : plain;
  const occupied = await occupy(port, answer, host ? [host] : LOOPBACK);
  if ("refused" in occupied) return occupied;
  const name = host?.includes(":") ? `[${host}]` : (host ?? "localhost");
  return { address: `http://${name}:${port}${base}`, close: occupied.close };
}

/** @param {import("node:http").RequestListener} answer */
async function compressed(answer) {
  const { default: compression } = await import("compression");
  const compress = compression();
  /** @type {import("node:http").RequestListener} */
  return (request, response) => {
    compress(/** @type {any} */ (request), /** @type {any} */ (response), () => answer(request, response));
  };
}

/**
 * Why a port cannot be listened on; undefined if it can.
 *
 * @param {number} port
 * @param {string} [host]
 * @returns {Promise<Refusal | undefined>}
 */
export async function refusalOf(port, host) {
  const occupied = await occupy(port, () => {}, host ? [host] : LOOPBACK);
  if ("refused" in occupied) return occupied.refused;
  occupied.close();
  return undefined;
}

/**
 * The first port that nobody listens on.
 *
 * @param {number} from
 */
export async function freePort(from) {
  let port = from;
  while (await refusalOf(port)) port++;
  return port;
}

/** What an address that cannot be listened on says; of any other problem, the machine has no such address. */
const REFUSALS = /** @type {const} */ ({ EADDRINUSE: "taken", EACCES: "not allowed" });

/**
 * @param {number} port
 * @param {import("node:http").RequestListener} answer
 * @param {readonly string[]} hosts those that the machine has are listened on
 * @returns {Promise<{ close: () => void } | { refused: Refusal }>} what gives the port back
 */
async function occupy(port, answer, hosts) {
  /** @type {import("node:http").Server[]} */
  const servers = [];
  const close = () => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections?.();
    }
  };
  for (const host of hosts) {
    const server = createServer(answer);
    const problem = await new Promise((done) => {
      server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => done(error.code));
      server.listen(port, host, () => done(undefined));
    });
    if (problem === undefined) servers.push(server);
    else if (problem in REFUSALS) {
      close();
      return { refused: REFUSALS[/** @type {keyof typeof REFUSALS} */ (problem)] };
    }
  }
  return servers.length > 0 ? { close } : { refused: "no such address" };
}

/**
 * The path that a request asks for, with what follows it; undefined for one that is none.
 *
 * @param {string} [asked]
 */
function parsed(asked = "/") {
  try {
    const { pathname, search } = new URL(asked.replace(/^\/+/, "/"), "http://localhost");
    return { pathname, search, file: decodeURIComponent(pathname) };
  } catch {
    return undefined;
  }
}

/**
 * Sends a folder to its address with a slash, and from there its index.html; the page 404.html for what is not there.
 *
 * @param {string} folder
 * @param {string} base
 * @returns {Promise<import("node:http").RequestListener>}
 */
export async function answersFrom(folder, base) {
  const { default: sirv } = await import("sirv");
  // Looked up anew at every request, so that a rebuilt site shows at once.
  const send = sirv(folder, { dev: true, etag: true, extensions: [] });
  return (request, response) => {
    const asked = parsed(request.url);
    response.setHeader("access-control-allow-origin", "*");
    if (!asked) return response.writeHead(400, { "content-type": "text/plain" }).end("This is no address.\n");
    const { pathname, search } = asked;
    const redirect = (/** @type {string} */ location) => response.writeHead(302, { location }).end();
    if (base !== "/" && (pathname === "/" || `${pathname}/` === base)) return redirect(base);
    if (!pathname.startsWith(base)) return sendNotFound(response, folder);
    request.url = pathname.slice(base.length - 1);
    const file = join(folder, asked.file.slice(base.length - 1));
    if (!isInside(file, folder)) return sendNotFound(response, folder);
    if (isFolder(file)) {
      if (!pathname.endsWith("/")) return redirect(`${pathname}/${search}`);
      request.url += "index.html";
    }
    return send(request, response, () => sendNotFound(response, folder));
  };
}

/**
 * Whether a file is there, and in the folder itself: not by a link that leads out of it.
 *
 * @param {string} file
 * @param {string} folder
 */
function isInside(file, folder) {
  try {
    const inner = realpathSync(folder);
    const real = realpathSync(file);
    return real === inner || real.startsWith(inner + sep);
  } catch {
    return false;
  }
}

/** @param {string} path */
function isFolder(path) {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {string} folder
 */
function sendNotFound(response, folder) {
  try {
    const page = readFileSync(join(folder, "404.html"));
    response.writeHead(404, { "content-type": "text/html;charset=utf-8" }).end(page);
  } catch {
    response.writeHead(404, { "content-type": "text/plain" }).end("There is nothing here.\n");
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = "dist", port = "4321"] = process.argv.slice(2);
  const server = await listen({ folder, base: baseOf(process.env.BASE_PATH), port: Number(port) });
  if ("refused" in server) {
    console.error(`Port ${port}: ${server.refused}.`);
    process.exit(1);
  }
  console.log(server.address);
}
