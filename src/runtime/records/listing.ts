/** The ledger as one JSON file: every claim with its reference verdict, and the schema that says what is in it. */
import * as z from "zod/mini";
import { experimentNamed } from "../../catalogue/experiments.ts";
import { type Claim, KNOWN_BEFORE, numberOf, STANCES, STATISTICS } from "../../claims/claim.ts";
import { outcomeOfRecord } from "../../claims/recorded.ts";
import type { ClaimRecord } from "./record.ts";

const verdict = z.enum(["supported", "refuted", "inconclusive", "not run"]);
const bounds = z.strictObject({ minimum: z.nullable(z.number()), maximum: z.nullable(z.number()) });
const parameters = z.record(z.string(), z.union([z.number(), z.string(), z.array(z.number())]));

const CLAIM = z.strictObject({
  id: z.string(),
  paper: z.string(),
  number: z.string(),
  title: z.string(),
  statement: z.string(),
  formula: z.string(),
  source: z.strictObject({ paper: z.string(), where: z.string() }),
  provenance: z.enum(["paper", "derived here", "background"]),
  stance: z.enum(STANCES),
  knew: z.enum(KNOWN_BEFORE),
  experiment: z.string(),
  seeds: z.array(z.int()),
  statistic: z.enum(STATISTICS),
  cases: z.array(
    z.strictObject({
      label: z.string(),
      parameters,
      quantity: z.string(),
      measures: z.string(),
      accept: bounds,
      origin: z.string(),
      verdict,
      got: z.nullable(z.number()),
      control: z.strictObject({
        parameters,
        why: z.string(),
        got: z.nullable(z.number()),
        fails: z.boolean(),
      }),
    }),
  ),
  reference: z.strictObject({
    verdict,
    backend: z.string(),
    software: z.string(),
    seconds: z.number(),
    digest: z.string(),
  }),
  /** Addresses on the site, from its root. */
  page: z.string(),
  record: z.string(),
});

export const LISTING = z.strictObject({
  $schema: z.string(),
  schema: z.literal(1),
  software: z.string(),
  claims: z.array(CLAIM),
});
export type Listing = z.infer<typeof LISTING>;

/** One claim as the listing has it. */
export function listed(claim: Claim, record: ClaimRecord): z.infer<typeof CLAIM> {
  const { id, title, statement, formula, source, provenance, stance, knew, experiment, statistic } = claim;
  const { quantities } = experimentNamed(experiment);
  const outcome = outcomeOfRecord(claim, record);
  const { origin, seconds, digest } = record;
  return CLAIM.parse({
    id,
    paper: id.slice(0, id.indexOf("/")),
    number: numberOf(claim),
    title,
    statement,
    formula,
    source,
    provenance,
    stance,
    knew,
    experiment,
    seeds: claim.seeds,
    statistic,
    cases: claim.cases.map(({ label, at, measures, accept, origin, control }, k) => {
      const came = outcome.cases[k];
      return {
        label,
        parameters: at,
        quantity: measures,
        measures: quantities[measures]?.label ?? measures,
        accept,
        origin,
        verdict: came?.verdict ?? "not run",
        got: came?.got ?? null,
        control: {
          parameters: control.at,
          why: control.why,
          got: came?.control.got ?? null,
          fails: came?.control.fails ?? false,
        },
      };
    }),
    reference: {
      verdict: outcome.verdict,
      backend: origin.backend,
      software: origin.software,
      seconds,
      digest,
    },
    page: `claims/${id}/`,
    record: `records/claims/${id}.json`,
  });
}
