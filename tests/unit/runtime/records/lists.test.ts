// What another order of sums may do to a list, and what it may not, at the edges; falseRecords.test.ts has whole records.
import { expect, it } from "vitest";
import { listsBeside } from "../../../../src/runtime/records/lists.ts";

const rounding = { share: 0.01, least: 0.01 };
const kind = (shape: readonly string[], more: { isRanked?: true } = {}, endsApart = false) => ({
  series: { label: "Anything", shape, ...more },
  rounding,
  endsApart,
});
const numbers = (length: number) => Array.from({ length }, (_, k) => 1 + Math.sin(k) / 2);
const changed = (values: readonly number[], changes: Readonly<Record<number, number>>) =>
  values.map((value, k) => changes[k] ?? value);

it("one neuron in a hundred may go its own way, and is told", () => {
  const rerun = numbers(2000);
  const said = changed(rerun, { 7: 2, 900: 0.2 });
  const { differing, whole, besides } = listsBeside(said, rerun, kind(["neurons"]));
  expect({ differing, whole }).toEqual({ differing: [], whole: null });
  expect(besides).toBe("2 of 2,000 neurons differ");
  const many = rerun.map((value, k) => (k < 21 ? value + 0.05 : value));
  expect(listsBeside(many, rerun, kind(["neurons"])).differing).toHaveLength(21);
});

it("no neuron of few may, nor may one of many go anywhere", () => {
  const few = numbers(50);
  expect(listsBeside(changed(few, { 7: 2 }), few, kind(["neurons"])).differing).toEqual([7]);
  const many = numbers(2000);
  const { whole } = listsBeside(changed(many, { 7: 100 }), many, kind(["neurons"]));
  expect(whole).toMatch(/^all differences together are 99, where they may be 5\.\d$/);
});

it("points of a curve over anything but looks have only their rounding", () => {
  const rerun = numbers(2000);
  expect(listsBeside(changed(rerun, { 7: 2 }), rerun, kind(["x"])).differing).toEqual([7]);
});

it("only ranked neurons change places, and only near by", () => {
  const rerun = numbers(60);
  const exchanged = (j: number, k: number) =>
    changed(rerun, { [j]: rerun[k] as number, [k]: rerun[j] as number });
  const ranked = kind(["neurons"], { isRanked: true });
  expect(listsBeside(exchanged(20, 22), rerun, ranked).besides).toBe("2 of 60 neurons change places");
  expect(listsBeside(exchanged(20, 22), rerun, kind(["neurons"])).differing).toEqual([20, 22]);
  expect(listsBeside(exchanged(20, 39), rerun, ranked).differing).toEqual([20, 39]);
  expect(listsBeside(changed(rerun, { 59: -(rerun[59] as number) }), rerun, ranked).differing).toEqual([]);
  expect(listsBeside(changed(rerun, { 59: 9 }), rerun, ranked).differing).toEqual([59]);
});

it("a curve may be a look ahead, and have a look less where the runs did not end together", () => {
  const rerun = [8, 4, 2, 1, 0.5, 0.25];
  const ahead = [8, 3, 1.5, 0.8, 0.4, 0.25];
  expect(listsBeside(ahead, rerun, kind(["looks"]))).toMatchObject({
    differing: [],
    besides: "4 of 6 looks ahead or behind",
  });
  expect(listsBeside(ahead.with(1, 1.9), rerun, kind(["looks"])).differing).toEqual([1]);
  const short = [8, 4, 2, 1, 0.25];
  expect(listsBeside(short, rerun, kind(["looks"])).whole).toBe("the record has 5 numbers, the rerun 6");
  expect(listsBeside(short, rerun, kind(["looks"], {}, true))).toMatchObject({
    differing: [],
    whole: null,
    besides: "one look less",
  });
  expect(listsBeside(short, rerun, kind(["points"], {}, true)).whole).not.toBeNull();
});
