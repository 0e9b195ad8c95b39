// Claims checked in the page on WebAssembly: the verdict and the very bits of the command line. All claims are executed
// again in tests/records; a page checks some to the end, and begins as many as show that it runs every experiment.
import { expect, test } from "@playwright/test";
import { BEGUN_IN_A_PAGE, CHECKED_IN_A_PAGE, referenceOf } from "./papers.ts";

for (const name of CHECKED_IN_A_PAGE) {
  test(`claim ${name} comes out in the page as on the command line, bit for bit`, async ({ page }) => {
    const [paper, claim] = name.split("/");
    await page.goto(`${paper}/`);
    const card = page.locator(`#claim-${claim}`);
    await card.getByRole("button", { name: "Check it here" }).click();
    await expect(card.locator("[data-verdict]")).toHaveText(referenceOf(name).verdict);
    await expect(card.locator("[data-digest]")).toHaveText(referenceOf(name).digest);
    await expect(card).toContainText("every measured bit is the same");
    const waiting = page.waitForEvent("download");
    await card.getByRole("button", { name: "Save the record" }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe(`two-layers-${paper}-${claim}-wasm.json`);
    const record = JSON.parse(Buffer.concat(await (await download.createReadStream()).toArray()).toString());
    expect(record).toMatchObject({
      claim: name,
      verdict: referenceOf(name).verdict,
      origin: { backend: "wasm" },
    });
  });
}

test("every experiment that no figure shows makes a measurement in the page", async ({ page }) => {
  test.setTimeout(60_000 * (1 + BEGUN_IN_A_PAGE.length));
  for (const name of BEGUN_IN_A_PAGE) {
    await page.goto(`claims/${name}/`);
    const check = page.locator("claim-check");
    await check.getByRole("button", { name: "Check it here" }).click();
    // A check that is quick is over before it is looked at.
    await expect(check.locator(".progress-text, [data-verdict]").first(), name).toHaveText(
      /of \d+ runs|^(supported|refuted|inconclusive)$/,
      { timeout: 60_000 },
    );
    await expect(check, name).not.toContainText("could not be checked");
  }
});

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
