/** `npm run verify`: runs claims, or executes records again; `npm run verify -- --help` says how. */
import { call } from "./command.ts";
import { verify } from "./verify/main.ts";
import { startAgainForWebGPU } from "./webgpu/again.ts";

if (process.argv.some((word) => word.includes("webgpu"))) startAgainForWebGPU();
await call(verify());
