// A graphics device that is lost in mid-run: the run goes on from its checkpoint on WebAssembly, and says so.
import { expect, test } from "@playwright/test";
import { disturbable, finished, openFigure } from "./faults.ts";

test("a lost device costs no run", async ({ page }) => {
  // Keeps the device of the worker at hand, to destroy it there.
  await page.route(/\/worker-[^/]*\.js/, async (route) => {
    const response = await route.fetch();
    const prelude = `{
      const request = GPUAdapter.prototype.requestDevice;
      GPUAdapter.prototype.requestDevice = async function (...words) { return (self.deviceOfTheTest = await request.apply(this, words)); };
    }\n`;
    await route.fulfill({ response, body: prelude + (await response.text()) });
  });
  const figure = await openFigure(page, "webgpu");
  const worker = await disturbable(page, figure);
  await worker.evaluate(() => (self as unknown as { deviceOfTheTest: GPUDevice }).deviceOfTheTest.destroy());
  await expect(figure.locator(".messages")).toContainText(
    /graphics device was lost.*went on from its last checkpoint/,
  );
  await finished(figure);
  await expect(figure.locator(".device")).toContainText("Runs on WebAssembly");
});
