// What is kept of a site: which files, under which names of caches, and in which version.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { reachable, writeServiceWorker } from "../../../src/offline/integration.mjs";
import { hashedIn, hasPages, isOfSite, pagesOf } from "../../../src/offline/kept.ts";

const HERE = "https://example.org/two-layers/";

it("keeps what pages name and what that loads in turn, once and in order", () => {
  const files: Record<string, string> = {
    "b.1a.js": 'import("./a.2b.js"); new Worker("worker.3c.js"); "./gone.0.js"',
    "a.2b.js": 'import "./b.1a.js"; fetch("kernel.4d.wasm")',
    "worker.3c.js": "",
    "page.5e.css": "@font-face { src: url(face.6f.woff2) }",
    "face.6f.woff2": "",
    "kernel.4d.wasm": "",
    "unused.7a.js": "",
  };
  const read: string[] = [];
  const kept = reachable(
    ['<link href="/x/assets/page.5e.css">', '<script src="/x/assets/b.1a.js">', "page.5e.css"],
    new Set(Object.keys(files)),
    (name) => {
      read.push(name);
      return files[name] ?? "";
    },
  );
  expect(kept).toEqual([
    "a.2b.js",
    "b.1a.js",
    "face.6f.woff2",
    "kernel.4d.wasm",
    "page.5e.css",
    "worker.3c.js",
  ]);
  expect(read.sort()).toEqual(["a.2b.js", "b.1a.js", "page.5e.css", "worker.3c.js"]);
});

it("finds the files with a hash that a page names, under its base, each once", () => {
  const html = `<script src="/two-layers/assets/a.1.js"></script><link href='/two-layers/assets/b.2.css'>
    <b data-record="/two-layers/assets/A1.3.json" data-again="/two-layers/assets/a.1.js?x#y"></b>
    <a href="/two-layers/claims/">/two-layers/assets/text.js</a><a href="/other/assets/c.js"></a>`;
  expect(hashedIn(html, "/two-layers/")).toEqual([
    "/two-layers/assets/a.1.js",
    "/two-layers/assets/b.2.css",
    "/two-layers/assets/A1.3.json",
  ]);
});

it("tells its caches from those of a site above it, below it or beside it on the same host", () => {
  const pages = pagesOf("v1", HERE);
  expect([isOfSite(pages, HERE), hasPages(pages, HERE)]).toEqual([true, true]);
  // As Workbox calls what it keeps of a version.
  const files = `two-layers-precache-v2-${HERE}`;
  expect([isOfSite(files, HERE), hasPages(files, HERE)]).toEqual([true, false]);
  const others = ["https://example.org/", `${HERE}copy/`, "https://example.org/another/"];
  for (const other of others) expect(isOfSite(pagesOf("v1", other), HERE), other).toBe(false);
  expect(isOfSite(`other-pages-v1-${HERE}`, HERE)).toBe(false);
});

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A small built site. */
function site(): string {
  const folder = mkdtempSync(join(tmpdir(), "offline-"));
  folders.push(folder);
  for (const name of ["assets", "bench", "grade"]) mkdirSync(join(folder, name));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write("favicon.svg", "<svg/>");
  write("index.html", '<script src="/assets/page.1.js"></script>');
  write("bench/index.html", '<script src="/assets/bench.2.js"></script>');
  write("grade/index.html", '<script src="/assets/page.1.js"></script><script src="/assets/grade.4.js">');
  write("assets/page.1.js", 'fetch("kernel.3.wasm")');
  write("assets/grade.4.js", 'import("./scores.5.js")');
  write("assets/scores.5.js", "");
  write("assets/kernel.3.wasm", "12345");
  write("assets/bench.2.js", "");
  return folder;
}

/** The service worker of a site, which is written into it. */
async function workerOf(folder: string) {
  const told = await writeServiceWorker(folder);
  const code = readFileSync(join(folder, "sw.js"), "utf8");
  return { ...told, code };
}

it("writes a service worker that keeps what pages run on, and nothing that only the bench loads", async () => {
  const { files, bytes, code } = await workerOf(site());
  expect({ files, bytes }).toEqual({ files: 2, bytes: 'fetch("kernel.3.wasm")'.length + 5 });
  for (const name of ["assets/page.1.js", "assets/kernel.3.wasm", "favicon.svg"])
    expect(code).toContain(name);
  expect(code).not.toContain("bench.2.js");
  // One file, which a browser runs as a classic script.
  expect(() => new Function(code)).not.toThrow();
});

it("names what only pages for teachers load, apart from what it keeps for every reader", async () => {
  const folder = site();
  const { code } = await workerOf(folder);
  const keptForAll = code.match(/(?<=url:\W)assets[\w./]+/g);
  expect([...new Set(keptForAll)]).toEqual(["assets/kernel.3.wasm", "assets/page.1.js"]);
  for (const name of ["assets/grade.4.js", "assets/scores.5.js"]) expect(code).toContain(name);
  writeFileSync(join(folder, "assets/grade.4.js"), "");
  expect((await workerOf(folder)).code, "another version").not.toBe(code);
});

it("is of the same version while files are the same, and of another when one is", async () => {
  const folder = site();
  const { code } = await workerOf(folder);
  expect((await workerOf(folder)).code).toBe(code);
  const changed = `${folder}-changed`;
  folders.push(changed);
  cpSync(folder, changed, { recursive: true });
  writeFileSync(join(changed, "favicon.svg"), "<svg></svg>");
  expect((await workerOf(changed)).code).not.toBe(code);
  writeFileSync(join(changed, "favicon.svg"), "<svg/>");
  expect((await workerOf(changed)).code).toBe(code);
});
