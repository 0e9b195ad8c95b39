// One network in pieces on WebGPU, where it is asked for; when the device is lost, the run goes on over the workers.
import { expect, test } from "@playwright/test";
import { classOf } from "../../src/engine/workload.ts";
import { meta } from "../../src/experiments/hinge-mean-field/orbit/meta.ts";
import { disguise } from "./disguise.ts";
import { finished, keepDevice, loseDevice } from "./faults.ts";

/** As few nodes as are divided still, and two steps: seconds each on a software adapter. */
const SMALL = { width: 100, samples: 100_000, inputs: 100, duration: 0.8 };

const addressOf = (setting: object) =>
  `hinge-mean-field/?${Object.entries(setting)
    .map(([name, value]) => `orbit.${name}=${value}`)
    .join("&")}`;

test("a training in pieces runs on WebGPU, and a lost device does not end it", async ({ page }) => {
  await keepDevice(page);
  await page.goto(addressOf({ ...SMALL, backend: "webgpu" }));
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

test("with hardware, a training in pieces runs where it was faster when it was tried out", async ({
  page,
}) => {
  const adapter = await disguise(page);
  const computes = meta.computes({ ...meta.defaults, ...SMALL });
  if (computes.on !== "engine") throw new Error("This is no training.");
  const trials = { webgpu: { stepsPerSecond: 800 }, wasm: { stepsPerSecond: 1 } };
  await page.addInitScript(
    ([key, value]) => sessionStorage.setItem(key as string, value as string),
    [`two-layers trials on ${adapter}: ${classOf(computes.workload, 1)}`, JSON.stringify(trials)],
  );
  await page.goto(addressOf(SMALL));
  const figure = page.locator("#figure-orbit");
  await figure.getByRole("button", { name: "Run" }).click();
  await expect(figure.locator(".device")).toContainText("Runs on WebGPU");
  await expect(figure.locator(".device")).toContainText(
    /WebGPU makes \d+ times the steps of WebAssembly.* measured here/,
  );
});
