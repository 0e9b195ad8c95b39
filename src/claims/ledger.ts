/** All claims of the site, as they stand in the folders: src/claims/<paper>/<file>.ts exports each by its number. */
import { experimentWith } from "../catalogue/experiments.ts";
import { FOUND } from "../catalogue/found/claims.ts";
import type { Claim, Written } from "./claim.ts";

export const LEDGER: readonly Claim[] = inOrder(claimsIn(FOUND));

/** The claim with this id. @throws RangeError for an unknown one. */
export function claimNamed(id: string): Claim {
  const found = LEDGER.find((each) => each.id === id);
  if (!found)
    throw new RangeError(`There is no claim “${id}”; there are ${LEDGER.map((each) => each.id).join(", ")}.`);
  return found;
}

/** Whether it is a claim of the ledger on other seeds than its own, so that what comes out is no verdict on it. */
export function isBeyond({ id, seeds }: Pick<Claim, "id" | "seeds">): boolean {
  const own = LEDGER.find((each) => each.id === id)?.seeds ?? seeds;
  return own.length !== seeds.length || own.some((seed, k) => seed !== seeds[k]);
}

/**
 * The claims that some files export.
 * @throws RangeError where two have the same name, or an export that is a claim is not called by its number
 */
export function claimsIn(files: Readonly<Record<string, Readonly<Record<string, unknown>>>>): Claim[] {
  const placeOf = new Map<string, string>();
  return Object.entries(files).flatMap(([file, exported]) =>
    Object.entries(exported).flatMap(([name, value]) => {
      if (!isWritten(value)) return [];
      const id = `${file.slice(0, file.indexOf("/"))}/${name}`;
      const place = `src/claims/${file}`;
      if (!/^[A-Z]\d+$/.test(name))
        throw new RangeError(
          `${place} exports a claim as “${name}”: call it by its number, a letter and digits.`,
        );
      const other = placeOf.get(id);
      if (other)
        throw new RangeError(
          `${place} and ${other} both export a claim ${name}: give one of them another number.`,
        );
      placeOf.set(id, place);
      const { meta, ...written } = value;
      return [{ id, experiment: experimentWith(meta).id, ...written }];
    }),
  );
}

function isWritten(value: unknown): value is Written {
  return typeof value === "object" && value !== null && "meta" in value && "cases" in value;
}

/** By paper, then by number. */
function inOrder(claims: readonly Claim[]): Claim[] {
  const text = ({ id }: Claim) => id.replace(/\d+$/, (number) => number.padStart(4, "0"));
  return claims.toSorted((one, other) => (text(one) < text(other) ? -1 : 1));
}
