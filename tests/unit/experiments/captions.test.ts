// Captions stay true whatever is set: none says the value that a setting begins with, if the reader can change it. What is
// said of the paper may.
import { describe, expect, it } from "vitest";
import { EXPERIMENTS } from "../../../src/catalogue/experiments.ts";
import type { Parameter } from "../../../src/experiments/parameters.ts";
import { tickInWords } from "../../../src/plots/numbers.ts";

/** Numbers as captions spell them. Smaller ones count what a figure always shows. */
const SPELT = new Map([
  [5, "five"],
  [6, "six"],
  [10, "ten"],
  [12, "twelve"],
  [30, "thirty"],
  [40, "forty"],
  [50, "fifty"],
  [100, "hundred"],
  [200, "two hundred"],
  [1000, "thousand"],
]);
const SMALLEST = 5;

/** How a caption might say a value. */
function sayings(parameter: Parameter, value: unknown): string[] {
  if (parameter.kind === "choice") return [parameter.options[value as string] as string];
  if (parameter.kind !== "real" && parameter.kind !== "whole" && parameter.kind !== "wholes") return [];
  const numbers = ([value].flat() as number[]).filter((each) => each >= SMALLEST || each % 1 !== 0);
  return numbers.flatMap((each) => [
    String(each),
    tickInWords(each),
    each >= SMALLEST ? each.toLocaleString("en") : "",
    SPELT.get(each) ?? "",
  ]);
}

/** Whether the words stand in the caption by themselves, not within a number or a word. */
function says(caption: string, words: string): boolean {
  const plain = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const sentences = caption.split(/(?<=\.) (?=\p{Lu})/u);
  const ofTheRun = sentences.filter((sentence) => !sentence.startsWith("The paper’s")).join(" ");
  return new RegExp(`(?<![\\p{L}\\p{N}.,/])${plain}(?![\\p{L}\\p{N}]|[.,]\\p{N})`, "iu").test(ofTheRun);
}

describe.each(
  EXPERIMENTS.flatMap((meta) =>
    meta.figures.map((figure) => ({ name: `${meta.id}: ${figure.id}`, meta, figure })),
  ),
)("$name", ({ meta, figure }) => {
  it("has a caption that no setting makes untrue", () => {
    const said = figure.controls.flatMap((control) => {
      const starts = figure.cases.map(({ parameters }) => ({ ...meta.defaults, ...parameters })[control]);
      const words = new Set(starts.flatMap((start) => sayings(meta.parameters[control] as Parameter, start)));
      return [...words]
        .filter((each) => each && says(figure.caption, each))
        .map((each) => `${control}: “${each}”`);
    });
    expect(said).toEqual([]);
  });
});
