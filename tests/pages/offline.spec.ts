// A site that its readers' browsers keep: without a connection, published anew under an open page, and not allowed.
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { quickestOf, referenceOf } from "./papers.ts";
import { type OwnSite, ownSite } from "./redeployed.ts";

test.use({ serviceWorkers: "allow" });

let site: Awaited<ReturnType<typeof ownSite>>;
test.beforeEach(async () => {
  site = await ownSite();
});
test.afterEach(() => site.close());

/** Opens a page, and waits until the browser has kept it and what it runs on. */
async function visit(page: Page, { address }: OwnSite, path: string): Promise<void> {
  await page.goto(address + path);
  await expect.poll(() => isKept(page), { timeout: 120_000 }).toBe(true);
}

const isKept = (page: Page) =>
  page.evaluate(async () => {
    const pages = (await caches.keys()).filter((name) => name.startsWith("two-layers-pages-"));
    const found = pages.map(async (name) => (await caches.open(name)).match(location.pathname));
    return (await Promise.all(found)).some(Boolean) && navigator.serviceWorker.controller !== null;
  });

/** Until the newer version is there, and waits until no page of the older one is open. */
const waitingWorker = (page: Page) =>
  expect
    .poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.ready).waiting)))
    .toBe(true);

async function run(page: Page): Promise<void> {
  const figure = page.locator("#figure-three-regimes");
  await figure.getByRole("button", { name: /^Run/ }).click();
  await expect(figure.locator(".progress-text")).toContainText("finished");
  await expect(figure.locator(".device")).toContainText("Runs on WebAssembly");
}

async function check(page: Page, claim: string): Promise<void> {
  const card = page.locator(`#claim-${claim.replace(/^.*\//, "")}`);
  await card.getByRole("button", { name: "Check it here" }).click();
  await expect(card.locator("[data-verdict]")).toHaveText(referenceOf(claim).verdict);
}

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  return complaints;
}

test("an assignment that was visited once is worked on without a connection, from its beginning", async ({
  page,
}) => {
  await visit(page, site, "assignments/three-regimes/");
  site.goAway();
  const complaints = complaintsOf(page);
  await page.reload();
  await page.getByLabel("Your name").fill("Ada");
  await page.getByLabel("Your student number").fill("1815");
  await page.getByRole("button", { name: "Draw my tasks" }).click();
  const task = page.locator("#task-before");
  await task.getByRole("radio").first().check();
  await task.getByRole("button", { name: "Lock in the prediction" }).click();
  await task.getByRole("button", { name: "Run", exact: true }).click();
  await expect(task.getByText("Your run is in your file.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("1 of 5 tasks are done.")).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-save]").click()]);
  expect(download.suggestedFilename()).toBe("two-layers-three-regimes-1815.json");
  expect(complaints).toEqual([]);
});

test("a teacher who was there once grades and composes links without a connection, and what that takes no student's browser keeps", async ({
  page,
}) => {
  const scores = () =>
    page.evaluate(async () => {
      const kept = await Promise.all(
        (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
      );
      return kept.flat().filter(({ url }) => /\/scores\./.test(url)).length;
    });
  await visit(page, site, "assignments/three-regimes/");
  expect(await scores()).toBe(0);
  await page.getByLabel("Your name").fill("Ada");
  await page.getByLabel("Your student number").fill("1815");
  await page.getByRole("button", { name: "Draw my tasks" }).click();
  await page.locator("#task-why").getByLabel("Your answer").fill("Each has to change little.");
  const task = page.locator("#task-growth");
  await task.getByRole("button", { name: "Run", exact: true }).click();
  await expect(task.getByText("Your run is in your file.")).toBeVisible();
  const [handIn] = await Promise.all([page.waitForEvent("download"), page.locator("[data-save]").click()]);
  const file = { name: "ada.json", mimeType: "application/json", buffer: readFileSync(await handIn.path()) };

  await visit(page, site, "grade/");
  await visit(page, site, "teach/");
  expect(await scores()).toBeGreaterThan(0);
  site.goAway();
  const complaints = complaintsOf(page);
  await page.goto(`${site.address}grade/`);
  await page.getByLabel("Files or an archive").setInputFiles(file);
  await expect(page.getByText("1 of 1 file is graded.")).toBeVisible();
  await expect(page.locator(".graded tbody tr")).toContainText("No number was given.");
  const [table] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /Gradebook/ }).click(),
  ]);
  expect(readFileSync(await table.path(), "utf8")).toContain("Ada,,1815");
  await page.goto(`${site.address}teach/`);
  await page.locator("course-link").getByText("In a page of your course site").click();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download as SCORM 1.2" }).click();
  expect((await saved).suggestedFilename()).toBe("two-layers-three-regimes-scorm12.zip");
  expect(complaints).toEqual([]);
});

test("a teacher's page is kept by a browser that was nowhere else", async ({ page }) => {
  await visit(page, site, "grade/");
  site.goAway();
  await page.reload();
  await expect(page.getByLabel("Files or an archive")).toBeVisible();
});

test("an article that was visited once opens, runs and is checked without a connection", async ({ page }) => {
  await visit(page, site, "phase-diagram/");
  await visit(page, site, "hinge-mean-field/");
  site.goAway();
  const complaints = complaintsOf(page);
  await page.goto(`${site.address}phase-diagram/?three-regimes.seed=3`);
  await run(page);
  const [claim = ""] = quickestOf("phase-diagram");
  await check(page, claim);
  await page.goto(`${site.address}hinge-mean-field/`);
  const [another = ""] = quickestOf("hinge-mean-field");
  await check(page, another);
  expect(complaints).toEqual([]);
  await page.goto(`${site.address}condensation/`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no connection");
  await page.getByRole("link", { name: "Go to the list of papers" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.locator("a[href$='/phase-diagram/']").first().click();
  await expect(page.locator("#figure-three-regimes").getByRole("button", { name: "Run" })).toBeVisible();
});

test("records are checked without a connection, and what is kept is told, after one visit to an article", async ({
  page,
}) => {
  await visit(page, site, "phase-diagram/");
  site.goAway();
  const complaints = complaintsOf(page);
  await page.goto(`${site.address}verify/`);
  const [claim = ""] = quickestOf("condensation");
  await page.locator("input[type=file]").setInputFiles(`content/records/claims/${claim}.json`);
  await page.getByRole("button", { name: /^Run/ }).click();
  await expect(page.locator("record-check")).toContainText(/confirmed/);
  await page.goto(`${site.address}about/`);
  await expect(page.locator("kept-copy")).toContainText(/keeps \d+ pages/);
  expect(complaints).toEqual([]);
});

test("a page that is open while the site is published anew loses nothing, and is of the new version once reloaded", async ({
  page,
}) => {
  await visit(page, site, "phase-diagram/");
  await site.publishAnew("second");
  const complaints = complaintsOf(page);
  await run(page);
  const scripts = (word: string) =>
    page.evaluate(
      (each) =>
        performance
          .getEntriesByType("resource")
          .filter(({ name }) => /\.(js|css)$/.test(name) && name.includes(`${each}.`)).length,
      word,
    );
  expect(await scripts("second")).toBe(0);
  await page.reload();
  await expect(page).toHaveTitle(/^second: /);
  await run(page);
  expect(await scripts("second")).toBeGreaterThan(0);
  expect(complaints).toEqual([]);
});

test.describe("in a browser that keeps nothing", () => {
  test.use({ serviceWorkers: "block" });

  test("a page that is open while the site is published anew says so, and runs once reloaded", async ({
    page,
  }) => {
    await page.goto(`${site.address}phase-diagram/`);
    await page.waitForLoadState("networkidle");
    await site.publishAnew("second");
    const figure = page.locator("#figure-three-regimes");
    await figure.getByRole("button", { name: "Run", exact: true }).click();
    await expect(figure.locator(".messages")).toContainText("or reload the page");
    await page.reload();
    await run(page);
    await expect(figure.locator(".messages")).not.toContainText("reload");
  });
});

test("without a connection a page is of the older version while the newer one waits", async ({ page }) => {
  await visit(page, site, "phase-diagram/");
  const title = await page.title();
  await site.publishAnew("second");
  await page.reload();
  await expect(page).toHaveTitle(`second: ${title}`);
  await waitingWorker(page);
  site.goAway();
  await page.goto(`${site.address}phase-diagram/`);
  await expect(page).toHaveTitle(title);
  await run(page);
});

test("without a connection a page is of the newer version once no page needs the older one", async ({
  page,
  context,
}) => {
  await visit(page, site, "phase-diagram/");
  await site.publishAnew("second");
  await page.reload();
  await expect(page).toHaveTitle(/^second: /);
  await waitingWorker(page);
  const another = await context.newPage();
  await page.goto("about:blank");
  await page.close();
  await expect
    .poll(async () => {
      await another.goto(`${site.address}about/`);
      const waiting = await another.evaluate(async () => {
        return Boolean((await navigator.serviceWorker.ready).waiting);
      });
      await another.goto("about:blank");
      return waiting;
    })
    .toBe(false);
  site.goAway();
  await another.goto(`${site.address}phase-diagram/`);
  await expect(another).toHaveTitle(/^second: /);
  await run(another);
  const kept = await another.evaluate(async () => {
    return (await caches.keys()).filter((name) => name.startsWith("two-layers-pages-"));
  });
  expect(kept, "pages of one version").toHaveLength(1);
});

test("what is kept is told, taken away, and stays away until it is asked for", async ({ page }) => {
  await visit(page, site, "phase-diagram/");
  await page.goto(`${site.address}about/`);
  const copy = page.locator("kept-copy");
  await expect(copy).toContainText(/keeps \d+ pages/);
  await copy.getByRole("button", { name: "Remove it" }).click();
  await expect(copy).toContainText("Nothing is kept");
  const left = () =>
    page.evaluate(async () => [
      ...(await caches.keys()),
      ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    ]);
  await page.goto(`${site.address}phase-diagram/`);
  await page.waitForLoadState("networkidle");
  expect(await left()).toEqual([]);
  await page.goto(`${site.address}about/`);
  await copy.getByRole("button", { name: "Allow it again" }).click();
  await expect(copy).toContainText("So far this browser keeps nothing.");
  await visit(page, site, "phase-diagram/");
});

test("a page runs, and nothing is complained of, where nothing may be kept", async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "serviceWorker", {
      value: {
        register: () => Promise.reject(new DOMException("The operation is insecure.", "SecurityError")),
        getRegistration: () =>
          Promise.reject(new DOMException("The operation is insecure.", "SecurityError")),
      },
    });
  });
  await page.goto(`${site.address}phase-diagram/`);
  await run(page);
  expect(complaints).toEqual([]);
});

test("a page in a sandbox complains of nothing", async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.route("**/frame.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<iframe sandbox="allow-scripts" src="${site.address}about/"></iframe>`,
    }),
  );
  await page.goto(`${site.address}frame.html`);
  const copy = page.frameLocator("iframe").locator("kept-copy");
  await expect(copy).toContainText("does not let");
  expect(complaints).toEqual([]);
});
