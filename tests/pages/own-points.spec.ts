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
    await expect(figure.getByText("Shown is still what came before.")).toBeVisible();
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

/** The laboratory, learning something of the reader's own, and the field that it is in. */
async function laboratoryOn(page: Page, data: string, label: string) {
  await page.goto(`lab/?network.data=${data}&network.width=100&network.steps=200&network.stopAt=0`);
  const figure = page.locator("#figure-network");
  const field = figure.getByLabel(label, { exact: true });
  await expect(field).toBeVisible();
  const drop = async (text: string) => {
    const dataTransfer = await page.evaluateHandle((text) => {
      const files = new DataTransfer();
      files.items.add(new File([text], "points.csv", { type: "text/csv" }));
      return files;
    }, text);
    await field.dispatchEvent("drop", { dataTransfer });
  };
  return { figure, field, drop };
}

test("the laboratory trains on a file with semicolons and decimal commas", async ({ page }) => {
  await page.goto("lab/");
  const figure = page.locator("#figure-network");
  await figure
    .getByLabel("What is learnt", { exact: true })
    .selectOption({ label: "points of your own in two classes" });
  const field = figure.getByLabel("Points x, y, class", { exact: true });
  const dataTransfer = await page.evaluateHandle(() => {
    const files = new DataTransfer();
    const text =
      "\uFEFFx;y;Art\r\n0,5;1,25;innen\r\n-0,5;0;innen\r\n\r\n2;2;außen\r\n-2;2,5;außen\r\n2;-2;außen\r\n";
    files.items.add(new File([text], "Punkte.csv", { type: "text/csv" }));
    return files;
  });
  await field.dispatchEvent("drop", { dataTransfer });
  await expect(field).toHaveValue("0.5, 1.25, 1\n-0.5, 0, 1\n2, 2, -1\n-2, 2.5, -1\n2, -2, -1");
  await figure.getByRole("button", { name: /^Run/ }).click();
  await expect(figure.locator(".progress-text")).toContainText("finished");
  await expect(figure.locator(".sentence")).toContainText("steps the risk is");
});

test("of a hundred thousand rows the laboratory offers two hundred, by the keyboard too, and nothing set is lost", async ({
  page,
}) => {
  const { figure, field, drop } = await laboratoryOn(page, "classes", "Points x, y, class");
  const before = await field.inputValue();
  await drop(
    Array.from(
      { length: 1e5 },
      (_, k) => `${Math.sin(k)},${Math.cos(3 * k)},${k % 3 === 0 ? "a" : "b"}`,
    ).join("\n"),
  );
  await expect(figure.getByRole("alert")).toContainText("There are 100,000 rows; there must be 4 to 200");
  await expect(field).toHaveValue(before);
  const offer = figure.getByRole("button", { name: "Take 200 of the 100,000 rows" });
  await field.focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(offer).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(figure.getByRole("alert")).toHaveCount(0);
  await expect(offer).toHaveCount(0);
  await expect(field).toBeFocused();
  expect((await field.inputValue()).split("\n")).toHaveLength(200);
  await expect(figure.locator(".progress-text")).toContainText("finished");
});

test("points x, y out of range are scaled into it, and an offer goes away when something else is set", async ({
  page,
}) => {
  const { figure, field, drop } = await laboratoryOn(page, "points", "Points x, y");
  await drop("year;value\n2022;30\n2020;10\n2021;15,5\n");
  await expect(figure.getByRole("alert")).toContainText("Row 3 has x = 2020; x must be from -1 to 1.");
  const offer = figure.getByRole("button", { name: "Scale x and y to −1 … 1" });
  await expect(offer).toBeVisible();
  await field.fill("0.5, 1\n0, 0.25");
  await field.press("Tab");
  await expect(offer).toHaveCount(0);
  await expect(field).toHaveValue("0, 0.25\n0.5, 1");
  await drop("year;value\n2022;30\n2020;10\n2021;15,5\n");
  await offer.click();
  await expect(field).toHaveValue("-1, -1\n0, -0.45\n1, 1");
  await expect(figure.getByRole("alert")).toHaveCount(0);
  await expect(figure.locator(".point-plane circle")).toHaveCount(3);
});

test("fifty points are dragged one by one", async ({ page }) => {
  const { figure, field, drop } = await laboratoryOn(page, "points", "Points x, y");
  await drop(Array.from({ length: 50 }, (_, k) => `${(k - 24.5) / 25}, ${Math.sin(k) / 2}`).join("\n"));
  const circles = figure.locator(".point-plane circle");
  await expect(circles).toHaveCount(50);
  const rows = async () => (await field.inputValue()).split("\n");
  const before = await rows();
  await circles.nth(20).scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await circles.nth(20).boundingBox())!;
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 40, y + height / 2 - 12, { steps: 4 });
  await page.mouse.up();
  await expect(figure.getByRole("alert")).toHaveCount(0);
  const after = await rows();
  expect(after.filter((row, k) => row !== before[k])).toHaveLength(1);
  // Not past its neighbour.
  expect(Number(after[20]?.split(",")[0])).toBeLessThan(Number(after[21]?.split(",")[0]));
});

test("steps that are too long and a run of hours end in a sentence with what to take instead", async ({
  page,
}) => {
  await page.goto(
    "lab/?network.rule=fixed&network.rate=1000&network.activation=tanh&network.width=50&network.steps=200&network.stopAt=0",
  );
  const figure = page.locator("#figure-network");
  await expect(figure.locator(".messages")).toContainText("Training diverged at step");
  const shorter = figure.getByRole("button", { name: /^Take steps of [\d.]+$/ });
  await shorter.click();
  await expect(shorter).toHaveCount(0);
  await expect(figure.locator(".progress-text")).toContainText("finished");

  await page.goto(
    "lab/?network.data=sines&network.rule=adam&network.width=100000&network.samples=50000&network.stopAt=0",
  );
  await figure.getByRole("button", { name: "Run", exact: true }).click();
  await expect(figure.locator(".messages")).toContainText("hours here");
  const fewer = figure.getByRole("button", { name: /^Take [\d,]+ steps at most$/ });
  const count = (await fewer.textContent())?.match(/[\d,]+/)?.[0].replaceAll(",", "");
  await fewer.click();
  await expect(fewer).toHaveCount(0);
  expect(new URL(page.url()).searchParams.get("network.steps")).toBe(count);
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
