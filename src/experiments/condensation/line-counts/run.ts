/** Runs one draw. */
export { runDraw as run } from "../runDraw.ts";
