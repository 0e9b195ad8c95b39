/**
 * `npm run verify -- [pattern] [--seeds N] [--backend NAME] [--workers N] [--json FILE] [--save FOLDER] [--update-records]`
 * runs claims and prints a line for each; `npm run verify -- --record FILE …` executes records again. Exit codes:
 * 0 all supported or confirmed, 1 some not, 2 called wrongly, 3 a record cannot be checked.
 */
import { endWorkers } from "../runtime/pool.ts";
import { main } from "./verify/main.ts";

process.exitCode = await main();
endWorkers();
