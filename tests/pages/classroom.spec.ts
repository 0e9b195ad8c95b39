// A class: a student works through a whole assignment, comes back to it, and hands in a file; a teacher grades it, with forged files
// beside it, and takes the table away. The command line comes to the same points.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Download, expect, type Locator, type Page, test } from "@playwright/test";
import { zipSync } from "fflate";
import type { Assignment } from "../../src/assignments/assignment.ts";
import { gradeAll } from "../../src/assignments/grading/gradeAll.ts";
import { type Graded, isGraded, pointsOf } from "../../src/assignments/grading/graded.ts";
import { solvedBy } from "../../src/assignments/grading/solved.ts";
import { submissionsIn } from "../../src/assignments/grading/submissions.ts";
import type { HandIn } from "../../src/assignments/handIn.ts";
import { assignmentNamed } from "../../src/catalogue/assignments.ts";
import { scoresOf } from "../../src/catalogue/scores.ts";
import { threadWorker } from "../../src/cli/runs/threadWorker.ts";
import { createPool, type Pool } from "../../src/runtime/workers/pool.ts";
import { bridgeTo } from "../../src/runtime/workers/workerBridge.ts";
import { SOFTWARE } from "../../src/software.ts";
import { AT, FORGERIES } from "../records/assignments/forgeries.ts";

const ASSIGNMENT = "assignments/three-regimes/";
const NUMBER = "1815";

async function begin(page: Page, name = "Ada Lovelace", number = NUMBER) {
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Your student number").fill(number);
  await page.getByRole("button", { name: "Draw my tasks" }).click();
}

const taskOf = (page: Page, name: string) => page.locator(`#task-${name}`);
const finished = (task: Locator) =>
  expect(task.locator(".progress-text")).toContainText("finished", { timeout: 120_000 });

/** Runs what waits for the student, and waits for its end. */
async function run(task: Locator) {
  await task.getByRole("button", { name: "Run", exact: true }).click();
  await finished(task);
}

async function contentOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}

async function saved(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the file to hand in" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`two-layers-three-regimes-${NUMBER}.json`);
  return contentOf(download);
}

const assignment = assignmentNamed("three-regimes") as Assignment;

/** The file of a student who solves all tasks of {@link ASSIGNMENT}. */
async function solvedFile(pool: Pool): Promise<HandIn> {
  const { signal } = new AbortController();
  const student = { name: "Bob", number: "1912" };
  return solvedBy(student, assignment, await scoresOf(assignment), {
    pool,
    software: SOFTWARE,
    signal,
    at: AT,
  });
}

/** Sets a number of a task's figure, and waits for what comes of it. */
async function set(task: Locator, label: string | RegExp, value: string) {
  const field = task
    .getByRole("spinbutton", { name: label })
    .or(task.getByRole("textbox", { name: label }))
    .first();
  await field.fill(value);
  await field.press("Enter");
}

test("a student predicts, runs, finds, measures, refutes, explains and hands in; a teacher grades to a table", async ({
  page,
}) => {
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  await page.goto(ASSIGNMENT);
  const before = taskOf(page, "before");
  await expect(before.getByText("Say who you are first")).toBeVisible();
  await expect(page.locator("live-figure:visible")).toHaveCount(0);
  await begin(page);

  // Predict, then run: the figure is not seen before, and what was said stays.
  await expect(before.locator("live-figure")).toBeHidden();
  await before.getByRole("radio", { name: "by more than twice their length" }).check();
  await before.getByRole("button", { name: "Lock in the prediction" }).click();
  await run(before);
  await expect(before.getByText("and that stays")).toBeVisible();
  await expect(before.getByRole("radio")).toHaveCount(0);
  await expect(before.getByText("Your run is in your file.")).toBeVisible();

  // Find: the page says what is missed, and takes nothing by itself.
  const border = taskOf(page, "border");
  const put = border.getByRole("button", { name: "Put this run into my file" });
  for (const gamma of ["1.4", "1.43", "1.44", "1.45", "1.46"]) {
    await set(border, /Scale of the output/, gamma);
    await finished(border);
    await expect(border.locator(".wanted .badge")).toBeVisible();
    if ((await border.locator(".wanted .badge[data-kind=supported]").count()) > 0) break;
  }
  await expect(border.locator(".wanted .badge[data-kind=supported]")).toHaveCount(1);
  await expect(border.getByText("Nothing is in your file yet.")).toBeVisible();
  await put.click();
  await expect(border.getByText("This run is in your file now.")).toBeVisible();

  // Measure, off the table of the figure.
  const growth = taskOf(page, "growth");
  await run(growth);
  await growth.getByText("The numbers as a table").click();
  const rows = await growth.locator(".figure-data tr").allInnerTexts();
  const numbers = rows
    .map((row) => row.split("\t"))
    .filter(([label, width]) => label === "γ = 1.75" && width !== "—")
    .map(([, ...cells]) => cells.slice(0, 2).map((cell) => Number(cell.replace(",", ""))));
  const [[narrow = 0, less = 0] = [], [wide = 0, more = 0] = []] = numbers.slice(-2);
  await growth
    .getByLabel("Exponent")
    .fill((Math.log(more / less) / Math.log(wide / narrow)).toFixed(3).replace(".", ","));
  await growth.getByLabel("± uncertainty").fill("0");
  await growth.getByRole("button", { name: "Keep this answer" }).click();
  await expect(growth.getByText("No measurement is without uncertainty")).toBeVisible();
  await growth.getByLabel("± uncertainty").fill("0.02");
  await growth.getByRole("button", { name: "Keep this answer" }).click();
  await expect(growth.getByText(/Kept: 0\.\d+ ± 0\.02\./)).toBeVisible();

  // Refute, with settings beyond what the task allows first.
  const small = taskOf(page, "small");
  await set(small, /Neurons in a half/, "5000");
  await expect(small.getByText(/the task asks for 10 to 1,000/)).toBeVisible();
  await expect(small.getByRole("button", { name: "Put this run into my file" })).toBeDisabled();
  for (const width of ["20", "30"]) {
    await set(small, /Neurons in a half/, width);
    await expect(small.locator(".progress-text")).toContainText("finished");
    if ((await small.locator(".wanted .badge[data-kind=supported]").count()) === 2) break;
  }
  await small.getByRole("button", { name: "Put this run into my file" }).click();

  // Explain; then the page is left, and everything is there again.
  await taskOf(page, "why")
    .getByLabel("Your answer")
    .fill("Each of many neurons has to change little. <b>1815</b>");
  await expect(page.getByText("5 of 5 tasks are done.")).toBeVisible();
  await page.reload();
  await expect(page.getByText("5 of 5 tasks are done.")).toBeVisible();
  const handIn = await saved(page);
  const said = JSON.parse(handIn.toString()) as HandIn;
  expect(said.entries.map(({ kind, task }) => `${task} ${kind}`)).toEqual(
    expect.arrayContaining([
      "before prediction",
      "before run",
      "border run",
      "growth run",
      "growth number",
      "small run",
      "why text",
    ]),
  );
  expect(
    Object.keys({ ...said, ...Object.assign({}, ...said.entries) }).filter((key) => /score|mark/.test(key)),
  ).toEqual([]);

  // The teacher: an archive with the file, one that was changed, and something else.
  const forged = { ...said, student: { name: "=Mallory", number: "666" } };
  const files = {
    "ada_1815/hand-in.json": new Uint8Array(handIn),
    "mallory.json": new TextEncoder().encode(JSON.stringify(forged)),
    "notes.txt": new TextEncoder().encode("hello"),
  };
  const archive = join(mkdtempSync(join(tmpdir(), "two-layers-")), "submissions.zip");
  writeFileSync(archive, zipSync(files));
  await page.goto("teach/");
  await page.getByRole("link", { name: /grade/i }).first().click();
  await page.getByLabel("Files or an archive").setInputFiles(archive);
  await expect(page.getByText("2 of 3 files are graded.")).toBeVisible();
  const order = ["ada_1815", "Mallory", "notes.txt"];
  const row = (of: string) => page.locator(".graded tbody tr").nth(order.indexOf(of));
  await expect(row("ada_1815")).toContainText("15 of 20");
  // Of two texts that are the same, nobody can say whose it was.
  await expect(row("ada_1815").locator(".badge[data-kind=refuted]")).toHaveText(["the same as another"]);
  await expect(row("Mallory")).toContainText("edited");
  await expect(row("Mallory")).toContainText("settings of another student");
  await expect(row("notes.txt")).toContainText("not JSON");

  // What was written is text, and gets its marks.
  await row("ada_1815").getByText("Task by task").click();
  await expect(row("ada_1815").locator(".answer-text")).toHaveText(
    "Each of many neurons has to change little. <b>1815</b>",
  );
  const { why } = await scoresOf(assignment);
  await expect(row("ada_1815").locator(".rubric li")).toHaveText(
    (why?.rubric ?? []).map(({ points, says }) => `${points} of 5: ${says}`),
  );
  await row("ada_1815").getByLabel("Marks, of 5").fill("4.5");
  await row("ada_1815").getByLabel("Comment").fill("Good.");
  await row("ada_1815").getByLabel("Comment").blur();
  await expect(row("ada_1815")).toContainText("19.5 of 20");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /Gradebook/ }).click(),
  ]);
  const table = (await contentOf(download)).toString().split("\r\n");
  expect(table[1]).toBe("Ada Lovelace,,1815,1815,,19.5");
  expect(table[2]).toMatch(/^"'=Mallory",,666,666,,\d/);

  // After a reload the marks are there, for the same text.
  await page.reload();
  await page.getByLabel("Files or an archive").setInputFiles(archive);
  await expect(page.getByText("2 of 3 files are graded.")).toBeVisible();
  await expect(row("ada_1815")).toContainText("19.5 of 20");
  await row("ada_1815").getByText("Task by task").click();
  await expect(row("ada_1815").getByLabel("Comment")).toHaveValue("Good.");
  await expect(row("Mallory")).not.toContainText("19.5");

  // Until the teacher has this browser forget them.
  await page.getByRole("button", { name: "Forget all of it" }).click();
  await page.getByRole("button", { name: "Leave it as it is" }).click();
  await expect(row("ada_1815")).toContainText("19.5 of 20");
  await page.getByRole("button", { name: "Forget all of it" }).click();
  await page.getByRole("button", { name: "Forget them" }).click();
  await expect(row("ada_1815")).toHaveCount(0);
  await page.getByLabel("Files or an archive").setInputFiles(archive);
  await expect(page.getByText("2 of 3 files are graded.")).toBeVisible();
  await expect(row("ada_1815")).toContainText("15 of 20");

  // A forger does to that file whatever one can, with another student's beside it.
  const pool = createPool(() => bridgeTo(threadWorker()), 2);
  const other = await solvedFile(pool);
  const forgeries = FORGERIES.map(([what, forge, kind, task], k) => ({
    name: `${String(k).padStart(2, "0")}.json`,
    text: JSON.stringify(forge(said, other)),
    what,
    kind,
    task,
  }));
  const crafted = forgeries.map(({ name, text }) => [name, new TextEncoder().encode(text)]);
  const honest = ["other.json", new TextEncoder().encode(JSON.stringify(other))] as const;
  writeFileSync(archive, zipSync(Object.fromEntries([...crafted, honest])));
  await page.getByLabel("Files or an archive").setInputFiles(archive);
  await expect(
    page.getByText(`${forgeries.length + 1} of ${forgeries.length + 1} files are graded.`),
  ).toBeVisible();
  for (const { name, what, kind, task } of forgeries) {
    const file = page.locator("td:first-child", { hasText: name });
    const forged = page.locator(".graded tbody tr", { has: file });
    await expect(forged, what).toContainText(kind);
    const title = task === null ? null : assignment.tasks[task]?.title;
    if (title)
      await expect(forged.locator(".graded-task", { hasText: title }), what).toContainText(": 0 of ");
  }

  // Without a page, the same points.
  writeFileSync(archive, zipSync(files));
  const submissions = [];
  const arrayBuffer = async () => new Uint8Array(readFileSync(archive)).buffer;
  for await (const each of submissionsIn({ name: "submissions.zip", size: 1, arrayBuffer }))
    submissions.push(each);
  const { signal } = new AbortController();
  const results = await gradeAll(submissions, { pool, software: SOFTWARE, signal, onResult: () => {} });
  pool.end();
  expect(`${pointsOf(results.filter(isGraded)[1] as Graded)}`).toBe(table[2]?.split(",").at(-1));
  expect(pointsOf(results.filter(isGraded)[0] as Graded)).toBe(15);
  expect(faults).toEqual([]);
});

test("a teacher comes from what it is to a table of points by the page for teachers alone", async ({
  page,
}) => {
  await page.goto("teach/");
  await expect(page.getByText("To see all of it in ten minutes")).toBeVisible();
  const composer = page.locator("course-link");
  for (const title of ["Where they begin to", "How it grows", "Where it stops holding"])
    await composer.getByRole("checkbox", { name: title }).uncheck();
  const link = await composer.getByRole("textbox", { name: "The link for your students" }).inputValue();

  // As a student, by the link that students get.
  await page.goto(link);
  await begin(page);
  await expect(page.locator("assignment-task:visible")).toHaveCount(2);
  const before = taskOf(page, "before");
  await before.getByRole("radio", { name: "by more than twice their length" }).check();
  await before.getByRole("button", { name: "Lock in the prediction" }).click();
  await run(before);
  await taskOf(page, "why").getByLabel("Your answer").fill("Many neurons share what has to change.");
  await expect(page.getByText("2 of 2 tasks are done.")).toBeVisible();
  const handIn = await saved(page);

  // Back, and on to where it is graded, with the same link.
  await page.goto("teach/");
  await page.getByRole("link", { name: "Grade" }).first().click();
  await page.getByLabel("The link that your students had").fill(link);
  await page.keyboard.press("Tab");
  await page
    .getByLabel("Files or an archive")
    .setInputFiles({ name: "ada.json", mimeType: "application/json", buffer: handIn });
  await expect(page.getByText("1 of 1 file is graded.")).toBeVisible();
  const row = page.locator(".graded tbody tr").first();
  await row.getByText("Task by task").click();
  await row.getByLabel("Marks, of 5").fill("5");
  await row.getByLabel("Marks, of 5").blur();
  await expect(row).toContainText(/[58] of 8/);
  const [table] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: /Gradebook/ }).click(),
  ]);
  expect((await contentOf(table)).toString()).toMatch(/Ada Lovelace,,1815,1815,,[58]/);
});

test("a student sees what is theirs, and nothing runs before they say so, after a reload either", async ({
  page,
}) => {
  await page.goto(ASSIGNMENT);
  await begin(page);
  await expect(taskOf(page, "before").locator(".own-settings")).toContainText("Output scaling");
  for (const name of ["border", "growth", "small"])
    await expect(taskOf(page, name).getByText("Nothing is running.")).toBeVisible();
  await expect(page.locator("assignment-sheet .task-list .badge")).toHaveText(Array(5).fill("not begun"));
  await run(taskOf(page, "growth"));
  await expect(taskOf(page, "growth").getByText("Your run is in your file.")).toBeVisible();
  await page.reload();
  await expect(taskOf(page, "growth").getByText("Nothing is running.")).toBeVisible();
  await expect(taskOf(page, "growth").getByText("Your run is in your file.")).toBeVisible();
});

test("the keyboard stays where a student works, when what they pressed gives way", async ({ page }) => {
  const focused = page.locator(":focus");
  await page.goto(ASSIGNMENT);
  await page.getByLabel("Your name").fill("Ada");
  await page.getByLabel("Your student number").fill(NUMBER);
  await page.keyboard.press("Enter");
  await expect(focused).toContainText("0 of 5 tasks are done.");
  const before = taskOf(page, "before");
  await before.getByRole("radio").first().focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(focused).toContainText("You predicted");
  await expect(before.getByRole("button", { name: "Run", exact: true })).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(focused).toHaveText("Run");
  await page.getByRole("button", { name: "Begin anew …" }).press("Enter");
  await page.getByRole("button", { name: "Begin anew", exact: true }).press("Enter");
  await expect(focused).toHaveAttribute("name", "name");
});

test("a student goes on on another machine, and begins anew only when asked", async ({ page, browser }) => {
  await page.goto(`${ASSIGNMENT}?tasks=before,why&until=2027-01-31`);
  await expect(page.getByText("Sunday, 31 January 2027")).toBeVisible();
  await begin(page);
  await expect(taskOf(page, "growth")).toBeHidden();
  await taskOf(page, "why").getByLabel("Your answer").fill("Half an answer");
  await expect(page.getByText("1 of 2 tasks are done.")).toBeVisible();
  const file = await saved(page);
  const other = await browser.newPage();
  await other.goto(
    new URL(`${ASSIGNMENT}?tasks=before,why&until=2027-01-31`, page.url().split("assignments/")[0]).href,
  );
  await other
    .getByLabel("Or go on with a file of yours")
    .setInputFiles({ name: "mine.json", mimeType: "application/json", buffer: file });
  await expect(taskOf(other, "why").getByLabel("Your answer")).toHaveValue("Half an answer");
  await other
    .getByLabel("Open a file of yours")
    .setInputFiles({ name: "no.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(other.getByText("no file that a student’s page has saved")).toBeVisible();
  await other.getByRole("button", { name: "Begin anew …" }).click();
  await other.getByRole("button", { name: "Leave it as it is" }).click();
  await expect(other.getByText("1 of 2 tasks are done.")).toBeVisible();
  await other.getByRole("button", { name: "Begin anew …" }).click();
  await other.getByRole("button", { name: "Begin anew", exact: true }).click();
  await expect(other.getByRole("button", { name: "Draw my tasks" })).toBeVisible();
  await other.close();
});

test("two tabs of one student do not lose each other's work", async ({ page, context }) => {
  await page.goto(ASSIGNMENT);
  await begin(page);
  await expect(page.getByText("0 of 5 tasks are done.")).toBeVisible();
  const second = await context.newPage();
  await second.goto(page.url());
  await second.locator("#task-why").getByLabel("Your answer").fill("Written in the second tab");
  await expect(page.locator("#task-why").getByLabel("Your answer")).toHaveValue("Written in the second tab");
});
