/** Reads the outcome of a claim off its record: the values are the record's, the verdict is judged anew. */
import type { Claim } from "./claim.ts";
import { judge, type Outcome } from "./judge.ts";

/** The part of a record that holds what was measured. */
export interface Recorded {
  readonly cases: readonly {
    readonly values: readonly number[];
    readonly control: { readonly values: readonly number[] };
  }[];
}

export function outcomeOfRecord(claim: Claim, record: Recorded): Outcome {
  return judge(
    claim,
    record.cases.map(({ values, control }) => ({ values, controlValues: control.values })),
  );
}
