// A page that shows figures of one paper loads the descriptions of that paper's experiments.
import { expect, it } from "vitest";
import { EXPERIMENTS } from "../../../src/experiments/catalogue.ts";
import { experimentsOf } from "../../../src/experiments/catalogues.ts";

it("holds for each paper its own experiments, and for all of them all", async () => {
  const papers = [...new Set(EXPERIMENTS.map(({ id }) => id.split("/")[0] as string))];
  for (const paper of papers) {
    const own = await experimentsOf([paper, paper]);
    expect(own).toEqual(EXPERIMENTS.filter(({ id }) => id.startsWith(`${paper}/`)));
  }
  expect(new Set(await experimentsOf(papers))).toEqual(new Set(EXPERIMENTS));
});

it("refuses a paper that has none", async () => {
  await expect(experimentsOf(["astrology"])).rejects.toThrow(/astrology/);
});
