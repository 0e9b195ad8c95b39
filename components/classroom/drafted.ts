/** What a student has told, as if what is being written were told already: for what the page says of it. */
import type { Entry, HandIn } from "../../src/assignments/handIn.ts";
import type { Drafts } from "./kept.ts";

export function drafted(
  { entries }: Pick<HandIn, "entries">,
  drafts: Drafts,
): { readonly entries: readonly Entry[] } {
  const texts = Object.entries(drafts).map(
    ([task, text]): Entry => ({ kind: "text", task, text, at: "", digest: "" }),
  );
  return { entries: [...entries, ...texts] };
}
