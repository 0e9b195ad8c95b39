// Records between the page and the command line: what one makes the other confirms, and what was changed is found.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, type Page, test } from "@playwright/test";
import { changed, forged, referenceText } from "../unit/runtime/records/recordsFor.ts";

const A2 = "claims/phase-diagram/A2";
const command = fileURLToPath(new URL("../../src/cli/verify.ts", import.meta.url));
const folder = () => mkdtempSync(join(tmpdir(), "two-layers-"));
const verify = (...words: string[]) => spawnSync(process.execPath, [command, ...words], { encoding: "utf8" });

/** Drops a file on the page, as a hand does. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  const files = await page.evaluateHandle(
    ([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text as string], name as string));
      return data;
    },
    [name, text],
  );
  await page.locator(".drop").dispatchEvent("drop", { dataTransfer: files });
}

/** Agrees to the rerun that the page asks about. */
const rerun = (page: Page) => page.locator("[data-rerun]").click();

/** The finding, once it is there. */
async function finding(page: Page): Promise<{ verdict: string | null; because: string }> {
  const badge = page.locator("[data-finding]");
  await expect(badge).toBeVisible();
  return {
    verdict: await badge.getAttribute("data-finding"),
    because: ((await page.locator(".because").textContent()) ?? "").trim(),
  };
}

test("a record made in the page is confirmed by the command line, bit for bit", async ({ page }) => {
  await page.goto("claims/phase-diagram/A2/");
  await page.getByLabel("Computes on").selectOption("wasm");
  await page.getByRole("button", { name: "Check it here" }).click();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the record" }).click();
  const file = join(folder(), "record.json");
  await (await waiting).saveAs(file);
  const { status, stdout } = verify("--record", file);
  expect(stdout).toMatch(/record\.json {2}confirmed\n {4}Compared bit for bit/);
  expect(status).toBe(0);
});

test("a record made by the command line, dropped on the page, is confirmed, and nothing of it is kept", async ({
  page,
}) => {
  const out = folder();
  expect(verify("phase-diagram/A2", "--seeds", "2", "--save", out).status).toBe(0);
  await page.goto("verify/");
  await drop(page, "A2.json", readFileSync(join(out, "phase-diagram/A2.json"), "utf8"));
  await rerun(page);
  expect(await finding(page)).toEqual({
    verdict: "confirmed",
    because: expect.stringMatching(/beyond the claim[\s\S]*bit for bit/),
  });
  await expect(page.locator(".messages")).toContainText(
    /a run beyond claim phase-diagram\/A2, with seeds 1, 2\. It also says, and nobody can check, that it was made by two-layers/,
  );
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("the link to a record holds all of it: whoever opens it can check it", async ({ page }) => {
  await page.goto("claims/phase-diagram/A2/");
  await page.getByRole("button", { name: "Check it here" }).click();
  const link = page.locator("[data-record-link]");
  await expect(link).toBeVisible();
  const address = (await link.getAttribute("href")) ?? "";
  await page.goto("about:blank");
  await page.goto(address);
  // A link starts no work: what a rerun takes is said, and asked.
  await expect(page.locator(".messages")).toContainText(
    "To run it again takes a few seconds on this machine.",
  );
  await expect(page.locator("progress")).toHaveCount(0);
  expect(page.workers()).toHaveLength(0);
  await rerun(page);
  expect((await finding(page)).verdict).toBe("confirmed");
  await page.goto(address.slice(0, -9));
  expect(await finding(page)).toMatchObject({ verdict: "cannot be checked" });
});

test("a figure's record can be chosen as a file and is confirmed", async ({ page }) => {
  await page.goto("verify/");
  const buffer = Buffer.from(referenceText("figures/phase-diagram/any-point"));
  await page
    .getByLabel("choose a file")
    .setInputFiles({ name: "f.json", mimeType: "application/json", buffer });
  await rerun(page);
  expect((await finding(page)).verdict).toBe("confirmed");
});

test.describe("a tampered record", () => {
  const HTML = "<img src=x onerror=\"document.title='broken'\"><script>document.title='broken'</script>";
  const battery: [string, string, string, RegExp][] = [
    [
      "a digit",
      JSON.stringify(changed(A2, ({ cases }) => (cases[0].values[0] += 1e-15))),
      "differs",
      /digest is not that of its content/,
    ],
    [
      "a digit, sealed anew",
      JSON.stringify(forged(A2, ({ cases }) => (cases[0].values[0] += 1e-15))),
      "differs",
      /seed 1: the record says/,
    ],
    [
      "a seed, sealed anew",
      JSON.stringify(forged(A2, (record) => (record.seeds = [1, 2, 9]))),
      "differs",
      /seeds are not those of the claim/,
    ],
    [
      "the verdict",
      JSON.stringify(changed(A2, (record) => (record.verdict = "refuted"))),
      "differs",
      /its own numbers come to “supported”/,
    ],
    [
      "the digest",
      JSON.stringify(changed(A2, (record) => (record.digest = "0".repeat(64)))),
      "differs",
      /digest is not/,
    ],
    [
      "HTML for a label, sealed anew",
      JSON.stringify(forged(A2, ({ cases }) => (cases[0].label = HTML))),
      "differs",
      /label of case 1/,
    ],
    [
      "HTML for a claim",
      JSON.stringify(forged(A2, (record) => (record.claim = HTML))),
      "cannot be checked",
      /There is no claim “<img src=x/,
    ],
    [
      "HTML for an adapter",
      JSON.stringify(
        forged(A2, ({ origin }) => Object.assign(origin, { backend: "webgpu", adapter: "<img src=x>" })),
      ),
      "agrees",
      /bits cannot be checked/,
    ],
    [
      "__proto__",
      referenceText(A2).replace("{", '{"__proto__":{"polluted":1},'),
      "cannot be checked",
      /has “__proto__”/,
    ],
    ["an end that is missing", referenceText(A2).slice(0, 500), "cannot be checked", /cut off/],
    ["six megabytes", " ".repeat(6e6), "cannot be checked", /too large/],
    [
      "another schema",
      JSON.stringify(changed(A2, (record) => (record.schema = 7))),
      "cannot be checked",
      /schema version 7/,
    ],
    [
      "a text for a number",
      JSON.stringify(changed(A2, (record) => (record.seconds = "1"))),
      "cannot be checked",
      /must be a finite number/,
    ],
  ];
  test("is found out, whatever was changed, and does nothing to the page", async ({ page }) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    for (const [what, text, verdict, because] of battery) {
      await page.goto("about/");
      await page.goto("verify/");
      await drop(page, "record.json", text);
      const asked = page.locator("[data-rerun]");
      await expect(asked.or(page.locator("[data-finding]"))).toBeVisible();
      if (await asked.isVisible()) await asked.click();
      const found = await finding(page);
      expect.soft(found, what).toEqual({ verdict, because: expect.stringMatching(because) });
      expect.soft(await page.locator("record-check img, record-check script").count(), what).toBe(0);
      expect.soft(await page.title(), what).toContain("Check a record");
      expect.soft(await page.evaluate(() => "polluted" in {}), what).toBe(false);
      expect.soft(await page.evaluate(() => localStorage.length), what).toBe(0);
    }
    expect(errors).toEqual([]);
  });
});

test("a pasted text is checked, and a second one replaces the first, even while that runs", async ({
  page,
}) => {
  await page.goto("verify/");
  await page.getByLabel("Or paste its text").fill(referenceText("claims/phase-diagram/A1"));
  await page.getByRole("button", { name: "Check the text" }).click();
  await rerun(page);
  await expect(page.locator(".progress-text")).toBeVisible();
  await page.getByLabel("Or paste its text").fill("no record");
  await page.getByRole("button", { name: "Check the text" }).click();
  expect(await finding(page)).toEqual({
    verdict: "cannot be checked",
    because: expect.stringMatching(/This is not JSON/),
  });
  await expect(page.locator(".progress-text")).toHaveCount(0);
});

test("a check can be cancelled", async ({ page }) => {
  await page.goto("verify/");
  await drop(page, "A1.json", referenceText("claims/phase-diagram/A1"));
  await rerun(page);
  await page.getByRole("button", { name: "Cancel" }).click();
  expect((await finding(page)).because).toBe("The check was cancelled.");
});

test("a check can be left before it begins", async ({ page }) => {
  await page.goto("verify/");
  await drop(page, "A1.json", referenceText("claims/phase-diagram/A1"));
  await page.getByRole("button", { name: "Leave it" }).click();
  expect((await finding(page)).because).toBe("The check was cancelled.");
  await expect(page.locator("[data-rerun]")).toHaveCount(0);
});

for (const width of [320, 412, 1350])
  test(`has room for what takes a record, at ${width} pixels: nothing moves when it arrives`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("verify/");
    await expect(page.getByLabel("Or paste its text")).toBeVisible();
    const shift = await page.evaluate(
      () =>
        new Promise<number>((done) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(sum), 500);
        }),
    );
    // Letters may get another font; the panel takes a third of the window.
    expect(shift).toBeLessThan(0.02);
  });
