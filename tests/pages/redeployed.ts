// A copy of the built site at an address of its own, which can be published anew and taken away as it is looked at.
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { test } from "@playwright/test";
import { freePort, listen } from "../../src/cli/bootstrap/serve.mjs";
import { writeServiceWorker } from "../../src/offline/integration.mjs";
import { built } from "./built.ts";

const TEXTS = [".html", ".js", ".css"];

export interface OwnSite {
  readonly address: string;
  /** Gives every script and style another name, as after a change of everything, and puts a word in the titles of pages. */
  publishAnew(word: string): Promise<void>;
  /** Nothing answers any more. */
  goAway(): void;
}

/** Each worker of the tests has ports of its own. */
const firstPort = () => built.port + 100 + 50 * test.info().parallelIndex;

/** A site of one test, with the page's service worker; it is gone when the test ends. */
export async function ownSite(): Promise<OwnSite & { close(): void }> {
  const folder = join(mkdtempSync(join(tmpdir(), "two-layers-")), "site");
  cpSync(built.folder, folder, { recursive: true });
  const server = await listen({ folder, base: built.base, port: await freePort(firstPort()) });
  if ("refused" in server) throw new Error(`No server: ${server.refused}.`);
  return {
    address: server.address,
    goAway: () => server.close(),
    publishAnew: async (word) => {
      const next = `${folder}-next`;
      cpSync(folder, next, { recursive: true });
      await rename(next, word);
      renameSync(folder, `${folder}-before-${word}`);
      renameSync(next, folder);
    },
    close: () => {
      server.close();
      rmSync(join(folder, ".."), { recursive: true, force: true });
    },
  };
}

async function rename(folder: string, word: string): Promise<void> {
  const names = readdirSync(join(folder, "assets")).filter((name) => /\.(js|css|wasm)$/.test(name));
  const to = new Map(names.map((name) => [name, name.replace(/(\.\w+)$/, `${word}$1`)]));
  const renamed = (text: string) =>
    text.replace(/[\w.~@-]+\.(?:js|css|wasm)\b/g, (name) => to.get(name) ?? name);
  for (const each of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(each.parentPath, each.name);
    if (!each.isFile() || !TEXTS.includes(extname(each.name))) continue;
    const text = renamed(readFileSync(file, "utf8"));
    writeFileSync(file, each.name.endsWith(".html") ? text.replace("<title>", `<title>${word}: `) : text);
  }
  for (const [from, name] of to) renameSync(join(folder, "assets", from), join(folder, "assets", name));
  await writeServiceWorker(folder);
}
