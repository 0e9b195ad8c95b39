// SHA-256 of numbers, as hexadecimal digits; the same in Node and in a browser.
export async function digestOf(parts: readonly (Float32Array | Float64Array)[]): Promise<string> {
  const bytes = await new Blob(parts.map((part) => part.slice())).arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
