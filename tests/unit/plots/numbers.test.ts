// Numbers in words: how many digits show where one lies beside an interval.
import { expect, it } from "vitest";
import { digitsBeside } from "../../../src/plots/numbers.ts";

it("takes the digits that show where a number lies in its interval", () => {
  expect(digitsBeside({ minimum: 0.9, maximum: 1.1 })).toBe(3);
  expect(digitsBeside({ minimum: 0.249, maximum: 0.251 })).toBe(5);
  expect(digitsBeside({ minimum: 1 - 2e-6, maximum: 1 + 2e-6 })).toBe(8);
  expect(digitsBeside({ minimum: 9, maximum: 10 }, 5)).toBe(5);
  expect(digitsBeside({ minimum: 0, maximum: 0 })).toBe(3);
  expect(digitsBeside({ minimum: 35, maximum: null })).toBe(3);
  expect(digitsBeside({ minimum: 1, maximum: 1 + 2e-16 })).toBe(15);
});
