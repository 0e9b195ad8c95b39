/**
 * What an assignment in a frame tells the page around it: how tall it is, how many tasks are done, and that the file was saved. No
 * answer, no name and no score, so that it may go to a page of any origin.
 */
import { NAME } from "../../src/runtime/embedded/messages.ts";

export type News =
  | { readonly kind: "ready" | "progress" | "saved"; readonly done: number; readonly of: number }
  /** Pixels that the page needs not to scroll. */
  | { readonly kind: "size"; readonly height: number };

export function tellPageAround(news: News): void {
  if (parent === window) return;
  const { assignment = "" } = document.querySelector<HTMLElement>("assignment-sheet")?.dataset ?? {};
  parent.postMessage({ from: NAME, assignment, ...news }, "*");
}
