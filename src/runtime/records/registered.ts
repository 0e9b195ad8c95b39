/**
 * When the interval of each claim was written, and what was changed since: read off the history of the repository by
 * `npm run registered`, and kept in content/registered.json, so that a copy without history has it too.
 */
import * as z from "zod/mini";
import type { Claim } from "../../claims/claim.ts";
import { digestOf } from "./digest.ts";

/** A day, and the commit that made the change; null until the first run after it was committed. */
const event = { on: z.iso.date(), commit: z.nullable(z.string().check(z.regex(/^[0-9a-f]{40}$/))) };

export const REGISTERED = z.record(
  z.string(),
  z.strictObject({
    written: z.strictObject(event),
    /** The first reference record that the history keeps, and whether it came in a later commit or with the interval. */
    firstRecord: z.nullable(z.strictObject({ ...event, came: z.enum(["later", "with it"]) })),
    /** Oldest first; what, in words. */
    changes: z.array(z.strictObject({ ...event, what: z.array(z.string()).check(z.minLength(1)) })),
    /** Of the claim after the last change. */
    fingerprint: z.string(),
  }),
);
export type Registered = z.infer<typeof REGISTERED>;
export type Registration = Registered[string];

/** Of everything in a claim on which its verdict rests; SHA-256, in hexadecimal. */
export function fingerprintOf({ statement, statistic, seeds, cases }: Claim): string {
  return digestOf({
    statement,
    statistic,
    seeds,
    cases: cases.map(({ measures, accept, at, control }) => ({ measures, accept, at, control: control.at })),
  });
}
