// A page that is reloaded, closed or crashes in mid-run: the run goes on where it was and, on WebAssembly, ends in the
// very bits of an undisturbed one. And browsers that keep nothing, too little, or rubbish.
import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import {
  ARTICLE,
  barOf,
  digestIn,
  finished,
  firstShareAfter,
  runUntil,
  SWEEP,
  shareOf,
} from "./interruptions.ts";

const sweepOn = (page: Page) => page.locator("#figure-relative-distance");
const WENT_ON = /A run that was interrupted at ([\d]+) % goes on\./;

const reference: { digest: string } = JSON.parse(
  readFileSync(new URL("../../content/records/claims/phase-diagram/A1.json", import.meta.url), "utf8"),
);

test("a sweep whose page is reloaded twice goes on by itself and ends in the same bits", async ({ page }) => {
  await page.goto(SWEEP);
  await runUntil(sweepOn(page), 0.3);
  for (const share of [0.3, 0.6]) {
    await page.reload();
    await expect(sweepOn(page).locator(".messages")).toContainText(WENT_ON);
    // It has not begun anew: the first thing that it shows is more than what was done when the page went.
    await expect.poll(() => shareOf(sweepOn(page)), { intervals: [20] }).toBeGreaterThan(share - 0.1);
    await expect.poll(() => shareOf(sweepOn(page)), { intervals: [20] }).toBeGreaterThan(0.6);
  }
  await finished(sweepOn(page));
  const disturbed = await digestIn(page, sweepOn(page));
  await sweepOn(page).getByRole("button", { name: "Run again" }).click();
  await finished(sweepOn(page));
  await expect(sweepOn(page).locator(".messages")).not.toContainText("goes on");
  expect(await digestIn(page, sweepOn(page))).toBe(disturbed);
  await page.reload();
  await expect(barOf(sweepOn(page))).toBeVisible();
  await expect(sweepOn(page).locator(".messages")).not.toContainText("interrupted");
});

test("the widest network of the laboratory goes on after a reload", async ({ page }) => {
  await page.goto("lab/?network.width=100000&network.stopAt=0&network.steps=50000&network.backend=wasm");
  const figure = page.locator("#figure-network");
  await runUntil(figure, 0.005);
  await page.reload();
  await expect(figure.locator(".messages")).toContainText(WENT_ON);
  await expect.poll(() => shareOf(figure), { intervals: [20] }).toBeGreaterThan(0.01);
});

test("a run whose tab was closed goes on in another one, with its settings", async ({ page, context }) => {
  await page.goto(SWEEP);
  await runUntil(sweepOn(page), 0.3);
  await page.close();
  const other = await context.newPage();
  await other.goto(ARTICLE);
  await expect(sweepOn(other).locator(".messages")).toContainText(WENT_ON);
  await expect(sweepOn(other).getByLabel("Widths m")).toHaveValue("10000, 20000, 30000, 40000");
  await finished(sweepOn(other));
});

test("a run is found again whose note a killed browser had not written yet", async ({ page }) => {
  await page.goto(SWEEP);
  await runUntil(sweepOn(page), 0.3);
  await page.goto("about/");
  await page.evaluate(() => localStorage.clear());
  await page.goto(ARTICLE);
  await expect(sweepOn(page).locator(".messages")).toContainText(WENT_ON);
  await finished(sweepOn(page));
});

test("a run that is under way in one tab is not taken up by another", async ({ page, context }) => {
  await page.goto(SWEEP);
  await runUntil(sweepOn(page), 0.1);
  const other = await context.newPage();
  await other.goto(SWEEP);
  await other.waitForTimeout(2500);
  await expect(sweepOn(other).locator(".messages")).not.toContainText("goes on");
  await expect(sweepOn(other).locator(".messages")).not.toContainText("interrupted");
  await finished(sweepOn(page));
});

test("a run beside the same one in another tab runs, and says that it is not kept", async ({
  page,
  context,
}) => {
  await page.goto(SWEEP);
  await runUntil(sweepOn(page), 0.1);
  await sweepOn(page).getByRole("button", { name: "Pause" }).click();
  const other = await context.newPage();
  await other.goto(SWEEP);
  await runUntil(sweepOn(other), 0.1);
  await expect(sweepOn(other).locator(".messages .note")).toHaveText([
    "Another tab is running the same, so this run will not survive a reload.",
  ]);
  await finished(sweepOn(other));
  // What the first tab keeps is as it was.
  await page.reload();
  await expect(sweepOn(page).locator(".messages")).toContainText("is here again, paused as it was.");
});

test("a run for which the storage has no answer runs, and says that it is not kept", async ({
  page,
  context,
}) => {
  await page.goto(`${ARTICLE}?relative-distance.widths=100,200`);
  await finished(sweepOn(page));
  // A transaction that never ends, as browsers have left some of pages that are gone.
  const other = await context.newPage();
  await other.goto("404.html");
  await other.evaluate(() => {
    const opening = indexedDB.open("two-layers", 1);
    return new Promise<void>((resolve) => {
      opening.onupgradeneeded = () =>
        opening.result.createObjectStore("runs").createIndex("written", "written");
      opening.onsuccess = () => {
        const store = opening.result.transaction("runs", "readwrite").objectStore("runs");
        const ask = () => {
          store.count().onsuccess = ask;
          resolve();
        };
        ask();
      };
    });
  });
  await sweepOn(page).getByRole("button", { name: "Run" }).click();
  await expect(sweepOn(page).locator(".messages .note")).toHaveText([
    "The storage of this browser does not answer, so this run will not survive a reload.",
  ]);
  await finished(sweepOn(page));
});

test("an address that asks for something else is obeyed", async ({ page }) => {
  await page.goto(SWEEP);
  await runUntil(sweepOn(page), 0.3);
  await page.goto(`${ARTICLE}?relative-distance.widths=100,200`);
  await expect(sweepOn(page).getByLabel("Widths m")).toHaveValue("100, 200");
  await finished(sweepOn(page));
  await expect(sweepOn(page).locator(".messages")).not.toContainText("interrupted");
});

test("a run that was reset does not come back", async ({ page }) => {
  await page.goto(SWEEP);
  await runUntil(sweepOn(page), 0.3);
  await sweepOn(page).getByRole("button", { name: "Reset" }).click();
  await page.reload();
  await page.waitForTimeout(1500);
  await expect(barOf(sweepOn(page))).toHaveText("Nothing is running.");
});

test("a run that is picked away from waits, and goes on when the change is taken back", async ({ page }) => {
  await page.goto(SWEEP);
  await runUntil(sweepOn(page), 0.3);
  const widths = sweepOn(page).getByLabel("Widths m");
  await widths.fill("100, 200");
  await widths.blur();
  await finished(sweepOn(page));
  await sweepOn(page).getByRole("button", { name: "Take back" }).click();
  await expect(sweepOn(page).locator(".messages")).toContainText(WENT_ON);
  await expect(widths).toHaveValue("10000, 20000, 30000, 40000");
  await finished(sweepOn(page));
});

/** The share done once it stands still: a measurement that was being made when the run was paused is still shown. */
async function stillShare(page: Page): Promise<number> {
  const shares = [Number.NaN];
  const isStill = async () => {
    shares.push(await shareOf(sweepOn(page)));
    return shares.at(-1) === shares.at(-2);
  };
  await expect.poll(isStill, { intervals: [2500] }).toBe(true);
  return shares.at(-1) as number;
}

test("a paused run is paused after a reload, where it was", async ({ page }) => {
  await page.goto(SWEEP);
  await runUntil(sweepOn(page), 0.3, true);
  await sweepOn(page).getByRole("button", { name: "Pause" }).click();
  const held = await stillShare(page);
  await page.reload();
  await expect(sweepOn(page).locator(".messages")).toContainText("is here again, paused as it was.");
  await expect(barOf(sweepOn(page))).toContainText("paused");
  expect(Math.abs((await stillShare(page)) - held)).toBeLessThan(0.15);
  await sweepOn(page).getByRole("button", { name: "Resume" }).click();
  await finished(sweepOn(page));
});

test.describe("a claim whose check is interrupted", () => {
  const card = (page: Page) => page.locator("#claim-A1");
  const checkUntil = async (page: Page, share: number) => {
    await card(page).getByRole("button", { name: "Check it here" }).click();
    await expect.poll(() => shareOf(card(page)), { intervals: [20] }).toBeGreaterThan(share);
  };
  const goesOn = async (page: Page) => {
    await expect(card(page).locator(".messages")).toContainText(/A check was interrupted at \d+ %/);
    // It has not begun anew.
    expect(await firstShareAfter(card(page), "Go on checking")).toBeGreaterThan(0.2);
    await expect(card(page).locator("[data-digest]")).toHaveText(reference.digest);
    await expect(card(page)).toContainText(/The check was interrupted at \d+ % and went on/);
  };

  test("by a reload comes to the very bits of the reference", async ({ page }) => {
    await page.goto(ARTICLE);
    await checkUntil(page, 0.5);
    await page.reload();
    await goesOn(page);
    await page.reload();
    await expect(card(page).getByRole("button", { name: "Check it here" })).toBeVisible();
  });

  test("by a crash comes to the very bits of the reference", async ({ page, context }) => {
    await page.goto(ARTICLE);
    await checkUntil(page, 0.5);
    const crashed = page.waitForEvent("crash");
    await page.goto("chrome://crash").catch(() => {});
    await crashed;
    const other = await context.newPage();
    await other.goto(ARTICLE);
    await goesOn(other);
  });

  test("can be begun anew", async ({ page }) => {
    await page.goto(ARTICLE);
    await checkUntil(page, 0.5);
    await page.reload();
    await card(page).getByRole("button", { name: "Forget what is done" }).click();
    await expect(card(page).getByRole("button", { name: "Check it here" })).toBeVisible();
    await page.reload();
    // Half of the runs were done before.
    expect(await firstShareAfter(card(page), "Check it here")).toBeLessThan(0.4);
    await expect(card(page).locator("[data-digest]")).toHaveText(reference.digest);
    await expect(card(page)).not.toContainText("interrupted");
  });
});

test.describe("a browser", () => {
  /** Changes all that is kept, from another page of the site. */
  async function change(
    page: Page,
    to: "no entries at all" | "checkpoints of another network",
  ): Promise<number> {
    await page.goto("about/");
    return page.evaluate(async (to) => {
      const opening = indexedDB.open("two-layers", 1);
      await new Promise((resolve) => {
        opening.onsuccess = resolve;
      });
      const runs = opening.result.transaction("runs", "readwrite").objectStore("runs");
      const change = (entry: { kept: { checkpoint?: { outputWeights: Float32Array } } }) => {
        if (to === "no entries at all") return { written: "yesterday", kept: 3 };
        const { checkpoint } = entry.kept;
        if (checkpoint) checkpoint.outputWeights = checkpoint.outputWeights.slice(1);
        return entry;
      };
      let changed = 0;
      await new Promise((resolve) => {
        runs.openCursor().onsuccess = (event) => {
          const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
          if (!cursor) return resolve(null);
          // The note beside the runs is left as it is.
          if (cursor.value.kept) {
            changed++;
            cursor.update(change(cursor.value));
          }
          cursor.continue();
        };
      });
      opening.result.close();
      return changed;
    }, to);
  }

  for (const name of ["no entries at all", "checkpoints of another network"] as const) {
    test(`that gives back ${name} costs what was done, and nothing else`, async ({ page }) => {
      await page.goto(SWEEP);
      await runUntil(sweepOn(page), 0.4);
      expect(await change(page, name)).toBeGreaterThan(2);
      await page.goto(SWEEP);
      await expect(sweepOn(page).locator(".messages")).toContainText("goes on");
      await finished(sweepOn(page));
      await expect(sweepOn(page).locator(".sentence")).toContainText("with a slope of");
      await expect(sweepOn(page).locator(".messages .note")).toHaveCount(1);
    });
  }

  test("that keeps nothing runs everything all the same", async ({ page }) => {
    await page.addInitScript(() => {
      for (const name of ["indexedDB", "localStorage"]) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException("made for the test", "SecurityError");
          },
        });
      }
    });
    await page.goto(SWEEP);
    await runUntil(sweepOn(page), 0.2);
    await page.reload();
    await expect(barOf(sweepOn(page))).toBeVisible();
    await expect(sweepOn(page).locator(".messages")).not.toContainText("interrupted");
    await runUntil(sweepOn(page), 0.2);
    await finished(sweepOn(page));
    await expect(sweepOn(page).locator(".messages .note")).toHaveCount(0);
  });

  test("that loses its storage during a pause says so once, and lets go of what it held", async ({
    page,
  }) => {
    await page.goto(SWEEP);
    await runUntil(sweepOn(page), 0.2, true);
    await sweepOn(page).getByRole("button", { name: "Pause" }).click();
    await page.evaluate(async () => {
      for (const { name = "" } of await indexedDB.databases())
        await new Promise<void>((resolve) => {
          indexedDB.deleteDatabase(name).onsuccess = () => resolve();
        });
    });
    await sweepOn(page).getByRole("button", { name: "Resume" }).click();
    await finished(sweepOn(page));
    await expect(sweepOn(page).locator(".messages .note")).toHaveText([
      "This browser does not store it, so this run will not survive a reload.",
    ]);
    const held = () => page.evaluate(async () => (await navigator.locks.query()).held?.length);
    await expect.poll(held).toBe(0);
    await page.reload();
    await expect(barOf(sweepOn(page))).toBeVisible();
    await expect(sweepOn(page).locator(".messages")).not.toContainText("interrupted");
  });

  test("that is full says so once, and the run ends as it would", async ({ page, context }) => {
    await page.goto(SWEEP);
    const session = await context.newCDPSession(page);
    const { origin } = new URL(page.url());
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1000 });
    await runUntil(sweepOn(page), 0.2);
    await finished(sweepOn(page));
    await expect(sweepOn(page).locator(".messages .note")).toHaveText([
      "The storage of this browser is full, so this run will not survive a reload.",
    ]);
  });
});
