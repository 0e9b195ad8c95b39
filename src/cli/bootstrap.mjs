// `npm start` and `npm test` on any clone, fresh or old. It runs before anything is installed, on Node 18 or newer,
// so it and the files beside it import nothing but Node itself.
import { Sentence } from "./bootstrap/commands.mjs";
import { start } from "./bootstrap/start.mjs";
import { test } from "./bootstrap/test.mjs";

const [command, ...flags] = process.argv.slice(2);
const help = `npm start [-- --port <n> --host <address>]
                  build the site, serve it on this machine, or on an address of it, and print where
npm test          check and test everything

Both first install the packages that are missing.

Exit codes:
  0  the site was served until it was stopped, or every test passed
  1  something failed, and is told
  2  called wrongly`;

try {
  if (Number.parseInt(process.versions.node, 10) < 18) {
    throw new Sentence(
      `This is Node ${process.versions.node}. Please install Node 18 or newer and try again.`,
    );
  }
  if (flags.includes("--help")) console.log(help);
  else if (command === "start") await start(flags);
  else if (command === "test") await test(flags);
  else throw new Sentence("Say “npm start” to see the site, or “npm test” to test it.", 2);
} catch (error) {
  if (!(error instanceof Sentence)) throw error;
  console.error(`\n${error.message}`);
  process.exit(error.code);
}
