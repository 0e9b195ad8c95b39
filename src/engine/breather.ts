/** How a long computation lets its thread hear of other things. */

/** Lets other events of this thread through (an abort, say) every 50 ms; reading a WebAssembly tensor does not. */
export function breather(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < 50) return;
    await new Promise((resolve) => setTimeout(resolve));
    last = performance.now();
  };
}
