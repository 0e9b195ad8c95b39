/** Which numbers of a text are taken for what they say: all that JSON.stringify writes are. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkUnambiguous } from "../../../../src/runtime/records/strictJson.ts";

describe("numbers of a text", () => {
  it("are held where the fewest digits round the other way than as many digits do", () => {
    // Exactly 11665985.8369140625: seventeen digits are rounded up, and the shortest form ends below.
    expect(() => checkUnambiguous("[11665985.836914062]")).not.toThrow();
  });

  it("are held however a double is written by JSON.stringify, in numbers half-way between two decimals above all", () => {
    const halves = fc
      .tuple(fc.integer({ min: 1, max: 2 ** 31 }), fc.integer({ min: 1, max: 28 }))
      .map(([whole, power]) => whole + (2 * (whole % 2 ** Math.min(power, 20)) + 1) / 2 ** power);
    const numbers = fc.oneof(halves, fc.double({ noNaN: true, noDefaultInfinity: true }));
    void fc.assert(
      fc.property(numbers, (value) => {
        fc.pre(!Object.is(value, -0));
        checkUnambiguous(JSON.stringify([value]));
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  it("are refused with digits that no double has", () => {
    expect(() => checkUnambiguous("[0.30000000000000001]")).toThrow(/digits/);
  });
});
