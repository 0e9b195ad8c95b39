/** What content/registered.json says of a claim, at build time. */
import file from "../../content/registered.json" with { type: "json" };
import type { Claim } from "../../src/claims/claim.ts";
import { REGISTERED, type Registration } from "../../src/runtime/records/registered.ts";

const registered = REGISTERED.parse(file);

/** When the interval of a claim was written, and what was changed since. @throws Error where that is not noted */
export function registrationOf({ id }: Pick<Claim, "id">): Registration {
  const registration = registered[id];
  if (!registration)
    throw new Error(`content/registered.json says nothing of the claim ${id}: npm run registered notes it.`);
  return registration;
}
