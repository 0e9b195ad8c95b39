// A record from WebGPU: beside the reference in the page, and executed again within its tolerance, which is said.
import { expect, test } from "@playwright/test";

test("a claim on WebGPU stands beside WebAssembly with the gap, and its record is confirmed within the tolerance", async ({
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
  await expect(page.locator("[data-finding]")).toHaveAttribute("data-finding", "confirmed");
  await expect(page.locator(".because")).toContainText(/within 0\.2 %.*made on webgpu and rerun on webgpu/);
});
