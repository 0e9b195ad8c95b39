// What is handed in was computed where anybody can check its bits, whatever the address or the machine would prefer.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import type { HandIn } from "../../src/assignments/handIn.ts";

test("a run that is handed in is made on WebAssembly", async ({ page }) => {
  await page.goto("assignments/three-regimes/?any-point.backend=webgpu");
  await page.getByLabel("Your name").fill("Ada");
  await page.getByLabel("Your student number").fill("1815");
  await page.getByRole("button", { name: "Draw my tasks" }).click();
  const task = page.locator("#task-before");
  await task.getByRole("radio").first().check();
  await task.getByRole("button", { name: "Lock in the prediction" }).click();
  await task.getByRole("button", { name: "Run", exact: true }).click();
  await expect(task.getByText("Your run is in your file.")).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("[data-save]").click()]);
  const { records } = JSON.parse(readFileSync(await download.path(), "utf8")) as HandIn;
  expect([...new Set(Object.values(records).map(({ origin }) => origin.backend))]).toEqual(["wasm"]);
});
