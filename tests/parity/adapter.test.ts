// The settings of the parity suite are what they say: an adapter in one, none in the others.
import { expect, inject, test } from "vitest";

const setting = inject("setting");

test(`in the setting “${setting}” there is ${setting === "webgpu" ? "an adapter" : "no adapter"}`, async () => {
  const gpu = (globalThis.navigator as { gpu?: GPU } | undefined)?.gpu;
  // The trap: every browser here has `navigator.gpu`, with or without an adapter behind it.
  expect(gpu !== undefined).toBe(setting !== "node");
  const adapter = (await gpu?.requestAdapter()) ?? null;
  expect(adapter !== null).toBe(setting === "webgpu");
});
