// The descriptions that stand in the folders, by name, by paper and all together.
import { expect, it } from "vitest";
import {
  EXPERIMENTS,
  experimentNamed,
  experimentWith,
  figureNamed,
} from "../../../src/catalogue/experiments.ts";
import { experimentsOf } from "../../../src/catalogue/ofPapers.ts";
import { meta } from "../../../src/experiments/condensation/layer/meta.ts";

it("holds for each paper its own experiments that have figures, and for all papers all of these", async () => {
  const papers = [...new Set(EXPERIMENTS.map(({ id }) => id.split("/")[0] as string))];
  const drawn = EXPERIMENTS.filter(({ figures }) => figures.length > 0);
  for (const paper of papers) {
    const own = await experimentsOf([paper, paper]);
    expect(own).toEqual(drawn.filter(({ id }) => id.startsWith(`${paper}/`)));
  }
  expect(new Set(await experimentsOf(papers))).toEqual(new Set(drawn));
});

it("refuses a paper that has none", async () => {
  await expect(experimentsOf(["astrology"])).rejects.toThrow(/astrology/);
  await expect(experimentsOf(["toString"])).rejects.toThrow(/toString/);
});

it("names each experiment after its folder", () => {
  expect(experimentNamed("condensation/layer")).toEqual({ ...meta, id: "condensation/layer" });
  expect(experimentWith(meta)).toEqual(experimentNamed("condensation/layer"));
  for (const each of EXPERIMENTS) expect(experimentNamed(each.id)).toBe(each);
  expect(() => experimentNamed("condensation/astrology")).toThrow(/no experiment “condensation\/astrology”/);
  expect(() => experimentWith({ ...meta, title: "Astrology" })).toThrow(/“Astrology” stands in no meta.ts/);
});

it("finds each figure, by a name that no other has", () => {
  const names = EXPERIMENTS.flatMap(({ id, figures }) =>
    figures.map((figure) => `${id.split("/")[0]}/${figure.id}`),
  );
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name.endsWith(`/${figureNamed(name).figure.id}`)).toBe(true);
  expect(() => figureNamed("condensation/astrology")).toThrow(RangeError);
});
