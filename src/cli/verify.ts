/** `npm run verify`: runs claims, or executes records again; `npm run verify -- --help` says how. */
import { call } from "./command.ts";
import { verify } from "./verify/main.ts";

await call(verify());
