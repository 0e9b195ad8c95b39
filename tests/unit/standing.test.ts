// How all claims came out, in a sentence: every number of the tally, with its verb.
import { expect, it } from "vitest";
import { standingInWords } from "../../components/claims/standing.ts";

const fresh = { sets: 0, held: 0 };

it("one is, several are, and of nothing there is none", () => {
  const verdicts = { supported: 5, refuted: 1, inconclusive: 0 };
  const stances = { agrees: 3, contradicts: 1, beyond: 2 };
  expect(standingInWords({ claims: 6, verdicts, stances, fresh })).toBe(
    "Of 6 claims, 5 are supported, 1 is refuted and none is inconclusive; 1 contradicts its paper and 2 go beyond it.",
  );
});
