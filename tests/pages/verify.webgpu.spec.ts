// A record from WebGPU: beside the reference in the page, and executed again within its roundings, which are said.
import { expect, test } from "@playwright/test";

test("a claim on WebGPU stands beside WebAssembly with the gap, and its record agrees, and is not confirmed", async ({
  page,
}) => {
  await page.goto("claims/phase-diagram/A2/");
  const card = page.locator("claim-check");
  const rows = card.locator("[data-side-by-side] tbody tr");
  await card.getByLabel("Computes on").selectOption("wasm");
  await card.getByRole("button", { name: "Check it here" }).click();
  await expect(rows).toHaveCount(2);
  await card.getByLabel("Computes on").selectOption("webgpu");
  await card.getByRole("button", { name: "Check again" }).click();
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText("none: the same bits");
  await expect(rows.nth(2)).toContainText(/Here, WebGPU\s*supported/);
  const gap = (await rows.nth(2).locator("td").last().textContent()) ?? "";
  expect(gap).toMatch(/^0\.00\d+$|× 10⁻/);

  const address = (await card.locator("[data-record-link]").getAttribute("href")) ?? "";
  await page.goto(address);
  await page.locator("[data-rerun]").click();
  await expect(page.locator("[data-finding]")).toHaveAttribute("data-finding", "agrees");
  await expect(page.locator(".because")).toContainText(
    /bits cannot be checked, since it was made on webgpu and rerun on wasm.*within 0\.1 % of its size/,
  );
});

// Where WebGPU is furthest from WebAssembly: an angle in a layer that condenses, and a deviation of a thousandth.
for (const claim of ["condensation/B11", "phase-diagram/A8"]) {
  test(`the record of ${claim} made on WebGPU is not accused`, async ({ page }) => {
    await page.goto(`claims/${claim}/`);
    const card = page.locator("claim-check");
    await card.getByLabel("Computes on").selectOption("webgpu");
    await card.getByRole("button", { name: "Check it here" }).click();
    await page.goto((await card.locator("[data-record-link]").getAttribute("href")) ?? "");
    await page.locator("[data-rerun]").click();
    await expect(page.locator("[data-finding]")).toHaveAttribute("data-finding", "agrees");
  });
}
