// The formula's zeros are printed as zeros.
import { expect, test } from "vitest";
import { formulaInWords } from "../../../../src/experiments/phase-diagram/setting/formulaInWords.ts";
import { inputExponent } from "../../../../src/theory/exponents.ts";

test("no rounding of decimals is printed", () => {
  expect(inputExponent(1.1, 0.1)).not.toBe(0);
  expect(formulaInWords(inputExponent(1.1, 0.1))).toBe("0");
  expect(formulaInWords(-0)).toBe("0");
  expect(formulaInWords(inputExponent(0.7, 0.15))).toBe("−0.6");
  expect(formulaInWords(inputExponent(1.75, 0))).toBe("0.375");
});
