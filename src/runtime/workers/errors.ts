/** Errors that cross threads: taken apart on one side and rebuilt, with their names, on the other. */
import type { ErrorRecord } from "./protocol.ts";

/** An error of a worker, rebuilt. `name` is that of the original, so that callers can distinguish kinds. */
export class RemoteError extends Error {
  override readonly name: string;
  constructor({ name, message, stack }: ErrorRecord) {
    super(message);
    this.name = name;
    if (stack !== undefined) this.stack = stack;
  }
}

/** An error as plain data. */
export function errorRecord(error: unknown): ErrorRecord {
  if (error instanceof Error) return { name: error.name, message: error.message, stack: error.stack };
  return { name: "Error", message: String(error) };
}
