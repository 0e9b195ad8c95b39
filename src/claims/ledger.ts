/** All claims of the site, a folder of them a paper. */
import type { Claim } from "./claim.ts";
import { CLAIMS as condensation } from "./condensation/index.ts";
import { CLAIMS as phaseDiagram } from "./phase-diagram/index.ts";

export const LEDGER: readonly Claim[] = [...phaseDiagram, ...condensation];

/** The claim with this id. @throws RangeError for an unknown one. */
export function claimNamed(id: string): Claim {
  const claim = LEDGER.find((each) => each.id === id);
  if (!claim)
    throw new RangeError(`There is no claim “${id}”; there are ${LEDGER.map((each) => each.id).join(", ")}.`);
  return claim;
}
