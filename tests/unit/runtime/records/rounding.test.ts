// What records from WebGPU are compared within: it speaks of quantities that there are, and counts are exact.
import { expect, it } from "vitest";
import { experimentNamed } from "../../../../src/catalogue/experiments.ts";
import { MEASURED, roundingInWords, roundingOf } from "../../../../src/runtime/records/rounding.ts";

it.each(Object.entries(MEASURED))("roundings of %s are of what it measures", (id, roundings) => {
  const { quantities, series } = experimentNamed(id);
  for (const name of Object.keys(roundings)) expect({ ...quantities, ...series }).toHaveProperty(name);
});

it("counts are exact, declared or not, and ends of a share are none", () => {
  const exact = { share: 0, least: 0 };
  const other = { id: "an/experiment", series: {} };
  expect(roundingOf(experimentNamed("condensation/layer"), "lines", [1])).toEqual(exact);
  expect(roundingOf(other, "examples", [1000])).toEqual(exact);
  expect(roundingOf(other, "widths", [1, 10, 100])).toEqual(exact);
  expect(roundingOf(other, "share", [1]).share).toBeGreaterThan(0);
  expect(roundingOf(other, "share", [0, 0.5, 1]).share).toBeGreaterThan(0);
  expect(roundingInWords(exact)).toBe("exactly");
});
