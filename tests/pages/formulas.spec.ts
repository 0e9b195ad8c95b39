// The formulas of all pages: valid MathML without a style of its own, in characters that their font has.
import { expect, test } from "@playwright/test";
import { parseHTML } from "linkedom";
import { CHARACTERS } from "../../src/formulas/font.mjs";
import { builtPages } from "./built.ts";

/** How many children an element has that says by their order what they are. */
const CHILDREN: Readonly<Record<string, number>> = {
  MFRAC: 2,
  MROOT: 2,
  MSUB: 2,
  MSUP: 2,
  MSUBSUP: 3,
  MUNDER: 2,
  MOVER: 2,
  MUNDEROVER: 3,
};
/** Italic letters: of Latin from a, of Greek from α; a letter alone becomes one of them. */
const italic = (letter: string) => {
  const code = letter.codePointAt(0) as number;
  if (/^[A-Z]$/.test(letter)) return String.fromCodePoint(0x1d434 + code - 0x41);
  if (/^[a-z]$/.test(letter)) return letter === "h" ? "ℎ" : String.fromCodePoint(0x1d44e + code - 0x61);
  if (/^[Α-Ω]$/.test(letter)) return String.fromCodePoint(0x1d6e2 + code - 0x391);
  if (/^[α-ω]$/.test(letter)) return String.fromCodePoint(0x1d6fc + code - 0x3b1);
  return letter;
};

const formulas = builtPages().flatMap(({ path, html }) =>
  [...parseHTML(html).document.querySelectorAll("math")].map((math) => ({ path, math })),
);

test("are valid MathML", () => {
  expect(formulas.length).toBeGreaterThan(100);
  const wrong = formulas.flatMap(({ path, math }) =>
    [...math.querySelectorAll("*")]
      .filter(
        ({ tagName, children }) => children.length !== (CHILDREN[tagName.toUpperCase()] ?? children.length),
      )
      .map(({ tagName }) => `${path}: ${tagName} in ${math.querySelector("annotation")?.textContent}`),
  );
  expect(wrong).toEqual([]);
});

test("need no style that a strict host would drop", () => {
  expect(formulas.filter(({ math }) => math.querySelector("[style]"))).toEqual([]);
});

test("are written in characters that their font has", () => {
  const missing = new Set<string>();
  for (const { math } of formulas)
    for (const token of math.querySelectorAll("mi, mo, mn, mtext")) {
      const text = token.textContent ?? "";
      for (const character of token.localName === "mi" && [...text].length === 1 ? italic(text) : text)
        if (!CHARACTERS.includes(character) && character.trim() !== "") missing.add(character);
    }
  expect([...missing]).toEqual([]);
});
