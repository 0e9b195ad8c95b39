// A figure or a claim in a frame of another origin: what the frame says and does, in pages of several kinds, in a sandbox, and
// where nothing is stored.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, expect, type Frame, type Page, test } from "@playwright/test";
import type { FromFrame, ToFrame } from "../../src/runtime/embedded/messages.ts";
import { built, builtPages } from "./built.ts";

const FIGURE = "phase-diagram/three-regimes";
const CLAIM = "phase-diagram/A1";
const recordOf = (kind: string, name: string): { digest: string } =>
  JSON.parse(readFileSync(new URL(`../../content/records/${kind}/${name}.json`, import.meta.url), "utf8"));

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

/** Presses Run with the mouse in a frame that is scaled, which Playwright does not reckon with. */
async function pressRun(page: Page, it: Around): Promise<void> {
  const button = it.frame().getByRole("button", { name: "Run" });
  const hasBegun = async () => (await it.heard()).some((each) => each.kind === "state" && each.running);
  await expect(async () => {
    if (await hasBegun()) return;
    const box = await page.locator("iframe").boundingBox();
    const { x, y, width } = await button.evaluate((each) => {
      const { left, top, width, height } = each.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2, width: innerWidth };
    });
    if (!box) throw new Error("The frame is not there.");
    await page.mouse.click(box.x + (x * box.width) / width, box.y + (y * box.width) / width);
    await expect.poll(hasBegun, { timeout: 5000 }).toBe(true);
  }).toPass();
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
    await expect.poll(async () => (await next(it, "state")).parameters).toMatchObject({ backend: "wasm" });
    // In a slide by hand, through its scale; elsewhere because the page around asks for it.
    if (kind === "slide") await pressRun(page, it);
    else await it.say(RUN);
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

for (const kind of ["course", "sandbox"])
  test(`has its settings in the address by their bare names in a ${kind}, and takes others by message`, async ({
    page,
  }) => {
    const it = await around(page, kind, `embed/${FIGURE}/?seed=3`);
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

test("loads nothing that is live until a hand comes near, and leaves the keyboard where it is", async ({
  page,
}) => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(new URL(request.url()).pathname);
  });
  const isLive = () => scripts.some((path) => path.includes("live-figure."));
  await page.goto(`embed/${FIGURE}/`);
  await page.waitForLoadState("networkidle");
  expect(isLive()).toBe(false);
  await expect(page.getByRole("button")).toHaveText(["Run"]);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Step" })).toBeVisible();
  expect(isLive()).toBe(true);
  await expect(page.getByRole("button", { name: "Run" })).toBeFocused();

  await page.reload();
  await page.waitForLoadState("networkidle");
  await page.mouse.move(30, 300);
  const height = () => page.evaluate(() => document.body.getBoundingClientRect().height);
  const before = await height();
  await page.mouse.move(40, 310);
  await expect(page.getByRole("button", { name: "Step" })).toBeVisible();
  // What stands in the page around stays where it is.
  expect(await height()).toBe(before);
  await page.getByText("Settings", { exact: true }).click();
  await expect(page.getByLabel("Neurons in a half m")).toBeVisible();
});

test("runs when its button was held down while the rest was loading", async ({ page }) => {
  let letThrough = () => {};
  const isLate = new Promise<void>((done) => {
    letThrough = done;
  });
  await page.route(/live-figure\.[^/]*\.js$/, async (route) => {
    await isLate;
    await route.continue();
  });
  await page.goto(`embed/${FIGURE}/`);
  await page.getByRole("button", { name: "Run" }).hover();
  await page.mouse.down();
  letThrough();
  await page.waitForFunction(() => customElements.get("live-figure"));
  await page.mouse.up();
  await expect(page.locator(".progress-text")).toContainText("finished");
});

test("says what did not load, and tries again", async ({ page }) => {
  await page.route(/live-figure\.[^/]*\.js$/, (route) => route.abort());
  const it = await around(page, "course");
  await next(it, "ready");
  await it.say(RUN);
  expect((await next(it, "error")).message).toContain("could not be loaded");
  await expect(it.frame().getByRole("status").first()).toContainText("could not be loaded");
  await page.unroute(/live-figure\.[^/]*\.js$/);
  await it.say(RUN);
  await next(it, "result");
});

/** Whether the page has storage, which a browser that blocks it refuses with an error. */
const storage = () => {
  try {
    localStorage.setItem("probe", "1");
    localStorage.removeItem("probe");
    return true;
  } catch {
    return false;
  }
};

for (const isOwn of [true, false])
  for (const isForeign of [true, false])
    test(`trains where the browser ${isOwn ? "keeps" : "blocks"} a site's own storage and ${isForeign ? "keeps" : "blocks"} that of frames`, async ({
      launchOptions,
      browserName,
    }, info) => {
      test.skip(browserName !== "chromium", "only Chromium's settings are known here");
      const profile = info.outputPath("profile");
      mkdirSync(join(profile, "Default"), { recursive: true });
      const { host } = new URL(built.address);
      const blocked = isOwn ? {} : { [`${host},${host}`]: { setting: 2 } };
      const preferences = {
        profile: {
          block_third_party_cookies: !isForeign,
          cookie_controls_mode: isForeign ? 0 : 1,
          content_settings: { exceptions: { cookies: blocked } },
        },
      };
      writeFileSync(join(profile, "Default/Preferences"), JSON.stringify(preferences));
      const context = await chromium.launchPersistentContext(profile, {
        ...launchOptions,
        baseURL: built.address,
        serviceWorkers: "block",
      });
      const page = await context.newPage();
      const problems: string[] = [];
      page.on("pageerror", (error) => problems.push(error.message));

      await page.goto(`${built.address}embed/${FIGURE}/`);
      expect(await page.evaluate(storage)).toBe(isOwn);
      await page.getByRole("button", { name: "Run" }).click();
      await expect(page.locator(".progress-text")).toContainText("finished");

      const it = await around(page, "course");
      await next(it, "ready");
      expect(await it.frame().evaluate(storage)).toBe(isForeign);
      await it.say(RUN);
      await next(it, "result");
      expect(problems).toEqual([]);
      await context.close();
    });

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
    await place.getByRole("button", { name: "Embed" }).click();
    await expect(page.locator("dialog")).toBeVisible();
    const [frame, script] = await page
      .locator("dialog textarea")
      .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
    const path = of === "figure" ? `embed/${FIGURE}/?seed=2` : `embed/claims/${CLAIM}/`;
    expect(frame).toContain(`src="${built.address}${path}"`);
    expect(frame).toContain('loading="lazy" allow=""');
    await page.goto(`${foreign}nothing`);
    await page.setContent(`<body>${frame}${script}</body>`);
    const inside = page.locator("iframe");
    // The height in the code is a guess; a look at the page may come when it is the true one already.
    const [, guessed] = /height="(\d+)"/.exec(frame ?? "") ?? [];
    await expect.poll(() => inside.getAttribute("height")).not.toBe(guessed);
  });
}

test("has the code where a phone has room for it, and on the card of a claim that is open", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("phase-diagram/");
  const figure = page.locator(`live-figure[data-figure="${FIGURE}"]`);
  const embed = figure.getByRole("button", { name: "Embed" });
  await expect(figure.getByRole("button", { name: "Run" })).toBeVisible();
  await expect(embed).toBeHidden();
  await figure.getByText("link and files").click();
  await expect(embed).toBeVisible();
  const card = page.locator(`claim-check[data-claim="${CLAIM}"]`);
  await card.getByText("What is claimed").click();
  await card.getByRole("button", { name: "Embed" }).click();
  await expect(page.locator("dialog textarea").first()).toHaveValue(new RegExp(`/embed/claims/${CLAIM}/`));
});

test("has code on the page about frames that works as it stands", async ({ page }) => {
  await page.goto("embed/");
  const [frame = "", heights = "", lesson = ""] = await page.locator("pre code").allTextContents();
  expect(frame).toContain("https://example.org");
  await page.goto(`${foreign}nothing`);
  await page.setContent(
    `<body>${frame.replace(`https://example.org${built.base}`, built.address)}${heights}${lesson}</body>`,
  );
  await expect.poll(() => page.locator("iframe").getAttribute("height")).not.toBe("700");
  await page.getByRole("button", { name: "Train with seed 7" }).click();
  await expect(page.locator("#out")).toContainText('"relativeRisk"');
});

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
