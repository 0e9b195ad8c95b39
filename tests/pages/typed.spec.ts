// A function that a reader types into a figure: a good one runs, and a bad or hostile one is refused beside its field, runs
// nothing, and leaves what was there.
import { expect, type Page, test } from "@playwright/test";

const FIGURE = "own-target";
const HOSTILE = 'x.constructor("globalThis.wasRun = true")()';

async function figureOn(page: Page, expression?: string) {
  const search =
    expression === undefined ? "" : `?${new URLSearchParams({ [`${FIGURE}.expression`]: expression })}`;
  await page.goto(`time-scales/${search}`);
  const figure = page.locator(`#figure-${FIGURE}`);
  const field = figure.getByLabel("Target φ(x)");
  await expect(field).toBeVisible();
  return { figure, field };
}

test("a text that is no function is refused beside its field, and a good one after it runs", async ({
  page,
}) => {
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  const { figure, field } = await figureOn(page);
  const before = await figure.locator(".sentence").textContent();
  for (const [text, sentence] of [
    ["tan(x)", "“tan” (character 1) is unknown here"],
    ["x + ", "breaks off"],
    ["0,5*x", "decimal point"],
    ["exp(x^2/4)", "finite cannot be seen"],
    [HOSTILE, "A bracket right after another one"],
    ["(".repeat(5000), "at most 200 characters"],
    ["<img src=x onerror=alert(1)>", "not understood at character 1"],
  ] as const) {
    await field.fill(text);
    await field.press("Tab");
    const alert = figure.getByRole("alert");
    await expect(alert).toContainText(sentence);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAttribute("aria-describedby", (await alert.getAttribute("id")) ?? "none");
    // What was typed can be mended, and what was shown still is.
    await expect(field).toHaveValue(text);
    expect(await figure.locator(".sentence").textContent()).toBe(before);
    await expect(figure.getByRole("button", { name: "Run", exact: true })).toBeDisabled();
  }
  expect(await page.evaluate(() => "wasRun" in globalThis)).toBe(false);
  await expect(figure.locator("img")).toHaveCount(0);

  await field.fill("h1(x) + h2(x)");
  await field.press("Tab");
  await expect(figure.getByRole("alert")).toHaveCount(0);
  await expect(figure.locator(".sentence")).toContainText("Halved in the run: linear and quadratic");
  expect(faults).toEqual([]);
});

test("an address asks for a function, and one that asks for none is refused", async ({ page }) => {
  const { field } = await figureOn(page, "x + x^2");
  await expect(field).toHaveValue("x + x^2");
  const { figure, field: other } = await figureOn(page, HOSTILE);
  await expect(figure.locator(".messages")).toContainText(
    "In the address of this page: A bracket right after another one",
  );
  await expect(other).toHaveValue("relu(x - 0.5)");
  expect(await page.evaluate(() => "wasRun" in globalThis)).toBe(false);
});
