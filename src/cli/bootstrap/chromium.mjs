// Finds a Chromium for the tests and benchmarks, and on Debian, as root, installs one.
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { heading, run, Sentence, works } from "./commands.mjs";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** How it is started: what it does by itself is not for here. */
export const chromiumFlags = [
  // Chromium's own walls do not stand for root.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];

/** SwiftShader ships with Chromium: a WebGPU adapter on any machine, in software. */
export const webgpuFlags = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"];

/** @returns {Promise<string>} the path of a Chromium that starts */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (await works(given, ["--version"])) return given;
    throw new Sentence(`CHROMIUM_PATH is “${given}”, which does not start. Correct it, or leave it out.`);
  }
  const found = await firstThatStarts();
  if (found) return found;

  if (
    process.getuid?.() === 0 &&
    existsSync("/etc/debian_version") &&
    (await works("apt-get", ["--version"]))
  ) {
    heading("No Chromium here: installing Debian's");
    const quiet = { DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-q"], { env: quiet });
    await run("apt-get", ["install", "-y", "-q", "chromium"], { env: quiet });
    const installed = await firstThatStarts();
    if (installed) return installed;
  }
  throw new Sentence(
    "Chromium or Chrome is needed, and none was found that starts.\n" +
      "Install one, or run “npx playwright install --with-deps chromium”, or set CHROMIUM_PATH to where it is.",
  );
}

async function firstThatStarts() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...applications,
    ...playwrights(),
  ];
  for (const path of candidates) {
    // `chromium-browser` may be a stub that only says how to install it, so existing is not enough.
    if (existsSync(path) && (await works(path, ["--version"]))) return path;
  }
  return undefined;
}

/** The whole browsers (not the headless shells) that Playwright may have downloaded, newest first. */
function playwrights() {
  const cache =
    process.env.PLAYWRIGHT_BROWSERS_PATH ||
    join(homedir(), process.platform === "darwin" ? "Library/Caches" : ".cache", "ms-playwright");
  if (!existsSync(cache)) return [];
  const inside = [
    "chrome-linux64/chrome",
    "chrome-linux/chrome",
    "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
    "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
    "chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  ];
  return readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice("chromium-".length)) - Number(a.slice("chromium-".length)))
    .flatMap((name) => inside.map((path) => join(cache, name, path)));
}
