// The gallery is there while you edit and for the page tests, and in no site that is published.
import { afterEach, expect, test, vi } from "vitest";
import { gallery } from "../../src/gallery/integration.mjs";

type Setup = NonNullable<ReturnType<typeof gallery>["hooks"]["astro:config:setup"]>;
type Told = Parameters<Setup>[0];

/** The pages that a command adds to the site. */
async function pagesOf(command: Told["command"]): Promise<string[]> {
  const patterns: string[] = [];
  const injectRoute: Told["injectRoute"] = ({ pattern }) => void patterns.push(pattern);
  await gallery().hooks["astro:config:setup"]?.({ command, injectRoute } as Told);
  return patterns;
}

const ALL = ["/gallery", "/gallery/[stage]"];

afterEach(() => vi.unstubAllEnvs());

test("the development server has it", async () => {
  expect(await pagesOf("dev")).toEqual(ALL);
});

test("a build has it only where it is asked for", async () => {
  vi.stubEnv("GALLERY", "");
  expect(await pagesOf("build")).toEqual([]);
  vi.stubEnv("GALLERY", "1");
  expect(await pagesOf("build")).toEqual(ALL);
});
