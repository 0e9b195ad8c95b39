// What is not looked at is not measured on the way; the last report is whole and the same all the same.
import { beforeAll, expect, it } from "vitest";
import { openNodeDevice } from "../../../src/cli/device.ts";
import { FOUND } from "../../../src/experiments/laboratory/found/lenses.ts";
import { meta } from "../../../src/experiments/laboratory/network/meta.ts";
import { reportsAtPreset } from "./atPreset.ts";

beforeAll(async () => {
  expect((await openNodeDevice("wasm")).backend).toBe("wasm");
});

const namesOf = (lens: string) =>
  [FOUND[lens]?.quantities, FOUND[lens]?.series].flatMap((each) => Object.keys(each ?? {}));

it.each(Object.keys(FOUND))("%s is measured alone where it alone is on", async (on) => {
  const others = Object.keys(FOUND)
    .filter((lens) => lens !== on)
    .flatMap(namesOf);
  const all = await reportsAtPreset("Neurons line up", 1);
  const some = await reportsAtPreset("Neurons line up", 1, (lens) => lens === on);
  const early = some
    .slice(0, -1)
    .flatMap(({ quantities, series }) => [quantities, series].flatMap(Object.keys));
  expect(early.filter((name) => others.includes(name))).toEqual([]);
  expect(early).toContain("relativeRisk");
  expect(some.at(-1)).toEqual(all.at(-1));
});

it("every quantity that is shown through a lens says which", () => {
  for (const lens of Object.keys(FOUND))
    for (const name of Object.keys(FOUND[lens]?.quantities ?? {}))
      expect(meta.quantities[name]?.lens, name).toBe(lens);
});
