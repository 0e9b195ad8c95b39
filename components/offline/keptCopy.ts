/** What this browser keeps of the site, and how readers do away with it. */
import { isOfSite } from "../../src/offline/kept.ts";
import { container, DECLINED, registration, scope } from "./register.ts";

/** What this browser keeps of the site: its pages, and how many bytes everything has. */
export async function whatIsKept(): Promise<{ pages: number; bytes: number }> {
  const here = container();
  if (!here || !(await registration(here))) return { pages: 0, bytes: 0 };
  const bodies = await Promise.all((await cachesOfSite()).map(contentOf));
  const all = bodies.flat();
  const bytes = (await Promise.all(all.map(async (response) => (await response.blob()).size))).reduce(
    (sum, size) => sum + size,
    0,
  );
  const pages = all.filter(({ headers }) => headers.get("content-type")?.startsWith("text/html")).length;
  return { pages, bytes };
}

/** Does away with everything that is kept, for good unless readers ask for it again. */
export async function decline(): Promise<void> {
  localStorage.setItem(DECLINED, "");
  const here = container();
  if (here) await (await registration(here))?.unregister();
  for (const name of await cachesOfSite()) await caches.delete(name);
}

export function accept(): void {
  localStorage.removeItem(DECLINED);
}

const cachesOfSite = async () => (await caches.keys()).filter((name) => isOfSite(name, scope()));

async function contentOf(name: string): Promise<Response[]> {
  const cache = await caches.open(name);
  return (await Promise.all((await cache.keys()).map((request) => cache.match(request)))).filter(
    (response) => response !== undefined,
  );
}
