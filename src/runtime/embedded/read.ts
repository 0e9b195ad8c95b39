/** Reads what the page around a frame says, and trusts none of it. */
import * as z from "zod/mini";
import { NAME, type ToFrame } from "./messages.ts";

const value = z.union([z.number(), z.string(), z.array(z.number())]);
const to = z.literal(NAME);
const MESSAGE = z.discriminatedUnion("kind", [
  z.strictObject({ to, kind: z.literal("set"), parameters: z.record(z.string(), value) }),
  z.strictObject({ to, kind: z.literal("run") }),
  z.strictObject({ to, kind: z.literal("stop") }),
]);

/** A message for this frame, or a sentence on what is wrong with it. */
export function readMessage(data: unknown): ToFrame | { readonly problem: string } {
  const { success, data: message } = MESSAGE.safeParse(data);
  if (success) return message;
  const { kind } = data as { kind?: unknown };
  if (kind === "set")
    return {
      problem:
        "A message “set” needs “parameters”: an object whose values are numbers, texts or lists of numbers, and nothing besides.",
    };
  if (kind === "run" || kind === "stop") return { problem: `A message “${kind}” has nothing besides.` };
  return {
    problem: `A message to this frame is of the kind set, run or stop; “${String(kind).slice(0, 40)}” is none of them.`,
  };
}
