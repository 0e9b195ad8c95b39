// A worker whose memory ends: the run says so in a sentence, and the next one has a new worker.
import { expect, test } from "@playwright/test";

test("a run for which memory does not suffice says what to change, and a smaller one runs", async ({
  page,
}) => {
  // Every memory ends a mebibyte above its beginning.
  await page.route(/\/worker-[^/]*\.js/, async (route) => {
    const response = await route.fetch();
    const prelude = `{
      const { grow } = WebAssembly.Memory.prototype;
      WebAssembly.Memory.prototype.grow = function (pages) {
        if (pages > 16) throw new RangeError("WebAssembly.Memory.grow(): Maximum memory size exceeded");
        return grow.call(this, pages);
      };
    }\n`;
    await route.fulfill({ response, body: prelude + (await response.text()) });
  });
  let started = 0;
  page.on("worker", () => started++);
  await page.goto("phase-diagram/?any-point.width=40000");
  // The address asks for it, so it runs.
  const figure = page.locator("#figure-any-point");
  await expect(figure.locator(".messages")).toContainText(
    "WebAssembly ran out of memory. Take a smaller width or sample",
  );
  expect(started).toBe(1);
  const width = figure.getByLabel("Neurons in a half m");
  await width.fill("100");
  await width.blur();
  await expect(figure.locator(".progress-text")).toContainText("finished");
  await expect(figure.locator(".messages")).not.toContainText("memory");
  expect(started).toBe(2);
});
