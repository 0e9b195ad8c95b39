/** A value from outside does not fit; the message is a sentence for the person who sent it. */
export class ParameterError extends Error {
  override readonly name = "ParameterError";
}
