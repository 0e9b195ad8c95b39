// What runs leave behind in a page; and a worker whose memory ends: the run says so, and the next one has a new worker.
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

test("runs leave no listener and no node behind", async ({ page, context }) => {
  await page.goto("phase-diagram/");
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  const left = async () => {
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.filter(({ name }) => name === "JSEventListeners" || name === "Nodes");
  };
  const figure = page.locator("#figure-any-point");
  const runs = async (count: number) => {
    for (let k = 0; k < count; k++) {
      await figure.getByRole("button", { name: /^Run/ }).click();
      await expect(figure.locator(".progress-text")).toContainText("finished");
    }
  };
  // Figures come to life one after the other; and the first run loads what all of them need.
  const figures = await page.locator("live-figure").count();
  await expect(page.locator("live-figure .figure-bar")).toHaveCount(figures);
  await expect(page.locator("live-figure .more-settings")).toHaveCount(figures);
  await runs(2);
  const before = await left();
  await runs(5);
  await expect.poll(left).toEqual(before);
});
