// One network in pieces on WebGPU, where it is asked for; when the device is lost, the run goes on over the workers.
import { expect, test } from "@playwright/test";
import { finished, keepDevice, loseDevice } from "./faults.ts";

test("a training in pieces runs on WebGPU, and a lost device does not end it", async ({ page }) => {
  await keepDevice(page);
  // As few nodes as are divided still, and two steps: seconds each on a software adapter.
  const setting = ["width=100", "samples=100000", "inputs=100", "duration=0.8", "backend=webgpu"];
  await page.goto(`hinge-mean-field/?${setting.map((each) => `orbit.${each}`).join("&")}`);
  const figure = page.locator("#figure-orbit");
  await figure.getByRole("button", { name: "Run" }).click();
  await expect(figure.locator(".progress-text")).toContainText(/\b1 step/);
  await expect(figure.locator(".device")).toContainText("Runs on WebGPU");
  const worker = page.workers().at(-1);
  if (!worker) throw new Error("The page has no worker.");
  await loseDevice(worker);
  await expect(figure.locator(".messages")).toContainText(
    /graphics device was lost.*went on from its last checkpoint/,
  );
  await finished(figure);
  await expect(figure.locator(".device")).toContainText("Runs on WebAssembly");
});
