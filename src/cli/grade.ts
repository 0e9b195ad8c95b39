/** `npm run grade`: grades files that were handed in; `npm run grade -- --help` says how. */
import { call } from "./command.ts";
import { grade } from "./grade/main.ts";

await call(grade());
