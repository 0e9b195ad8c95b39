/**
 * The service worker, `sw.js`: keeps what the pages run on, and every page that is visited while it is here, so that both
 * work without a connection. With one, a page always comes from its host.
 *
 * A file with a hash in its name never changes, and is kept by its name. A page is kept only if all scripts and styles that
 * it names are of this version, so that it never meets those of another. A newer version waits until no page that is
 * open needs this one.
 */
import { setCacheNameDetails } from "workbox-core";
import { type PrecacheEntry, precacheAndRoute } from "workbox-precaching";
import { ALWAYS_KEPT, hashedIn, hasPages, type Keep, NOT_KEPT, PREFIX, pagesOf } from "./kept.ts";

declare const self: ServiceWorkerGlobalScope;
/** Put here when the site is built. */
declare const VERSION: string;
declare const FILES: readonly PrecacheEntry[];
/** What pages for teachers load besides. */
declare const FOR_TEACHERS: readonly string[];

const { scope } = self.registration;
const base = new URL(scope).pathname;
const PAGES = pagesOf(VERSION, scope);
const pathOf = (url: string) => new URL(url, scope).pathname;
const ours = new Set(FILES.map(({ url }) => pathOf(url)));
const forTeachers = new Set(FOR_TEACHERS.map(pathOf));

setCacheNameDetails({ prefix: PREFIX });
precacheAndRoute([...FILES]);
self.addEventListener("install", (event) => event.waitUntil(takeOver()));
self.addEventListener("activate", (event) => event.waitUntil(begin()));
self.addEventListener("message", (event) => event.waitUntil(keep((event.data as Keep).keep)));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !request.url.startsWith(scope)) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (url.pathname.startsWith(`${base}assets/`)) event.respondWith(file(request));
});

/** Keeps anew what an older version kept, and the pages that are always there. Where that fails, the older one stays. */
async function takeOver(): Promise<void> {
  const older = (await caches.keys()).filter((name) => hasPages(name, scope));
  const kept = await Promise.all(
    older.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
  );
  const pages = kept.flat().filter((url) => !url.startsWith(`${scope}assets/`));
  for (const url of new Set([...ALWAYS_KEPT.map((path) => new URL(path, scope).href), ...pages]))
    if ((await keep(url)) === "of another version") throw new Error(`${url} is of another version.`);
}

/** Forgets other versions, and answers for the page that brought this one. */
async function begin(): Promise<void> {
  for (const name of await caches.keys())
    if (hasPages(name, scope) && name !== PAGES) await caches.delete(name);
  await self.clients.claim();
}

/** Keeps a page as its host has it now, with the files that only this page names; with the first for teachers, all that those load. */
async function keep(url: string): Promise<"kept" | "not there" | "of another version"> {
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok || response.redirected) return "not there";
  const named = hashedIn(await response.clone().text(), base);
  const isOurs = (name: string) => ours.has(name) || forTeachers.has(name);
  if (named.some((name) => /\.(js|css)$/.test(name) && !isOurs(name))) return "of another version";
  const pages = await caches.open(PAGES);
  const isForTeachers = named.some((name) => forTeachers.has(name));
  const others = [...named.filter((name) => !isOurs(name)), ...(isForTeachers ? forTeachers : [])];
  await Promise.all(others.map(async (name) => (await pages.match(name)) ?? pages.add(name)));
  await pages.put(url, response);
  return "kept";
}

/** A page as its host has it; without a connection as it was kept, whatever settings its address has. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    const pages = await caches.open(PAGES);
    const kept = await pages.match(request, { ignoreSearch: true });
    return kept ?? (await pages.match(new URL(NOT_KEPT, scope).href)) ?? Response.error();
  }
}

/** A file with a hash, from whichever version has it. What this version has, Workbox answers before. */
async function file(request: Request): Promise<Response> {
  return (await caches.match(request.url)) ?? fetch(request);
}
