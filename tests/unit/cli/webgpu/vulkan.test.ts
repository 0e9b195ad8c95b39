// What a process needs so that WebGPU finds a driver, in folders made for it. No driver is loaded.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { vulkanHere } from "../../../../src/cli/webgpu/vulkan.ts";

function folderWith(...files: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "two-layers-vulkan-"));
  for (const file of files) writeFileSync(join(folder, file), "");
  return folder;
}

const MANIFEST = "vk_swiftshader_icd.json";
const browser = folderWith(MANIFEST, "libvulkan.so.1");
const system = folderWith("libvulkan.so.1");
const empty = folderWith();
const manifest = join(browser, MANIFEST);

describe("the environment in which Vulkan is found", () => {
  test("has SwiftShader's driver beside the system's, and a loader where the system has none", () => {
    const folders = { browsers: [empty, browser], libraries: [empty] };
    expect(vulkanHere({}, folders)).toEqual({ LD_LIBRARY_PATH: browser, VK_ADD_DRIVER_FILES: manifest });
    expect(vulkanHere({ LD_LIBRARY_PATH: "/mine" }, folders)).toMatchObject({
      LD_LIBRARY_PATH: `/mine:${browser}`,
    });
  });

  test("leaves the system's loader in its place", () => {
    const folders = { browsers: [browser], libraries: [system] };
    expect(vulkanHere({}, folders)).toEqual({ VK_ADD_DRIVER_FILES: manifest });
  });

  test("leaves drivers that somebody has chosen", () => {
    const folders = { browsers: [browser], libraries: [system] };
    for (const name of ["VK_DRIVER_FILES", "VK_ICD_FILENAMES"])
      expect(vulkanHere({ [name]: "/mine.json" }, folders)).toEqual({});
  });

  test("is that of a Chromium that is named", () => {
    const folders = { browsers: [], libraries: [system] };
    expect(vulkanHere({ CHROMIUM_PATH: join(browser, "chromium") }, folders)).toEqual({
      VK_ADD_DRIVER_FILES: manifest,
    });
  });

  test("is as it was where there is nothing to add, and once it was added", () => {
    expect(vulkanHere({}, { browsers: [empty], libraries: [empty] })).toEqual({});
    const folders = { browsers: [browser], libraries: [empty] };
    expect(vulkanHere(vulkanHere({}, folders), folders)).toEqual({});
  });
});
