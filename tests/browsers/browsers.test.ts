// The built site in Firefox and WebKitGTK, and beside them in Chromium: its formulas are drawn, a figure and a claim come to the
// bits of their reference records, and the page that checks records confirms what was saved, without an error. Looks at what each engine does by itself; all else is for tests/pages. A browser that is
// not here is skipped and says why.
import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OpenPage } from "../engines/browser.ts";
import { chromium } from "../engines/chromium.ts";
import { firefox } from "../engines/firefox.ts";
import { until } from "../engines/patience.ts";
import { webkit } from "../engines/webkit.ts";
import { built } from "../pages/built.ts";
import { PAPERS, quickestOf, referenceOf } from "../pages/papers.ts";
import { measured } from "./formulas.ts";
import { openSite } from "./site.ts";

/** What is waited for takes seconds; the limit is for what hangs. */
const PATIENCE_MS = 240_000;
const FIGURE = "phase-diagram/any-point";
const [CLAIM = ""] = quickestOf("phase-diagram");

const isBuilt = existsSync(built.folder);
let site: Awaited<ReturnType<typeof openSite>> | undefined;
beforeAll(async () => {
  if (isBuilt) site = await openSite();
});
afterAll(() => site?.close());

describe.each([chromium, firefox, webkit])("$name", ({ name, find }) => {
  let page: OpenPage | undefined;
  let why = `There is no built site in ${built.folder}.`;
  beforeAll(async () => {
    if (!isBuilt) return;
    const found = await find();
    if ("why" in found) why = found.why;
    else page = await found.open();
    console.log(page?.version ?? `${name}: ${why}`);
    await page?.resize(1280, 900);
  });
  afterAll(() => page?.close());

  /** Goes to a page of the site. */
  const at = async (path: string) => {
    await page?.goto(`${site?.address}${path}`);
    await value("document.fonts.ready.then(() => 0)");
  };
  const value = (expression: string) => page?.evaluate(expression) ?? Promise.resolve(undefined);
  /** The value of an expression, once it has one that is true. */
  const eventually = (what: string, expression: string) =>
    until(PATIENCE_MS, what, async () => (await value(`(${expression}) || null`)) ?? undefined);
  /** Presses the first button of that name, once there is one in sight. */
  const press = (label: string) =>
    eventually(
      `The button “${label}”`,
      `(() => {
        const button = [...document.querySelectorAll("button")].find(
          (each) => each.textContent.includes(${JSON.stringify(label)}) && each.checkVisibility(),
        );
        button?.click();
        return Boolean(button);
      })()`,
    );
  const expectNoComplaint = async () => expect(await value("window.complaints")).toEqual([]);

  test.for(PAPERS)("draws the formulas of $paper", async ({ paper }, { skip }) => {
    if (!page) skip(why);
    await at(`${paper}/`);
    const { count, wrong } = (await value(measured)) as { count: number; wrong: string[] };
    expect(count).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
    expect(await value("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    await expectNoComplaint();
  });

  test("trains a figure to the bits of its record", async ({ skip }) => {
    if (!page) skip(why);
    await at(`around.html#embed/${FIGURE}/`);
    await eventually("The figure", "window.heard.some(({ kind }) => kind === 'ready')");
    const say = (message: object) =>
      value(
        `(document.querySelector("iframe").contentWindow.postMessage(${JSON.stringify({ to: "two-layers", ...message })}, "*"), 0)`,
      );
    await say({ kind: "set", parameters: { backend: "wasm" } });
    await say({ kind: "run" });
    const said = (await eventually(
      "Its result",
      "window.heard.find(({ kind }) => kind === 'result' || kind === 'error')",
    )) as { digest?: string; message?: string; reference: string };
    expect(said.message).toBeUndefined();
    const reference = await value(
      `fetch(${JSON.stringify(said.reference)}).then((it) => it.json()).then(({ digest }) => digest)`,
    );
    expect(said.digest).toBe(reference);
    const [complaints, { asked, came }] = (await value(
      "(({ complaints, reports }) => [complaints, reports])(document.querySelector('iframe').contentWindow)",
    )) as [unknown[], { asked: number; came: number }];
    expect(complaints).toEqual([]);
    // A worker whose file runs twice answers twice.
    expect(asked).toBeGreaterThan(0);
    expect(came).toBeLessThanOrEqual(asked);
  });

  test("gives a claim its verdict, and confirms the record of it that was saved", async ({ skip }) => {
    if (!page) skip(why);
    await at(`claims/${CLAIM}/`);
    // What is saved is kept here instead of going to a folder.
    await value("(URL.createObjectURL = (file) => { window.saved = file; return '#saved'; }, 0)");
    await press("Check it here");
    expect(
      await eventually("Its digest", `document.querySelector("[data-digest]")?.textContent.trim()`),
    ).toBe(referenceOf(CLAIM).digest);
    expect(await value(`document.querySelector("[data-verdict]").textContent.trim()`)).toBe(
      referenceOf(CLAIM).verdict,
    );
    await press("Save the record");
    const record = await eventually("The file", "window.saved?.text()");
    await expectNoComplaint();

    await at("verify/");
    await eventually("The place for files", `document.querySelector(".drop") !== null`);
    await value(`(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([${JSON.stringify(record)}], "record.json"));
      document.querySelector(".drop").dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
      return 0;
    })()`);
    await press("Run it again here");
    expect(await eventually("The finding", `document.querySelector("[data-finding]")?.dataset.finding`)).toBe(
      "confirmed",
    );
    await expectNoComplaint();
  });
});
