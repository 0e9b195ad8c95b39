/** All claims with their reference verdicts, at claims.json; what is in it, claims.schema.json says. */
import type { APIRoute } from "astro";
import { address } from "../../components/address.ts";
import { referenceOf } from "../../components/claims/reference.ts";
import { LEDGER } from "../claims/ledger.ts";
import { type Listing, listed } from "../runtime/records/listing.ts";
import { SOFTWARE } from "../software.ts";

export const GET: APIRoute = async () => {
  const claims = await Promise.all(LEDGER.map(async (claim) => listed(claim, await referenceOf(claim))));
  const listing: Listing = {
    $schema: address("claims.schema.json"),
    schema: 1,
    software: SOFTWARE,
    claims,
  };
  return Response.json(listing);
};
