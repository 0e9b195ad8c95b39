// The battery in Firefox (SpiderMonkey), through Puppeteer and WebDriver BiDi, which every Firefox speaks unpatched.
import puppeteer from "puppeteer-core";
import { type Engine, watch } from "./engine.ts";
import { advice, firstThatStarts, installed } from "./packages.ts";
import { atMost, within } from "./patience.ts";
import { end } from "./processes.ts";

const START_MS = 40_000;
const packages = ["firefox-esr"];
const look = () =>
  firstThatStarts(["firefox-esr", "firefox"], ["/Applications/Firefox.app/Contents/MacOS/firefox"]);

export const firefox: Engine = {
  name: "Firefox",
  find: async () => {
    let path = await look();
    if (!path && (await installed("Firefox", packages))) path = await look();
    if (!path) return { why: `No Firefox was found that starts. ${advice(packages)}.` };
    const found = path;
    return { path, run: (address) => run(found, address) };
  },
};

async function run(executablePath: string, address: string) {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath,
    headless: true,
    timeout: atMost(START_MS),
    protocolTimeout: atMost(START_MS),
  });
  try {
    const version = await within(START_MS, "Asking Firefox for its version", browser.version());
    const page = await within(START_MS, "Opening a page", browser.newPage());
    await page.goto(address, { timeout: atMost(START_MS) });
    const battery = await watch((expression) => page.evaluate(expression));
    return { version: `Firefox ${version.split("/").at(-1)}`, battery };
  } finally {
    const child = browser.process();
    await within(10_000, "Closing Firefox", browser.close()).catch(() => {});
    if (child) end(child);
  }
}
