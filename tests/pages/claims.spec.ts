// Claims checked in the page on WebAssembly: the verdict and the very bits of the command line.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

function referenceOf(claim: string): { digest: string; verdict: string } {
  return JSON.parse(
    readFileSync(
      new URL(`../../content/records/claims/phase-diagram/${claim}.json`, import.meta.url),
      "utf8",
    ),
  );
}

for (const claim of ["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10"]) {
  test(`claim ${claim} comes out in the page as on the command line, bit for bit`, async ({ page }) => {
    await page.goto("phase-diagram/");
    const card = page.locator(`#claim-${claim}`);
    await card.getByRole("button", { name: "Check it here" }).click();
    await expect(card.locator("[data-verdict]")).toHaveText(referenceOf(claim).verdict, { timeout: 150_000 });
    await expect(card.locator("[data-digest]")).toHaveText(referenceOf(claim).digest);
    await expect(card).toContainText("every measured bit is the same");
    const waiting = page.waitForEvent("download");
    await card.getByRole("button", { name: "Save the record" }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe(`two-layers-phase-diagram-${claim}-wasm.json`);
    const record = JSON.parse(Buffer.concat(await (await download.createReadStream()).toArray()).toString());
    expect(record).toMatchObject({
      claim: `phase-diagram/${claim}`,
      verdict: "supported",
      origin: { backend: "wasm" },
    });
  });
}

test("a check can be cancelled and begun again", async ({ page }) => {
  await page.goto("phase-diagram/");
  const card = page.locator("#claim-A1");
  await card.getByRole("button", { name: "Check it here" }).click();
  await expect(card.locator(".progress-text")).toContainText(/of \d+ runs/);
  await card.getByRole("button", { name: "Cancel" }).click();
  await expect(card).toContainText("Cancelled; nothing was decided.");
  await card.getByRole("button", { name: "Check again" }).click();
  await expect(card.locator(".progress-text")).toContainText(/of \d+ runs/);
});

test("a check that cannot be made says why", async ({ page }) => {
  await page.route(/\/worker-[^/]*\.js/, (route) => route.abort());
  await page.goto("phase-diagram/");
  const card = page.locator("#claim-A2");
  await card.getByRole("button", { name: "Check it here" }).click();
  await expect(card).toContainText(
    "The claim could not be checked: The part of this page that computes could not be loaded.",
  );
});
