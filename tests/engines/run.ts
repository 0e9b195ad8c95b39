// `npm run test:engines`: runs the battery in Node, Chromium, Firefox and WebKitGTK, one after the other, and compares
// the digests. Ends within six minutes, whatever an engine does.
import { heading } from "../../src/cli/bootstrap/commands.mjs";
import { BATTERY } from "./battery.ts";
import { engineOf } from "./browser.ts";
import { chromium } from "./chromium.ts";
import { compare } from "./compare.ts";
import type { Battery, Engine, Ready } from "./engine.ts";
import { firefox } from "./firefox.ts";
import { node } from "./node.ts";
import { type Attendance, close, forget, print } from "./report.ts";
import { openSite } from "./site.ts";
import { webkit } from "./webkit.ts";

setTimeout(() => {
  console.error(
    "The engines took more than 350 s all together, so they are stopped here, and that is a failure.",
  );
  process.exit(1);
}, 350_000).unref();

const batteries: Record<string, Battery> = {};

/** Runs the battery in one engine. An engine that is there and fails has failed; it does not count as missing. */
async function attend({ name }: Engine, { path, run }: Ready, address: Promise<string>): Promise<Attendance> {
  const since = performance.now();
  const { version, battery } = await address.then(run).catch((error: unknown) => ({
    version: name,
    battery: { results: [], error: `it did not come to run: ${(error as Error).message}` },
  }));
  batteries[name] = battery;
  const seconds = (performance.now() - since) / 1000;
  console.log(
    `${version}: ${battery.results.length} of ${BATTERY.length} configurations in ${seconds.toFixed(1)} s`,
  );
  if (battery.error) console.log(`  ${battery.error}`);
  return { name, version, path, seconds };
}

forget();
const found = [];
for (const engine of [node, ...[chromium, firefox, webkit].map(engineOf)])
  found.push({ engine, state: await engine.find() });

heading("The same bits in every engine");
const site = openSite();
const address = site.then((opened) => opened.address);
await address.catch((error: Error) => console.error(`The battery cannot be bundled. ${error.message}`));
const attendance: Attendance[] = [];
for (const { engine, state } of found) {
  if ("why" in state) attendance.push({ name: engine.name, why: state.why });
  else attendance.push(await attend(engine, state, address));
}
await site.then((opened) => opened.close()).catch(() => {});

const lines = compare(
  BATTERY.map(({ name }) => name),
  batteries,
);
print(lines, attendance);
const alone = Object.keys(batteries).length < 2;
if (alone) console.log("One engine alone compares nothing, and that is a failure.");
process.exit(close(lines, attendance) || alone ? 1 : 0);
