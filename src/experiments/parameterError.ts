/** A value that is allowed, near to one that is refused, for a person to take instead. */
export interface Nearest {
  /** What `parseText` reads. */
  readonly text: string;
  /** What taking it means, as a button says it: "Take 3". */
  readonly words: string;
}

/** A value from outside does not fit; the message is a sentence for the person who sent it. */
export class ParameterError extends Error {
  override readonly name = "ParameterError";
  readonly nearest: Nearest | undefined;
  constructor(message: string, nearest?: Nearest) {
    super(message);
    this.nearest = nearest;
  }
}
