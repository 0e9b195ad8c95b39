// A figure or a claim in a frame of another origin: what the frame says and does, in pages of several kinds, in a sandbox, and
// where nothing is stored.
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, type Frame, type Page, test } from "@playwright/test";
import type { FromFrame, ToFrame } from "../../src/runtime/embedded/messages.ts";
import { built, builtPages } from "./built.ts";

const FIGURE = "phase-diagram/three-regimes";
const CLAIM = "phase-diagram/A1";
const recordOf = (kind: string, name: string): { digest: string } =>
  JSON.parse(readFileSync(new URL(`../../content/records/${kind}/${name}.json`, import.meta.url), "utf8"));

/**
 * Bytes of a page for a frame before its reader does anything, as gzip sends them, fonts left out: of the fullest figure, whose
 * script is that of an article, and of a claim.
 */
const BUDGETS = { "embed/phase-diagram/orientations/": 75_000, [`embed/claims/${CLAIM}/`]: 40_000 };

let server: Server;
let foreign = "";
test.beforeAll(async () => {
  const folder = fileURLToPath(new URL("embeds/", import.meta.url));
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const type = pathname.endsWith(".js") ? "text/javascript" : "text/html";
    const file = pathname.replace(/^\/(?=[a-z]+\.(html|js)$)/, "");
    if (!/^[a-z]+\.(html|js)$/.test(file)) {
      response.writeHead(404).end("There is nothing here.");
      return;
    }
    const text = readFileSync(folder + file, "utf8");
    response
      .writeHead(200, { "content-type": type })
      .end(text.replace("FRAME", searchParams.get("frame") ?? ""));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  // By its number, localhost is another site.
  foreign = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
test.afterAll(() => {
  server.close();
});

/** The page around and what it hears. */
interface Around {
  readonly heard: () => Promise<FromFrame[]>;
  readonly say: (message: unknown) => Promise<void>;
  readonly frame: () => Frame;
}

async function around(page: Page, kind: string, path = `embed/${FIGURE}/`): Promise<Around> {
  const frame = encodeURIComponent(built.address + path);
  await page.goto(`${foreign}${kind}.html?frame=${frame}`);
  const isInside = (each: Frame) => each.url().includes("/embed/");
  await expect.poll(() => page.frames().some(isInside)).toBe(true);
  const inside = page.frames().find(isInside) as Frame;
  const holder = inside.parentFrame() as Frame;
  return {
    frame: () => page.frames().find(isInside) as Frame,
    heard: () => holder.evaluate(() => (window as unknown as { heard: FromFrame[] }).heard),
    say: (message) =>
      holder.evaluate((it) => (window as unknown as { say: (it: unknown) => void }).say(it), message),
  };
}

async function next<Kind extends FromFrame["kind"]>({ heard }: Around, kind: Kind) {
  await expect.poll(async () => (await heard()).map((each) => each.kind)).toContain(kind);
  return (await heard()).findLast((each) => each.kind === kind) as Extract<FromFrame, { kind: Kind }>;
}

const RUN: ToFrame = { to: "two-layers", kind: "run" };

for (const kind of ["slide", "course", "notebook", "sandbox"]) {
  test(`trains in a ${kind} of another origin, and says what the record says`, async ({ page }) => {
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(error.message));
    const it = await around(page, kind);
    expect(await next(it, "ready")).toMatchObject({ version: 1, figure: FIGURE });
    expect((await next(it, "size")).height).toBeGreaterThan(200);
    expect(await next(it, "state")).toMatchObject({ parameters: { seed: 1 }, running: false, progress: 0 });
    // The digest of the record is of WebAssembly.
    await it.say({ to: "two-layers", kind: "set", parameters: { backend: "wasm" } });
    await it.say(RUN);
    const { digest } = recordOf("figures", FIGURE);
    expect(await next(it, "result")).toMatchObject({ digest });
    expect(await next(it, "state")).toMatchObject({ running: false, progress: 1 });
    expect(problems).toEqual([]);
  });
}

test("gets the height it asks for, and then does not scroll", async ({ page }) => {
  await page.setViewportSize({ width: 700, height: 800 });
  const it = await around(page, "course");
  await next(it, "size");
  await expect
    .poll(() =>
      it
        .frame()
        .evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight),
    )
    .toBe(0);
});

test("checks a claim when it is told to, with verdict, digest and record", async ({ page }) => {
  const it = await around(page, "course", `embed/claims/${CLAIM}/`);
  await next(it, "ready");
  await it.say({ to: "two-layers", kind: "set", parameters: { backend: "wasm" } });
  await it.say(RUN);
  const result = await next(it, "result");
  expect(result).toMatchObject({ claim: CLAIM, ...pick(recordOf("claims", CLAIM)) });
  expect(result.record).toContain("/verify/#record=");
});

function pick({ digest, verdict }: { digest: string; verdict?: string }) {
  return { digest, verdict };
}

test("has its settings in the address by their bare names, and takes others by message", async ({ page }) => {
  const it = await around(page, "course", `embed/${FIGURE}/?seed=3`);
  await next(it, "ready");
  expect(await next(it, "state")).toMatchObject({ parameters: { seed: 3 } });
  await it.say({ to: "two-layers", kind: "set", parameters: { seed: 4 } });
  await expect.poll(async () => (await next(it, "state")).parameters).toMatchObject({ seed: 4 });
  await it.say({ to: "two-layers", kind: "stop" });
  await expect.poll(async () => (await next(it, "state")).running).toBe(false);
  expect(new URL(it.frame().url()).searchParams.getAll("three-regimes.seed")).toEqual(["4"]);
});

test("answers what is wrong in words, and sets none of it", async ({ page }) => {
  const it = await around(page, "course");
  await next(it, "ready");
  const errors = async () =>
    (await it.heard()).flatMap((each) => (each.kind === "error" ? [each.message] : []));
  const wrong: [object, RegExp][] = [
    [{ kind: "dance" }, /kind set, run or stop; “dance”/],
    [{ kind: "set", parameters: 3 }, /needs “parameters”/],
    [{ kind: "run", twice: true }, /has nothing besides/],
    [{ kind: "set", parameters: { seed: 5, colour: "red" } }, /no setting “colour”/],
    [{ kind: "set", parameters: { seed: -1 } }, /seed/i],
  ];
  for (const [k, [message, words]] of wrong.entries()) {
    await it.say({ to: "two-layers", ...message });
    await expect.poll(async () => (await errors()).length).toBe(k + 1);
    expect((await errors()).at(-1)).toMatch(words);
  }
  expect(await next(it, "state")).toMatchObject({ parameters: { seed: 1 } });
});

test("hears nobody but the page around", async ({ page }) => {
  const it = await around(page, "course");
  await next(it, "ready");
  // A message from the frame itself, and one that is for somebody else.
  await it.frame().evaluate(() => window.postMessage({ to: "two-layers", kind: "dance" }, "*"));
  await it.say({ kind: "dance" });
  await it.say("dance");
  await it.say(null);
  await it.say({ to: "two-layers", kind: "set", parameters: { seed: 9 } });
  await expect.poll(async () => (await next(it, "state")).parameters).toMatchObject({ seed: 9 });
  expect((await it.heard()).filter(({ kind }) => kind === "error")).toEqual([]);
});

for (const isThird of [true, false]) {
  test(`trains where storage is blocked, ${isThird ? "in a frame of another site" : "at its own address"}`, async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const deny = {
        get() {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      };
      for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
        Object.defineProperty(globalThis, name, deny);
    });
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(error.message));
    if (isThird) {
      const it = await around(page, "course");
      await next(it, "ready");
      await it.say(RUN);
      await next(it, "result");
    } else {
      await page.goto(`embed/${FIGURE}/`);
      await page.getByRole("button", { name: "Run" }).click();
      await expect(page.locator(".progress-text")).toContainText("finished");
    }
    expect(problems).toEqual([]);
  });
}

test("keeps the recorded picture and says so in a sandbox whose scripts the host does not hand out", async ({
  page,
}) => {
  await page.route(`${built.address}**`, async (route) => {
    const response = await route.fetch({ maxRetries: 5 });
    // Without this header Playwright would add the one that lets everybody read it.
    const headers = { ...response.headers(), "access-control-allow-origin": "https://example.org" };
    await route.fulfill({ response, headers });
  });
  const it = await around(page, "sandbox");
  await expect(it.frame().locator(".without-script")).toContainText("scripts of this page did not load");
  await expect(it.frame().locator("[data-plot] svg:visible").first()).toBeVisible();
  expect(await it.heard()).toEqual([]);
});

for (const of of ["figure", "claim"] as const) {
  test(`hands over the code of a ${of}, which works in another page`, async ({ page }) => {
    await page.goto(of === "figure" ? "phase-diagram/?three-regimes.seed=2" : `claims/${CLAIM}/`);
    const place = page.locator(of === "figure" ? "#figure-three-regimes" : "claim-check");
    if (of === "figure") await place.getByText("link and files").click();
    await place.getByRole("button", { name: "Embed" }).click();
    const [frame, script] = await page
      .locator("dialog textarea")
      .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
    const path = of === "figure" ? `embed/${FIGURE}/?seed=2` : `embed/claims/${CLAIM}/`;
    expect(frame).toContain(`src="${built.address}${path}"`);
    expect(frame).toContain('loading="lazy" allow=""');
    await page.goto(`${foreign}nothing`);
    await page.setContent(`<body>${frame}${script}</body>`);
    const inside = page.locator("iframe");
    const before = await inside.getAttribute("height");
    await expect.poll(() => inside.getAttribute("height")).not.toBe(before);
  });
}

for (const [path, budget] of Object.entries(BUDGETS)) {
  test(`/${path} loads at most ${budget / 1000} kB before its reader does anything`, async ({ page }) => {
    const bodies: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      if (!/\.(woff2|svg)$/.test(new URL(response.url()).pathname)) bodies.push(response.body());
    });
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(budget);
  });
}

test("there is a page for every figure and every claim, which names its article and is in no index", () => {
  const pages = builtPages();
  const embedded = pages.filter(({ path }) => /^embed\/.+/.test(path));
  const figures = pages.flatMap(({ path, html }) =>
    /^[a-z-]+\/$/.test(path)
      ? [...html.matchAll(/<live-figure data-figure="([^"]+)"/g)].map(([, name]) => name)
      : [],
  );
  expect(figures.length).toBeGreaterThan(0);
  for (const name of figures) expect(embedded.map(({ path }) => path)).toContain(`embed/${name}/`);
  for (const { path, html } of embedded) {
    expect(html, path).toContain('<meta name="robots" content="noindex">');
    expect(html, path).not.toContain("<header");
  }
});
