// A host of one test, with rules of its own, in this process: it serves the built site, from an origin of its own.
import { createServer, type ServerResponse } from "node:http";
import { test } from "@playwright/test";
import { answersFrom, freePort } from "../../src/cli/bootstrap/serve.mjs";
import { built } from "./built.ts";

export interface Rules {
  /** What it says with each answer. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What it says besides with the answer for a path. */
  headersOf?(path: string): Readonly<Record<string, string>>;
  /** Where it sends whoever asks for a path, and by which status; undefined for nowhere else. */
  redirects?(path: string): readonly [status: number, to: string] | undefined;
  /** What it calls the file at a path; undefined for what the file is. */
  typeOf?(path: string): string | undefined;
  /** Whether it has the file at a path. */
  has?(path: string): boolean;
  /** Whether it shows a folder's page at a path without a slash. */
  isPage?(path: string): boolean;
}

/** Each worker of the tests has ports of its own, apart from those of redeployed.ts. */
const firstPort = () => built.port + 300 + 50 * test.info().parallelIndex;

export async function hostOf(rules: Rules): Promise<{ address: string; close(): void }> {
  const answer = await answersFrom(built.folder, built.base);
  const server = createServer((request, response) => {
    const [path = "/"] = (request.url ?? "/").split("?");
    const type = rules.typeOf?.(path);
    saysBesides(response, {
      ...rules.headers,
      ...rules.headersOf?.(path),
      ...(type ? { "content-type": type } : {}),
    });
    const [status, location] = rules.redirects?.(path) ?? [];
    if (status) return response.writeHead(status, { location }).end();
    if (rules.has && !rules.has(path)) return response.writeHead(404).end();
    if (rules.isPage?.(path)) request.url = `${path}/`;
    return answer(request, response);
  });
  const port = await freePort(firstPort());
  await new Promise<void>((listening) => server.listen(port, "localhost", listening));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://localhost:${port}${built.base}`, close };
}

/** Puts headers in the place of those that an answer would have, for whoever writes its head. */
function saysBesides(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((status: number, own?: Record<string, string>) => {
    const others = Object.entries(own ?? {}).map(([name, value]) => [name.toLowerCase(), value]);
    return writeHead(status, { ...Object.fromEntries(others), ...lowered(headers) });
  }) as ServerResponse["writeHead"];
}

const lowered = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
