// A folder of files, served as a plain static host would serve it: under a base path, with no special headers. Run by
// itself (`node serve.mjs FOLDER PORT`) it serves the built site to the tests. Of the packages it needs sirv alone, and
// only once there is something to serve.
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What BASE_PATH means, with both its slashes. */
export function baseOf(path = "/") {
  const inner = path.replace(/^\/+|\/+$/g, "");
  return inner === "" ? "/" : `/${inner}/`;
}

/**
 * Serves on both addresses that “localhost” can mean, so that no other server answers in our place.
 *
 * @param {{ folder: string, base: string, port: number }} site
 * @returns {Promise<{ address: string, close: () => void } | undefined>} undefined if the port is taken
 */
export async function listen({ folder, base, port }) {
  const close = await occupy(port, await answersFrom(folder, base));
  return close && { address: `http://localhost:${port}${base}`, close };
}

/**
 * Whether nobody listens on a port.
 *
 * @param {number} port
 */
export async function isFree(port) {
  const close = await occupy(port, () => {});
  close?.();
  return close !== undefined;
}

/**
 * The first port that nobody listens on.
 *
 * @param {number} from
 */
export async function freePort(from) {
  let port = from;
  while (!(await isFree(port))) port++;
  return port;
}

/**
 * @param {number} port
 * @param {import("node:http").RequestListener} answer
 * @returns {Promise<(() => void) | undefined>} what gives the port back; undefined if it is taken
 */
async function occupy(port, answer) {
  /** @type {import("node:http").Server[]} */
  const servers = [];
  const close = () => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections?.();
    }
  };
  for (const host of ["127.0.0.1", "::1"]) {
    const server = createServer(answer);
    const problem = await new Promise((done) => {
      server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => done(error.code));
      server.listen(port, host, () => done(undefined));
    });
    if (problem === undefined) servers.push(server);
    // Any other problem means that the machine has no such address, as many have no IPv6.
    else if (problem === "EADDRINUSE" || problem === "EACCES") {
      close();
      return undefined;
    }
  }
  return servers.length > 0 ? close : undefined;
}

/**
 * Sends a folder to its address with a slash, and from there its index.html; the page 404.html for what is not there.
 *
 * @param {string} folder
 * @param {string} base
 * @returns {Promise<import("node:http").RequestListener>}
 */
async function answersFrom(folder, base) {
  const { default: sirv } = await import("sirv");
  // Looked up anew at every request, so that a rebuilt site shows at once.
  const send = sirv(folder, { dev: true, etag: true, extensions: [] });
  return (request, response) => {
    const { pathname, search } = new URL((request.url ?? "/").replace(/^\/+/, "/"), "http://localhost");
    const redirect = (/** @type {string} */ location) => response.writeHead(302, { location }).end();
    if (base !== "/" && (pathname === "/" || `${pathname}/` === base)) return redirect(base);
    if (!pathname.startsWith(base)) return sendNotFound(response, folder);
    request.url = pathname.slice(base.length - 1);
    if (isFolder(join(folder, request.url))) {
      if (!pathname.endsWith("/")) return redirect(`${pathname}/${search}`);
      request.url += "index.html";
    }
    return send(request, response, () => sendNotFound(response, folder));
  };
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
  if (!server) {
    console.error(`Port ${port} is taken.`);
    process.exit(1);
  }
  console.log(server.address);
}
