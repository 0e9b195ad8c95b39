// What is wanted of a run, in words: as it is to be, or as it is to be no longer.
import { expect, it } from "vitest";
import { brokenInWords, wantedInWords } from "../../../src/assignments/criteria.ts";
import { meta } from "../../../src/experiments/phase-diagram/own-data/meta.ts";

const CASES = ["γ = 0.5", "γ = 1"];
const quantity = "relativeDistance";
const { label } = meta.quantities[quantity];

it("names both bounds, a single value, and the case where there are several", () => {
  expect(wantedInWords({ quantity, minimum: 1, maximum: 2 }, meta, [""])).toBe(
    `${label}: at least 1 and at most 2`,
  );
  expect(wantedInWords({ quantity, minimum: 1, maximum: 1 }, meta, [""])).toBe(`${label}: exactly 1`);
  expect(wantedInWords({ quantity, case: 1, maximum: -0.018 }, meta, CASES)).toBe(
    `${label}, for “γ = 1”: at most −0.018`,
  );
});

it("says of what is to hold no longer where it would not", () => {
  expect(brokenInWords({ quantity, maximum: 0.1 }, meta, [""])).toBe(`${label}: above 0.1`);
  expect(brokenInWords({ quantity, minimum: 0.1, maximum: 2 }, meta, [""])).toBe(
    `${label}: below 0.1 or above 2`,
  );
});
