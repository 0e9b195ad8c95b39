// Firefox (SpiderMonkey), through Puppeteer and WebDriver BiDi, which every Firefox speaks unpatched.
import puppeteer from "puppeteer-core";
import type { Browser, OpenPage } from "./browser.ts";
import { advice, firstThatStarts, installed } from "./packages.ts";
import { atMost, START_MS, within } from "./patience.ts";
import { end } from "./processes.ts";

const packages = ["firefox-esr"];
const look = () =>
  firstThatStarts(["firefox-esr", "firefox"], ["/Applications/Firefox.app/Contents/MacOS/firefox"]);

export const firefox: Browser = {
  name: "Firefox",
  find: async () => {
    let path = await look();
    if (!path && (await installed("Firefox", packages))) path = await look();
    if (!path) return { why: `No Firefox was found that starts. ${advice(packages)}.` };
    const found = path;
    return { path, open: () => open(found) };
  },
};

async function open(executablePath: string): Promise<OpenPage> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: true,
    timeout: atMost(START_MS),
    protocolTimeout: atMost(START_MS),
  });
  const close = async () => {
    const child = browser.process();
    await within(10_000, "Closing Firefox", browser.close()).catch(() => {});
    if (child) end(child);
  };
  try {
    const version = await within(START_MS, "Asking Firefox for its version", browser.version());
    const page = await within(START_MS, "Opening a page", browser.newPage());
    return {
      version: `Firefox ${version.split("/").at(-1)}`,
      goto: async (address) => {
        await page.goto(address, { timeout: atMost(START_MS) });
      },
      evaluate: (expression) => page.evaluate(expression),
      resize: (width, height) => page.setViewport({ width, height }),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
