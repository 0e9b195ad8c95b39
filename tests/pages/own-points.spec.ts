// Points of two classes that a reader types, pastes or drops as a file: a good list runs, a bad one is refused in a sentence and
// loses nothing; and no figure of this article is taller than a screen and a half of a phone.
import { expect, type Page, test } from "@playwright/test";

const SQUARE = "x,y,kind\n0,0,inside\n0.2,0.1,inside\n2,2,outside\n-2,2.5,outside\n2,-2,outside\n";

async function figureOn(page: Page) {
  await page.goto("hinge-mean-field/");
  const figure = page.locator("#figure-own-points");
  const field = figure.getByLabel("Points x, y, class");
  await expect(field).toBeVisible();
  return { figure, field };
}

test("rows that are none are refused beside their field, what was shown stays, and good ones run", async ({
  page,
}) => {
  const faults: string[] = [];
  page.on("pageerror", ({ message }) => faults.push(message));
  const { figure, field } = await figureOn(page);
  const before = await figure.locator(".sentence").textContent();
  const first = await field.inputValue();
  for (const [text, sentence] of [
    ["0,0,1\n1,one,-1", "Row 2 of the points, “1,one,-1”, does not have a number for y."],
    ["0,0,a\n1,1,b\n2,2,c\n3,3,a", "names 3 classes"],
    ["0,0,1\n1,1,-1", "must be 4 to 200 rows"],
    ["<img src=x onerror=alert(1)>", "Row 1 of the points"],
  ] as const) {
    await field.fill(text);
    await field.press("Tab");
    await expect(figure.getByRole("alert")).toContainText(sentence);
    await expect(field).toHaveValue(text);
    expect(await figure.locator(".sentence").textContent()).toBe(before);
  }
  await field.fill(first);
  await field.press("Tab");
  await expect(figure.getByRole("alert")).toHaveCount(0);

  await field.fill(SQUARE);
  await field.press("Tab");
  await expect(figure.locator(".sentence")).toContainText("of 5 on the wrong side");
  await expect(field).toHaveValue("0, 0, -1\n0.2, 0.1, -1\n2, 2, 1\n-2, 2.5, 1\n2, -2, 1");
  expect(faults).toEqual([]);
});

test("a CSV file is taken when it is dropped and when it is chosen", async ({ page }) => {
  const { figure, field } = await figureOn(page);
  const held = await page.evaluateHandle((text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], "points.csv", { type: "text/csv" }));
    return files;
  }, SQUARE);
  await field.dispatchEvent("drop", { dataTransfer: held });
  await expect(figure.locator(".sentence")).toContainText("of 5 on the wrong side");

  const chooser = figure.getByLabel("Points from a CSV file");
  await chooser.setInputFiles({
    name: "bad.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("no,numbers\nat,all"),
  });
  await expect(figure.getByRole("alert")).toContainText("Row 2 of the points");
  await expect(figure.locator(".sentence")).toContainText("of 5 on the wrong side");
  await chooser.setInputFiles({
    name: "more.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`${SQUARE}-2,-2,outside`),
  });
  await expect(figure.locator(".sentence")).toContainText("of 6 on the wrong side");
  await expect(figure.getByRole("alert")).toHaveCount(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("no figure of the article is taller than a screen and a half, and every plot can be swiped to", async ({
    page,
  }) => {
    await figureOn(page);
    for (const figure of await page.locator("live-figure").all()) {
      await figure.scrollIntoViewIfNeeded();
      const name = await figure.getAttribute("data-figure");
      expect((await figure.boundingBox())?.height, name ?? "").toBeLessThanOrEqual(1.5 * 844);
    }
    const clock = page.locator("#figure-clock");
    const last = clock.locator(".plot").last();
    await expect(last.locator(".turn")).toHaveText("9 of 9");
    await last.evaluate((plot) =>
      plot.scrollIntoView({ inline: "start", block: "center", behavior: "instant" }),
    );
    await expect(last).toBeInViewport();
    // The label and the numbers of its case come along.
    await expect(clock.locator(".cell").last().locator(".cell-label").first()).toBeInViewport();
    await expect(clock.locator(".cell").first().locator(".cell-label").first()).not.toBeInViewport();
  });
});
