/** How all claims came out, in a sentence for readers who have not seen one yet. */
import type { Stance } from "../../src/claims/claim.ts";
import type { Tally } from "../../src/claims/tally.ts";
import { enumerated } from "../../src/experiments/drawing/words.ts";

const VERDICTS = ["supported", "refuted", "inconclusive"] as const;
/** How a finding may differ from its paper, for one and for several. */
const DIFFERING: readonly (readonly [Stance, string, string])[] = [
  ["contradicts", "contradicts its paper", "contradict their paper"],
  ["beyond", "goes beyond it", "go beyond it"],
];

/** "Of 52 claims, 51 are supported, none is refuted and 1 is inconclusive; 3 contradict their paper and 9 go beyond it." */
export function standingInWords({ claims, verdicts, stances }: Tally): string {
  const came = VERDICTS.map((verdict) => `${counted(verdicts[verdict], "is", "are")} ${verdict}`);
  const differing = DIFFERING.map(([stance, one, several]) => counted(stances[stance], one, several));
  return `Of ${claims} claims, ${enumerated(came)}; ${enumerated(differing)}.`;
}

function counted(count: number, one: string, several: string): string {
  return `${count === 0 ? "none" : count} ${count <= 1 ? one : several}`;
}
