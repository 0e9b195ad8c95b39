// WebKitGTK (JavaScriptCore, the engine of Safari), through its WebDriver and its MiniBrowser. MiniBrowser
// has no headless mode: where there is no display, an Xvfb is started for it.
import type { ChildProcess } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Browser, Installed, OpenPage } from "./browser.ts";
import type { Missing } from "./engine.ts";
import { advice, installed } from "./packages.ts";
import { atMost, START_MS, until, within } from "./patience.ts";
import { begin, end, unusedPort } from "./processes.ts";

interface Programs {
  readonly driver: string | undefined;
  readonly browser: string | undefined;
  /** Null where there is a display already. */
  readonly display: string | null | undefined;
}

function look(): Programs {
  return {
    driver: onPath("WebKitWebDriver"),
    browser: miniBrowser(),
    display: process.env.DISPLAY ? null : onPath("Xvfb"),
  };
}

/** Neither program has a `--version` that ends well, so that being there must do. */
function onPath(name: string): string | undefined {
  return (process.env.PATH ?? "")
    .split(":")
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/** Distributions put it beside the library, in a folder with the library's version: the newest one is taken. */
function miniBrowser(): string | undefined {
  const roots = ["/usr/libexec", "/usr/lib", "/usr/lib64"];
  const multiarch = existsSync("/usr/lib")
    ? readdirSync("/usr/lib").filter((name) => /-linux-gnu/.test(name))
    : [];
  return [...roots, ...multiarch.map((name) => join("/usr/lib", name))]
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /^webkit2?gtk-/.test(name))
        .sort()
        .reverse()
        .map((name) => join(folder, name, "MiniBrowser")),
    )
    .find((path) => existsSync(path));
}

function missingOf({ driver, browser, display }: Programs): string[] {
  return [...(driver && browser ? [] : ["webkit2gtk-driver"]), ...(display === undefined ? ["xvfb"] : [])];
}

export const webkit: Browser = {
  name: "WebKitGTK",
  find: async (): Promise<Installed | Missing> => {
    let programs = look();
    const missing = missingOf(programs);
    if (missing.length > 0 && (await installed("WebKitGTK that can be driven", missing))) programs = look();
    const { driver, browser, display } = programs;
    if (!driver) return { why: `WebKitWebDriver was not found. ${advice(missing)}.` };
    if (!browser) return { why: `WebKitGTK's MiniBrowser was not found. ${advice(missing)}.` };
    if (display === undefined)
      return { why: `There is no display and no Xvfb. ${advice(missing)}, or set DISPLAY.` };
    return { path: browser, open: () => open({ driver, browser, display }) };
  },
};

async function open({
  driver,
  browser,
  display,
}: {
  driver: string;
  browser: string;
  display: string | null;
}): Promise<OpenPage> {
  const started: ChildProcess[] = [];
  const endAll = () => {
    for (const child of started.toReversed()) end(child);
  };
  try {
    const screen = display === null ? process.env.DISPLAY : await openDisplay(display, started);
    const port = await unusedPort();
    const asRoot = process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" } : {};
    const env = { ...process.env, ...asRoot, DISPLAY: screen, WEBKIT_DISABLE_COMPOSITING_MODE: "1" };
    started.push(begin(driver, [`--port=${port}`], { env, stdio: "ignore" }));
    const page = await drive(`http://127.0.0.1:${port}`, browser);
    const close = async () => {
      await page.close();
      endAll();
    };
    return { ...page, close };
  } catch (error) {
    endAll();
    throw error;
  }
}

/** Starts an Xvfb, which chooses a free display and writes its number. */
async function openDisplay(program: string, started: ChildProcess[]): Promise<string> {
  const args = ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"];
  const child = begin(program, args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
  started.push(child);
  let said = "";
  (child.stdio[3] as Readable).on("data", (chunk) => {
    said += chunk;
  });
  const number = await until(20_000, "Starting Xvfb", async () => said.match(/^(\d+)\n/)?.[1]);
  return `:${number}`;
}

async function drive(driver: string, binary: string): Promise<OpenPage> {
  const call = async (method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${driver}${path}`, {
      method,
      headers: { "content-type": "application/json" },
      signal: AbortSignal.timeout(atMost(START_MS)),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: { message?: string } };
    if (!response.ok) throw new Error(`WebKitWebDriver: ${value?.message ?? response.status}`);
    return value;
  };
  await until(20_000, "Starting WebKitWebDriver", () => call("GET", "/status").catch(() => undefined));
  const asked = { alwaysMatch: { "webkitgtk:browserOptions": { binary, args: ["--automation"] } } };
  const { sessionId, capabilities } = (await call("POST", "/session", { capabilities: asked })) as {
    sessionId: string;
    capabilities: { browserVersion?: string };
  };
  const session = `/session/${sessionId}`;
  const evaluate = (expression: string) =>
    call("POST", `${session}/execute/sync`, { script: `return ${expression}`, args: [] });
  return {
    version: `WebKitGTK ${capabilities.browserVersion ?? ""}`.trim(),
    goto: async (address) => {
      await call("POST", `${session}/url`, { url: address });
    },
    evaluate,
    resize: async (width, height) => {
      await call("POST", `${session}/window/rect`, { width, height });
      const inner = (await evaluate("[innerWidth, innerHeight]")) as [number, number];
      // What is around the page has its place, too.
      const outer = { width: 2 * width - inner[0], height: 2 * height - inner[1] };
      await call("POST", `${session}/window/rect`, outer);
    },
    close: async () => {
      await within(10_000, "Closing WebKitGTK", call("DELETE", session)).catch(() => {});
    },
  };
}
