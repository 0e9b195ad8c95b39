// What is said of two versions of a claim, made up for the purpose.
import { expect, it } from "vitest";
import { changesBetween, type Version, WORDING } from "../../../src/claims/changes.ts";

const part = {
  label: "the number",
  measures: "slope",
  accept: { minimum: 0, maximum: 1 },
  named: ["width"],
  at: { width: 10, rate: 1 },
  control: { width: 20, rate: 1 },
};
const version: Version = {
  statement: "It is so.",
  statistic: "every seed",
  seeds: [1, 2, 3],
  cases: [part],
};
const withPart = (change: Partial<typeof part>) => ({ ...version, cases: [{ ...part, ...change }] });

it("names what changed of an interval, of what is measured, of a control, of the seeds", () => {
  expect(changesBetween(version, withPart({ accept: { minimum: 0, maximum: 2 } }))).toEqual([
    "interval of “the number”: [0, 2], before [0, 1]",
  ]);
  expect(changesBetween(version, withPart({ at: { width: 11, rate: 1 } }))).toEqual([
    "what is measured for “the number”",
  ]);
  expect(changesBetween(version, withPart({ control: { width: 21, rate: 1 } }))).toEqual([
    "control of “the number”",
  ]);
  expect(changesBetween(version, { ...version, seeds: [1, 2], statistic: "mean" })).toEqual([
    "judged by the mean, before by every seed",
    "2 seeds, before 3",
  ]);
  expect(changesBetween(version, { ...version, seeds: [1, 2, 4], statement: "It is." })).toEqual([
    "other seeds, as many",
    WORDING,
  ]);
});

it("knows a case by its label, or by what it measures, and says which came and went", () => {
  expect(changesBetween(version, withPart({ label: "another name" }))).toEqual([]);
  expect(changesBetween(version, withPart({ label: "another", measures: "ratio" }))).toEqual([
    "case “the number” ([0, 1]) dropped",
    "case “another” ([0, 1]) added",
  ]);
});

it("does not mind that an experiment has another default for what a claim does not name", () => {
  expect(changesBetween(version, withPart({ at: { width: 10, rate: 2 } }))).toEqual([]);
});
