// The battery in Node, in a process of its own: a kernel that never returns must not keep the others from running.
// Started with the argument `battery` it is that process.
import { fileURLToPath } from "node:url";
import { openNodeDevice } from "../../src/cli/device.ts";
import { type Result, runBattery } from "./battery.ts";
import { type Battery, ENGINE_MS, type Engine } from "./engine.ts";
import { atMost } from "./patience.ts";
import { begin, end } from "./processes.ts";

const here = fileURLToPath(import.meta.url);

export const node: Engine = {
  name: "Node",
  find: async () => ({
    path: process.execPath,
    run: async () => ({ version: `Node ${process.versions.node}`, battery: await inProcess() }),
  }),
};

function inProcess(): Promise<Battery> {
  return new Promise((resolve) => {
    const child = begin(process.execPath, [here, "battery"], { stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    let late = false;
    child.stdout?.on("data", (chunk) => {
      said += chunk;
    });
    const timer = setTimeout(() => {
      late = true;
      end(child);
    }, atMost(ENGINE_MS));
    child.on("close", (code) => {
      clearTimeout(timer);
      // A last line that was cut off is no result, and TensorFlow.js may have something to say, too.
      const lines = said
        .split("\n")
        .slice(0, -1)
        .filter((line) => line.startsWith("{"));
      const results = lines.map((line) => JSON.parse(line) as Result);
      const error = late ? "not finished in time" : code === 0 ? null : `ended with code ${code}`;
      resolve({ results, error });
    });
  });
}

if (process.argv[2] === "battery") {
  const { backend, reason } = await openNodeDevice("wasm");
  if (backend !== "wasm") throw new Error(reason);
  await runBattery((result) => console.log(JSON.stringify(result)));
}
