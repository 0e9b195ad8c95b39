// The settings of the parity suite are what they say: an adapter in one, none in the others.
import { expect, inject, test } from "vitest";

const setting = inject("setting");

test(`in the setting “${setting}” there is ${setting === "webgpu" ? "an adapter" : "no adapter"}`, async () => {
  const gpu = globalThis.navigator?.gpu as GPU | undefined;
  const adapter = (await gpu?.requestAdapter()) ?? null;
  if (setting === "webgpu") expect(adapter).not.toBeNull();
  else expect(adapter).toBeNull();
});

test.skipIf(setting === "node")("a browser without an adapter still has navigator.gpu", () => {
  // The trap: the presence of `navigator.gpu` says nothing about a device.
  expect(globalThis.isSecureContext).toBe(true);
  expect("gpu" in navigator).toBe(true);
});
