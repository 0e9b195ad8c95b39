/** A benchmark as the page sees it: started once, reporting event by event, ended by an abort. */
import { proxy, wrap } from "comlink";
import type { BenchEvent, Conduct, Wanted } from "./protocol.ts";

/** Resolves when the benchmark has ended. @throws the reason of the abort, or Error if the benchmark cannot go on. */
export async function compare(
  wanted: Wanted,
  signal: AbortSignal,
  onEvent: (event: BenchEvent) => void,
): Promise<void> {
  signal.throwIfAborted();
  const conductor = new Worker(new URL("./conductor.ts", import.meta.url), { type: "module" });
  const end = Promise.withResolvers<never>();
  signal.addEventListener("abort", () => end.reject(signal.reason), { once: true });
  conductor.addEventListener("error", (event) => {
    event.preventDefault();
    const what = event.message ? `stopped working (${event.message})` : "could not be loaded";
    end.reject(
      new Error(`The part of this page that measures ${what}. Check your connection and reload the page.`),
    );
  });
  const measured = wrap<Conduct>(conductor)(wanted, proxy(onEvent));
  await Promise.race([measured, end.promise]).finally(() => conductor.terminate());
}
