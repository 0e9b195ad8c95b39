/** A compiled module of assembly/ with its memory, and that memory as numbers. */
import { BACKEND_LABELS } from "../../backends.ts";
import { OutOfMemoryError } from "../../memory.ts";

const PAGE = 65536;

/** What the module exports, or null where the engine has no WebAssembly SIMD; `base64` is from modules/. */
export function instanceOf<Exports>(base64: string): Exports | null {
  const binary = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  if (!WebAssembly.validate(binary)) return null;
  return new WebAssembly.Instance(new WebAssembly.Module(binary)).exports as unknown as Exports;
}

/** Grows a memory to so many bytes, if it has fewer. @throws OutOfMemoryError */
export function grow(memory: WebAssembly.Memory, bytes: number): void {
  const missing = bytes - memory.buffer.byteLength;
  if (missing <= 0) return;
  try {
    memory.grow(Math.ceil(missing / PAGE));
  } catch (error) {
    throw new OutOfMemoryError(BACKEND_LABELS.wasm, error);
  }
}
