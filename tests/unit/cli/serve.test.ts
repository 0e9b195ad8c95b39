// The server of `npm start` and of the page tests, asked as a browser asks it.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort, isFree, listen } from "../../../src/cli/bootstrap/serve.mjs";

const folder = mkdtempSync(join(tmpdir(), "two-layers-"));
let port: number;
let close: () => void;

beforeAll(async () => {
  mkdirSync(join(folder, "paper"));
  writeFileSync(join(folder, "index.html"), "front");
  writeFileSync(join(folder, "404.html"), "not here");
  writeFileSync(join(folder, "paper/index.html"), "paper");
  port = await freePort(4500);
  const server = await listen({ folder, base: "/base/", port });
  if (!server) throw new Error("The port that was free a moment ago is taken.");
  close = server.close;
});
afterAll(() => close());

it.each([
  ["/base/", 200, "front"],
  ["/base/paper/", 200, "paper"],
  ["/base/paper", 302, "/base/paper/"],
  ["/base/paper?seed=2", 302, "/base/paper/?seed=2"],
  ["/", 302, "/base/"],
  ["/base", 302, "/base/"],
  ["/base/404", 404, "not here"],
  ["/base/nothing/", 404, "not here"],
  ["/elsewhere/", 404, "not here"],
  ["/base/..%2f..%2fetc%2fpasswd", 404, "not here"],
])("%s is answered with %i, %s", async (path, status, said) => {
  for (const host of ["127.0.0.1", "localhost"]) {
    const response = await fetch(`http://${host}:${port}${path}`, { redirect: "manual" });
    expect(response.status).toBe(status);
    expect(response.headers.get("location") ?? (await response.text())).toBe(said);
  }
});

it("shows a file at once when it is written anew, and lets a browser keep it until then", async () => {
  const file = join(folder, "script.js");
  const ask = (headers = {}) => fetch(`http://localhost:${port}/base/script.js`, { headers });
  writeFileSync(file, "1");
  const first = await ask();
  expect(first.headers.get("content-type")).toBe("text/javascript");
  const kept = { "if-none-match": first.headers.get("etag") ?? "" };
  expect((await ask(kept)).status).toBe(304);
  writeFileSync(file, "22");
  expect(await (await ask(kept)).text()).toBe("22");
});

it("knows that its port is taken", async () => {
  expect(await isFree(port)).toBe(false);
  expect(await listen({ folder, base: "/", port })).toBeUndefined();
});
