// The choice of a backend where there is an adapter. SwiftShader passes for hardware here, under another name; what is
// measured is measured.
import { expect, type Locator, type Page, test } from "@playwright/test";
import { DISGUISE, disguise } from "./disguise.ts";
import { watching } from "./pageSettings.ts";

async function figureOn(page: Page, search = ""): Promise<Locator> {
  await page.goto(`phase-diagram/${search.replace("&", "?")}`);
  const figure = page.locator("#figure-any-point");
  await watching(figure.page(), false);
  return figure;
}

async function runOf(figure: Locator): Promise<string> {
  await figure.getByRole("button", { name: /^Run/ }).click();
  await expect(figure.locator(".progress-text")).toContainText("finished");
  return ((await figure.locator(".device").textContent()) ?? "").replaceAll(/\s+/g, " ").trim();
}

const trials = (page: Page) =>
  page.evaluate(() => Object.entries(sessionStorage).filter(([key]) => key.startsWith("two-layers trials")));

test("with hardware, Run has both backends tried out, says why one was taken, and does so once a session", async ({
  page,
}) => {
  await disguise(page);
  const figure = await figureOn(page);
  expect(page.workers()).toHaveLength(0);
  expect(await trials(page)).toEqual([]);
  let started = 0;
  page.on("worker", () => started++);
  const words = await runOf(figure);
  expect(words).toMatch(
    /^Runs on (WebAssembly|WebGPU.*). (WebAssembly|WebGPU) makes .* on a network of this size, measured here\.$/,
  );
  expect(started).toBe(2);
  const [entry, ...more] = await trials(page);
  expect(more).toEqual([]);
  expect(entry?.[0]).toContain(DISGUISE);
  expect(JSON.parse(entry?.[1] ?? "")).toEqual({
    webgpu: { stepsPerSecond: expect.any(Number) },
    wasm: { stepsPerSecond: expect.any(Number) },
  });

  await page.reload();
  await watching(figure.page(), false);
  started = 0;
  expect(await runOf(figure)).toBe(words);
  expect(started).toBe(1);
});

test("what was measured decides: WebGPU where it was faster, unless the reader or the link says otherwise", async ({
  page,
}) => {
  await disguise(page);
  let figure = await figureOn(page);
  await runOf(figure);
  const [entry] = await trials(page);
  await page.evaluate(
    ([key]) =>
      sessionStorage.setItem(
        key as string,
        '{"webgpu":{"stepsPerSecond":5000},"wasm":{"stepsPerSecond":2000}}',
      ),
    entry ?? [],
  );
  await page.reload();
  await watching(figure.page(), false);
  expect(await runOf(figure)).toMatch(
    /^Runs on WebGPU \(.*\)\. WebGPU makes 2.5 times the steps of WebAssembly/,
  );
  figure = await figureOn(page, "&any-point.backend=wasm");
  expect(await runOf(figure)).toBe("Runs on WebAssembly. WebAssembly was asked for.");
});

test("storage that was tampered with is measured again", async ({ page }) => {
  await disguise(page);
  const figure = await figureOn(page);
  const words = await runOf(figure);
  const [entry] = await trials(page);
  for (const damaged of ["", "null", "{", '{"webgpu":{"stepsPerSecond":-1},"wasm":{"failure":1}}']) {
    await page.evaluate(
      ([key, text]) => sessionStorage.setItem(key as string, text as string),
      [entry?.[0], damaged],
    );
    await page.reload();
    await watching(figure.page(), false);
    expect((await runOf(figure)).slice(0, 20)).toBe(words.slice(0, 20));
    expect(JSON.parse((await trials(page))[0]?.[1] ?? "")).toEqual({
      webgpu: { stepsPerSecond: expect.any(Number) },
      wasm: { stepsPerSecond: expect.any(Number) },
    });
  }
});

test("a device that is lost while it is tried out is a reason for WebAssembly", async ({ page }) => {
  await disguise(page);
  await page.route(/\/worker-[^/]*\.js/, async (route) => {
    const response = await route.fetch();
    // After a few reads, when all that has to be compiled is.
    const prelude = `{
      const request = GPUAdapter.prototype.requestDevice;
      const map = GPUBuffer.prototype.mapAsync;
      let device;
      let reads = 0;
      GPUAdapter.prototype.requestDevice = async function (...words) {
        return (device = await request.apply(this, words));
      };
      GPUBuffer.prototype.mapAsync = async function (...words) {
        if (++reads > 6) device.destroy();
        return map.apply(this, words);
      };
    }\n`;
    await route.fulfill({ response, body: prelude + (await response.text()) });
  });
  const figure = await figureOn(page);
  expect(await runOf(figure)).toMatch(
    /^Runs on WebAssembly\. WebGPU failed when it was tried out: The graphics device was lost/,
  );
});
