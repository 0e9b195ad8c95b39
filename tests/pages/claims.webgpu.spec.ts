// A claim and a figure on WebGPU: another arithmetic, the same verdict. SwiftShader is slow, hence the patience.
import { expect, test } from "@playwright/test";
import { computingOn, watching } from "./pageSettings.ts";
import { referenceOf } from "./papers.ts";

for (const [paper, claim] of [
  ["phase-diagram", "A6"],
  ["condensation", "B1"],
  ["condensation", "B4"],
  ["quenching-activation", "C8"],
  ["quenching-activation", "C9"],
] as const) {
  test(`claim ${claim} has the same verdict on WebGPU, and says on which adapter`, async ({ page }) => {
    test.setTimeout(1_200_000);
    await page.goto(`${paper}/`);
    const card = page.locator(`#claim-${claim}`);
    await card.getByLabel("Computes on").selectOption("webgpu");
    await card.getByRole("button", { name: "Check it here" }).click();
    await expect(card.locator("[data-verdict]")).toHaveText(referenceOf(`${paper}/${claim}`).verdict, {
      timeout: 900_000,
    });
    await expect(card.locator(".messages")).toContainText("WebGPU (");
  });
}

test("a figure runs on WebGPU when asked, and on WebAssembly by itself where the adapter is software", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.goto("phase-diagram/?any-point.width=100");
  const figure = page.locator("#figure-any-point");
  const progress = figure.locator(".progress-text");
  await figure.getByRole("button", { name: "Run" }).click();
  await expect(progress).toContainText("finished");
  await expect(figure.locator(".device")).toContainText(/Runs on WebAssembly[\s\S]*software adapter/);
  const wasm = await figure.locator(".sentence").textContent();

  await computingOn(figure.page(), "webgpu");
  await watching(figure.page(), false);
  await figure.getByRole("button", { name: "Run" }).click();
  await expect(progress).toContainText("finished");
  await expect(figure.locator(".device")).toContainText(/Runs on WebGPU \(.*swiftshader/i);
  // The steps may differ by a few, the distance in its third digit by rounding.
  const moved = (words: string | null) => Number(/moved by ([\d.]+)/.exec(words ?? "")?.[1]);
  expect(moved(await figure.locator(".sentence").textContent()) / moved(wasm)).toBeCloseTo(1, 1);
});
