/** A student's file as if what is being written were told already: for what the page says of it. */
import type { HandIn } from "../../src/assignments/handIn.ts";
import type { Drafts } from "./kept.ts";

export function drafted({ entries }: HandIn, drafts: Drafts): HandIn {
  const texts = Object.entries(drafts).map(
    ([task, text]) => ({ kind: "text", task, text, at: "", digest: "" }) as const,
  );
  return { entries: [...entries, ...texts] } as unknown as HandIn;
}
