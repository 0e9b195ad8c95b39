/** Errors that cross threads: taken apart on one side and rebuilt, with their names, on the other. */
import { type Offer, offerOf } from "../../experiments/offer.ts";
import type { ErrorRecord } from "./protocol.ts";

/** An error of a worker, rebuilt. `name` is that of the original, so that callers can distinguish kinds. */
export class RemoteError extends Error {
  override readonly name: string;
  /** What the original offers instead. */
  readonly offer: Offer | undefined;
  constructor({ name, message, stack, offer }: ErrorRecord) {
    super(message);
    this.name = name;
    this.offer = offer;
    if (stack !== undefined) this.stack = stack;
  }
}

/** An error as plain data. */
export function errorRecord(error: unknown): ErrorRecord {
  if (error instanceof Error) {
    const { name, message, stack } = error;
    return { name, message, stack, offer: offerOf(error) };
  }
  return { name: "Error", message: String(error) };
}
