// The page that every browser opens: starts the worker and keeps in `window.battery` what it says. Shows nothing.
import type { Result } from "./battery.ts";

const battery: { results: Result[]; error?: string | null } = { results: [] };
Object.assign(window, { battery });

const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
worker.addEventListener(
  "message",
  ({ data }: MessageEvent<{ result: Result } | { error: string | null }>) => {
    if ("result" in data) battery.results.push(data.result);
    else battery.error = data.error;
  },
);
worker.addEventListener("error", (event) => {
  battery.error = event.message || "the worker could not be loaded";
});
