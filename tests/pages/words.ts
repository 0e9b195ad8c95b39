// What a figure says of its result, without the label that says whose result it is.
import type { Locator } from "@playwright/test";

export const wordsOf = async (figure: Locator) => plain(await figure.locator(".sentence").textContent());

/** Of the recorded result, as the page has it before its script does anything: also where the figure shows its start first. */
export const referenceWordsOf = async (figure: Locator) =>
  plain(await figure.locator(".sentence .at-end").textContent());

function plain(text: string | null): string {
  return (text ?? "").trim().replace(/^(Reference result|The start|Your run(, [a-z ]+)?)\s*/i, "");
}
