// What the first change of a figure needs is there before it: asked for when a hand comes near, and not earlier.
import { expect, type Page, test } from "@playwright/test";

const ARTICLE = "phase-diagram/";
const FIGURE = "any-point";
/** The drawing's parts, what runs, the workers' pool, and the record. */
const NEEDED = ["/figureParts.", "/session.", "/pagePool.", `/${FIGURE}.`];

/** Which of what the first change needs the page has asked for. */
async function watched(page: Page): Promise<() => string[]> {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(ARTICLE);
  await expect(page.locator(`#figure-${FIGURE}`).getByRole("button", { name: "Run" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  return () => NEEDED.filter((name) => asked.some((path) => path.includes(name)));
}

for (const [hand, comeNear] of [
  ["a pointer", (page: Page) => page.locator(`#figure-${FIGURE} .figure-title`).hover()],
  [
    "the keyboard",
    (page: Page) => page.locator(`#figure-${FIGURE}`).getByRole("button", { name: "Run" }).focus(),
  ],
] as const)
  test(`what a change needs is loaded once ${hand} is near, and nothing is trained`, async ({ page }) => {
    const asked = await watched(page);
    expect(asked()).toEqual([]);
    await comeNear(page);
    await expect.poll(asked).toEqual(NEEDED);
    expect(page.workers()).toHaveLength(0);
    await expect(page.locator(`#figure-${FIGURE} .sentence`)).not.toContainText("Your run");
  });

test("where the reader asked for little data nothing is loaded before it is needed", async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, "connection", { value: { saveData: true } }),
  );
  const asked = await watched(page);
  await page.locator(`#figure-${FIGURE} .figure-title`).hover();
  await page.waitForTimeout(400);
  expect(asked()).toEqual([]);
  await page.locator(`#figure-${FIGURE}`).getByRole("button", { name: "Run" }).click();
  await expect.poll(asked).toEqual(NEEDED);
});
