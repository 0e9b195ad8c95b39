// Formulas as excerpts of the search have them.
import { expect, test } from "vitest";
import { inLetters } from "../../src/formulas/inLetters.mjs";
import { typesetTree } from "../../src/formulas/typeset.mjs";

test.each([
  ["\\gamma", "γ"],
  ["m^{-\\gamma}", "m⁻ᵞ"],
  ["\\gamma' \\le 0,", "γ′ ≤ 0,"],
  ["a_k", "aₖ"],
  ["S(\\gamma, \\gamma')", "S(γ, γ′)"],
  ["x_1^2 + 1", "x₁² + 1"],
  ["\\frac{1}{m}", "1/m"],
  ["\\sqrt{\\alpha + 1}", "√(α + 1)"],
  ["\\frac{a + b}{2}", "(a + b)/2"],
  ["w_\\parallel", "w_∥"],
  ["e^{-\\lambda t}", "e^(−λt)"],
  ["\\gamma \\sim \\tfrac14 \\log t", "γ ∼ 1/4 log t"],
  ["\\sum_{k=1}^m a_k", "∑ₖ₌₁ᵐ aₖ"],
])("%s is %s", (tex, letters) => {
  expect(inLetters(typesetTree(tex)).trim()).toBe(letters);
});
