/**
 * What a process on Linux needs in its environment so that WebGPU finds a driver. Chromium brings along, for itself, Vulkan's
 * loader and SwiftShader, a driver in software; here they serve programs beside it, too. A driver of the system keeps its
 * place: Dawn and wgpu take a graphics card before anything in software. Reads folders and starts nothing.
 */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** Where distributions have Chromium or Chrome. */
const BROWSERS = [
  "/usr/lib/chromium",
  "/usr/lib/chromium-browser",
  "/usr/lib64/chromium-browser",
  "/opt/google/chrome",
];
/** Where they have libraries. */
const LIBRARIES = [
  "/usr/lib/x86_64-linux-gnu",
  "/usr/lib/aarch64-linux-gnu",
  "/usr/lib64",
  "/usr/lib",
  "/usr/local/lib",
];
const LOADER = "libvulkan.so.1";
const MANIFEST = "vk_swiftshader_icd.json";
/** Who sets one of them has chosen the drivers. */
const CHOSEN = ["VK_DRIVER_FILES", "VK_ICD_FILENAMES", "VK_ADD_DRIVER_FILES"];

/** The folders that are looked through. */
export interface Folders {
  readonly browsers: readonly string[];
  readonly libraries: readonly string[];
}

/** Variables to set before a process starts: none where it finds everything already, or nothing was found for it. */
export function vulkanHere(
  environment: Environment = process.env,
  { browsers, libraries }: Folders = { browsers: BROWSERS, libraries: LIBRARIES },
): Record<string, string> {
  const chromium = environment.CHROMIUM_PATH;
  const folder = [...(chromium ? [dirname(chromium)] : []), ...browsers].find((each) =>
    existsSync(join(each, MANIFEST)),
  );
  if (folder === undefined) return {};
  const paths = (environment.LD_LIBRARY_PATH ?? "").split(":").filter(Boolean);
  const hasLoader = [...paths, ...libraries].some((each) => existsSync(join(each, LOADER)));
  const hasChosen = CHOSEN.some((name) => environment[name] !== undefined);
  return {
    ...(hasLoader ? {} : { LD_LIBRARY_PATH: [...paths, folder].join(":") }),
    ...(hasChosen ? {} : { VK_ADD_DRIVER_FILES: join(folder, MANIFEST) }),
  };
}
