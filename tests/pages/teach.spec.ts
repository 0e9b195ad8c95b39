// What teachers give out: links that they compose, an assignment in a frame of another page, and in a course site that takes
// SCORM 1.2.
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, type FrameLocator, type Page, test } from "@playwright/test";
import { strFromU8, unzipSync } from "fflate";
import { built } from "./built.ts";

const composer = (page: Page) => page.locator("course-link");
const link = (page: Page) => composer(page).getByRole("textbox", { name: "The link for your students" });

test("composes a link, which students' pages go by, and refuses in words what cannot be", async ({
  page,
}) => {
  await page.goto("teach/");
  await expect(link(page)).toHaveValue(`${built.address}assignments/three-regimes/`);
  for (const title of ["Will they move?", "How it grows", "Why"])
    await composer(page).getByRole("checkbox", { name: title }).uncheck();
  await composer(page).getByLabel("to, Neurons in a half, m in Where it stops holding").fill("1500");
  await page.keyboard.press("Tab");
  await expect(composer(page).getByRole("alert")).toContainText("the range must lie inside");
  await expect(link(page)).toBeHidden();
  await composer(page).getByLabel("to, Neurons in a half, m in Where it stops holding").fill("200");
  await page.keyboard.press("Tab");
  await composer(page).locator("[name='small.points']").selectOption("is shown, but locked");
  await composer(page).locator("[name='border.gamma']").selectOption("is not shown");
  await expect(composer(page).locator(".note")).toContainText("“Where they begin to” nothing is left to set");
  await composer(page).getByLabel("Last day").fill("2027-01-31");
  const query = new URL(await link(page).inputValue()).searchParams;
  expect(Object.fromEntries(query)).toEqual({
    tasks: "border,small",
    until: "2027-01-31",
    locked: "small.points",
    hidden: "border.gamma",
    range: "small.width:10-200",
  });
  await composer(page).getByText("In a page of your course site").click();
  await expect(composer(page).getByRole("textbox", { name: "The frame", exact: true })).toHaveValue(
    /^<iframe src="[^"]+tasks=border%2Csmall&amp;until=2027-01-31&amp;/,
  );
  await composer(page).locator("[data-open]").click();
  await expect(page.locator("assignment-sheet")).toContainText(/handed in by\s+Sunday,? 31 January 2027/);
  await expect(page.locator("assignment-sheet .note")).toHaveCount(0);
  await expect(page.locator("#task-border")).toBeVisible();
  await expect(page.locator("#task-why")).toBeHidden();
});

/** A course site of another origin: its own pages and a package, by their paths. */
let pages: Readonly<Record<string, string>> = {};
let server: Server;
let port = 0;
test.beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const type = pathname.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8";
    const text = pages[pathname.slice(1)];
    response.writeHead(text === undefined ? 404 : 200, { "content-type": type }).end(text ?? "");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  ({ port } = server.address() as AddressInfo);
});
test.afterAll(() => {
  server.close();
});

/** A package as the teacher's page gives it out, for two of the tasks, unpacked. */
async function packageFrom(page: Page): Promise<Record<string, string>> {
  await page.goto("teach/");
  for (const title of ["Where they begin to", "How it grows", "Where it stops holding"])
    await composer(page).getByRole("checkbox", { name: title }).uncheck();
  await composer(page).getByText("In a page of your course site").click();
  const saved = page.waitForEvent("download");
  await composer(page).getByRole("button", { name: "Download as SCORM 1.2" }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe("two-layers-three-regimes-scorm12.zip");
  const unpacked = Object.entries(unzipSync(readFileSync(await file.path())));
  return Object.fromEntries(unpacked.map(([name, bytes]) => [`package/${name}`, strFromU8(bytes)]));
}

const FRAME = '<iframe id="package" width="1000" height="700" src="SRC"></iframe>';
const course = (page: Page) => page.frameLocator("#package");
const assignment = (page: Page) => course(page).frameLocator("iframe");

async function begin(page: FrameLocator): Promise<void> {
  await page.getByLabel("Your name").fill("Ada");
  await page.getByLabel("Your student number").fill("4711");
  await page.getByRole("button", { name: "Draw my tasks" }).click();
}

test("a package tells a course site that it was begun and is done, and no score", async ({ page }) => {
  const runtime = readFileSync("node_modules/scorm-again/dist/scorm12.js", "utf8");
  const api = "window.API = new Scorm12API({ autocommit: false });";
  pages = {
    ...(await packageFrom(page)),
    "runtime.js": `${runtime}\n${api}`,
    "course.html": `<!doctype html><script src="runtime.js"></script>${FRAME.replace("SRC", "package/index.html")}`,
  };
  await page.goto(`http://127.0.0.1:${port}/course.html`);
  const told = (name: string) =>
    page.evaluate(
      (it) => (window as unknown as { API: { cmi: { core: Record<string, string> } } }).API.cmi.core[it],
      name,
    );
  await expect(course(page).getByRole("status")).toContainText("told no points");
  expect(await told("lesson_status")).toBe("incomplete");
  const frame = assignment(page);
  await begin(frame);
  await frame.getByLabel("Your answer").fill("A sum of many neurons over a small number.");
  const save = async () => {
    const saved = page.waitForEvent("download");
    await frame.getByRole("button", { name: "Save the file to hand in" }).click();
    await saved;
  };
  await save();
  await expect(frame.locator("assignment-sheet")).toContainText("1 of 2 tasks are done");
  expect(await told("lesson_status")).toBe("incomplete");
  await frame.locator("input[type=radio]").first().check();
  await frame.getByRole("button", { name: "Lock in the prediction" }).click();
  await frame.getByRole("button", { name: "Run", exact: true }).click();
  await expect(frame.locator("assignment-sheet")).toContainText("2 of 2 tasks are done");
  expect(await told("lesson_status")).toBe("incomplete");
  await save();
  await expect.poll(() => told("lesson_status")).toBe("completed");
  await expect(course(page).getByRole("status")).toContainText("knows that you are done");
  const score = await page.evaluate(() =>
    (window as unknown as { API: { lmsGetValue(name: string): string } }).API.lmsGetValue(
      "cmi.core.score.raw",
    ),
  );
  expect(score).toBe("");
  // The frame got the height that it asked for.
  const inner = course(page).locator("iframe");
  expect(Number(await inner.getAttribute("height"))).toBeGreaterThan(1000);
});

test("a package works where no course site listens, or one of another origin, and says so", async ({
  page,
}) => {
  const at = `http://127.0.0.1:${port}/package/index.html`;
  pages = { ...(await packageFrom(page)), "course.html": FRAME.replace("SRC", at) };
  for (const host of ["127.0.0.1", "localhost"]) {
    await page.goto(`http://${host}:${port}/course.html`);
    await expect(course(page).getByRole("status")).toContainText("This course site does not listen");
    await begin(assignment(page));
    await expect(assignment(page).getByText("0 of 2 tasks are done")).toBeVisible();
  }
});

test("an assignment in a sandbox without storage says that the file is what keeps the work", async ({
  page,
}) => {
  const src = `${built.address}assignments/three-regimes/?tasks=before,why`;
  pages = {
    "sandbox.html": `<!doctype html><iframe id="package" width="700" height="800" sandbox="allow-scripts allow-downloads allow-popups" src="${src}"></iframe>
      <script src="hears.js"></script>`,
    "hears.js": readFileSync(new URL("embeds/hears.js", import.meta.url), "utf8"),
  };
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(`http://127.0.0.1:${port}/sandbox.html`);
  const frame = course(page);
  const heard = () => page.evaluate(() => (window as unknown as { heard: object[] }).heard);
  await expect(frame.getByRole("alert")).toContainText("Your file is what keeps your work");
  await expect(frame.locator(".site-header")).toBeHidden();
  await expect(frame.locator(".site-footer")).toBeHidden();
  const from = { from: "two-layers", assignment: "three-regimes" };
  await expect.poll(heard).toContainEqual({ ...from, kind: "ready", done: 0, of: 2 });
  await begin(frame);
  await frame.getByLabel("Your answer").fill("Because.");
  const saved = page.waitForEvent("download");
  await frame.getByRole("button", { name: "Save the file to hand in" }).click();
  const file = readFileSync(await (await saved).path(), "utf8");
  expect(JSON.parse(file)).toMatchObject({ student: { number: "4711" }, entries: [{ text: "Because." }] });
  await expect.poll(heard).toContainEqual({ ...from, kind: "saved", done: 1, of: 2 });
  // The page around gave the frame its height, so that nothing scrolls in it, and got nothing else.
  const scrolls = () =>
    frame.locator("html").evaluate(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight);
  await expect.poll(scrolls).toBe(false);
  const keys = (await heard()).flatMap(Object.keys);
  expect([...new Set(keys)].sort()).toEqual(["assignment", "done", "from", "height", "kind", "of"]);
  // The work is there again from the file, in a page that has kept nothing.
  await page.reload();
  await frame.getByLabel("Or go on with a file of yours").setInputFiles({
    name: "mine.json",
    mimeType: "application/json",
    buffer: Buffer.from(file),
  });
  await expect(frame.getByText("1 of 2 tasks are done")).toBeVisible();
  // What leads to other pages opens beside the frame.
  const opened = page.waitForEvent("popup");
  await frame.getByRole("link", { name: "Assignments" }).click();
  await expect(await opened).toHaveURL(/\/assignments\/$/);
  expect(problems).toEqual([]);
});
