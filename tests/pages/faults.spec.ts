// A worker that dies, hangs or throws in mid-run: the run goes on from its checkpoint and ends in the same numbers.
import { expect, test } from "@playwright/test";
import { disturbable, finished, openFigure, wordsOf } from "./faults.ts";
import { watching } from "./pageSettings.ts";

const FAULTS = {
  "that throws where nobody catches": () => {
    setTimeout(() => {
      throw new Error("made for the test");
    });
  },
  "that closes without a word": () => self.close(),
  "that hangs": () => {
    setTimeout(() => {
      while (true);
    });
  },
};

for (const [name, fault] of Object.entries(FAULTS)) {
  test(`a worker ${name} costs no run, and on WebAssembly no bit`, async ({ page }) => {
    const figure = await openFigure(page, "wasm");
    const worker = await disturbable(page, figure);
    await worker.evaluate(fault).catch(() => {});
    await expect(figure.locator(".messages")).toContainText("The run went on from its last checkpoint.");
    await finished(figure);
    const disturbed = await wordsOf(figure);
    await watching(figure.page(), false);
    await figure.getByRole("button", { name: "Run again" }).click();
    await expect(figure.locator(".messages")).not.toContainText("went on");
    await finished(figure);
    expect(disturbed).toBe(await wordsOf(figure));
  });
}
