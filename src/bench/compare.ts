/** A benchmark as the page sees it: started once, told of event by event, ended by an abort. */
import type { BenchEvent, Wanted } from "./protocol.ts";

/** Comes to an end with the benchmark. @throws the reason of the abort, or Error if the benchmark cannot go on. */
export async function compare(
  wanted: Wanted,
  signal: AbortSignal,
  onEvent: (event: BenchEvent) => void,
): Promise<void> {
  const conductor = new Worker(new URL("./conductor.ts", import.meta.url), { type: "module" });
  await new Promise<void>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    signal.throwIfAborted();
    conductor.addEventListener("message", ({ data }: MessageEvent<BenchEvent>) => {
      if (data.kind === "failed") return reject(new Error(data.why));
      onEvent(data);
      if (data.kind === "done") resolve();
    });
    conductor.addEventListener("error", (event) => {
      event.preventDefault();
      const what = event.message ? `stopped working (${event.message})` : "could not be loaded";
      reject(
        new Error(`The part of this page that measures ${what}. Check your connection and reload the page.`),
      );
    });
    conductor.postMessage(wanted);
  }).finally(() => conductor.terminate());
}
