// The server of `npm start` and of the page tests, asked as a browser asks it.
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort, listen, refusalOf } from "../../../src/cli/bootstrap/serve.mjs";

const folder = mkdtempSync(join(tmpdir(), "two-layers-"));
let port: number;
let close: () => void;

beforeAll(async () => {
  mkdirSync(join(folder, "paper"));
  writeFileSync(join(folder, "index.html"), "front");
  writeFileSync(join(folder, "404.html"), "not here");
  writeFileSync(join(folder, "paper/index.html"), "paper");
  const outside = mkdtempSync(join(tmpdir(), "two-layers-outside-"));
  writeFileSync(join(outside, "secret.txt"), "secret");
  symlinkSync(join(outside, "secret.txt"), join(folder, "link.txt"));
  symlinkSync(outside, join(folder, "linked"));
  symlinkSync(join(folder, "paper"), join(folder, "within"));
  port = await freePort(4500);
  const server = await listen({ folder, base: "/base/", port });
  if ("refused" in server) throw new Error("The port that was free a moment ago is taken.");
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
  ["/base/link.txt", 404, "not here"],
  ["/base/linked/secret.txt", 404, "not here"],
  ["/base/within/", 200, "paper"],
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
  expect(await refusalOf(port)).toBe("taken");
  expect(await listen({ folder, base: "/", port })).toEqual({ refused: "taken" });
});

it("knows an address that this machine does not have, and listens on one that it has", async () => {
  // TEST-NET-1, which no machine has.
  expect(await refusalOf(await freePort(4600), "192.0.2.1")).toBe("no such address");
  const everywhere = await listen({ folder, base: "/", port: await freePort(4600), host: "0.0.0.0" });
  if ("refused" in everywhere) throw new Error(everywhere.refused);
  expect(await (await fetch(everywhere.address)).text()).toBe("front");
  everywhere.close();
});

it.each(["GET http://[ HTTP/1.1", "GET /base/%ff HTTP/1.1"])("outlives %s", async (line) => {
  const said = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () =>
      socket.write(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`),
    );
    let text = "";
    socket.on("data", (chunk) => {
      text += String(chunk);
    });
    socket.on("end", () => resolve(text));
    socket.on("error", reject);
  });
  expect(said).toMatch(/^HTTP\/1\.1 400/);
  expect((await fetch(`http://localhost:${port}/base/`)).status).toBe(200);
});
