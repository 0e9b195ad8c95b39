// Counts over claims made up for the purpose.
import { expect, it } from "vitest";
import { tallyOf } from "../../../src/claims/tally.ts";

it("claims are counted by verdict, by how they stand to the paper, and by their fresh seeds", () => {
  const tally = tallyOf([
    { claim: { stance: "agrees" }, verdict: "supported", onFresh: ["supported", "inconclusive"] },
    { claim: { stance: "beyond" }, verdict: "refuted", onFresh: [] },
    { claim: { stance: "beyond" }, verdict: "inconclusive", onFresh: ["supported"] },
  ]);
  expect(tally).toEqual({
    claims: 3,
    verdicts: { supported: 1, refuted: 1, inconclusive: 1 },
    stances: { agrees: 1, contradicts: 0, beyond: 2 },
    fresh: { sets: 3, held: 2 },
  });
});
