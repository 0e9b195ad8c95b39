// A small server for a folder of files, as a plain static host would serve it: under a base path, with no special
// headers. Run by itself (`node serve.mjs FOLDER PORT`) it serves the built site to the tests.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, resolve, sep } from "node:path";
import { pipeline } from "node:stream";
import { fileURLToPath } from "node:url";
import { createGzip } from "node:zlib";

/** @type {Record<string, string>} */
const types = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};

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
  /** @type {import("node:http").Server[]} */
  const servers = [];
  for (const host of ["127.0.0.1", "::1"]) {
    const server = createServer((request, response) => answer(request, response, resolve(folder), base));
    const problem = await new Promise((done) => {
      server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => done(error.code));
      server.listen(port, host, () => done(undefined));
    });
    if (problem === undefined) servers.push(server);
    else if (problem === "EADDRINUSE" || problem === "EACCES") {
      for (const other of servers) other.close();
      return undefined;
    }
    // Any other problem means that the machine has no such address, as many have no IPv6.
  }
  if (servers.length === 0) return undefined;
  const close = () => {
    for (const server of servers) {
      server.close();
      server.closeAllConnections?.();
    }
  };
  return { address: `http://localhost:${port}${base}`, close };
}

/**
 * The first port that nobody listens on.
 *
 * @param {number} from
 */
export async function freePort(from) {
  for (let port = from; ; port++) {
    const server = await listen({ folder: ".", base: "/", port });
    server?.close();
    if (server) return port;
  }
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {string} folder
 * @param {string} base
 */
function answer(request, response, folder, base) {
  const { pathname, search } = new URL((request.url ?? "/").replace(/^\/+/, "/"), "http://localhost");
  if (base !== "/" && (pathname === "/" || `${pathname}/` === base)) return redirect(response, base);
  if (!pathname.startsWith(base)) return send(request, response, join(folder, "404.html"), 404);

  let path = folder;
  try {
    path = normalize(join(folder, decodeURIComponent(pathname.slice(base.length))));
  } catch {
    return send(request, response, join(folder, "404.html"), 400);
  }
  if (path !== folder && !path.startsWith(folder + sep)) {
    return send(request, response, join(folder, "404.html"), 404);
  }
  if (existsSync(path) && statSync(path).isDirectory()) {
    if (!pathname.endsWith("/")) return redirect(response, `${pathname}/${search}`);
    path = join(path, "index.html");
  }
  if (!existsSync(path)) return send(request, response, join(folder, "404.html"), 404);
  return send(request, response, path, 200);
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {string} location
 */
function redirect(response, location) {
  response.writeHead(302, { location: location.replace(/^\/+/, "/") }).end();
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {string} path
 * @param {number} status
 */
function send(request, response, path, status) {
  if (!existsSync(path)) {
    response
      .writeHead(status, { "content-type": "text/plain; charset=utf-8" })
      .end("There is nothing here.\n");
    return;
  }
  const type = types[extname(path)] ?? "application/octet-stream";
  const text = /^text|javascript|json|xml|svg|wasm/.test(type);
  const gzip = text && /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  response.writeHead(status, {
    "content-type": type,
    // A host keeps hashed files for long; here a rebuilt site must show at once.
    "cache-control": "no-cache",
    ...(text ? { vary: "accept-encoding" } : {}),
    ...(gzip ? { "content-encoding": "gzip" } : { "content-length": statSync(path).size }),
  });
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  const done = () => {};
  if (gzip) pipeline(createReadStream(path), createGzip(), response, done);
  else pipeline(createReadStream(path), response, done);
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
