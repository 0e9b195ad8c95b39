/**
 * Numbers that the engine is given from outside, checked before anything is computed or allocated. What rates, rules and
 * steps must be is in hyperparameters.ts; whether it fits into memory is for memory.ts to say.
 */

/** An invalid input; the message says what was given and what is allowed. */
export class InputError extends RangeError {
  override readonly name = "InputError";
}

/** @throws InputError with the message unless something holds. */
export function insist(holds: boolean, message: string): void {
  if (!holds) throw new InputError(message);
}

/** @throws InputError for anything but a whole number from 1 on. */
export function checkCount(name: string, value: number): void {
  insist(
    Number.isSafeInteger(value) && value >= 1,
    `The ${name} must be a positive whole number, not ${value}.`,
  );
}

/** @throws InputError for anything but a whole number from 0 to 2^53 − 1. */
export function checkSeed(seed: number): void {
  insist(
    Number.isSafeInteger(seed) && seed >= 0,
    `A seed is a whole number from 0 to 2^53 − 1, not ${seed}.`,
  );
}

/** @throws InputError where a number is not finite, naming the first such. */
function checkFinite(name: string, values: Float32Array): void {
  const at = values.findIndex((value) => !Number.isFinite(value));
  insist(
    at < 0,
    `The ${name} must be finite numbers; number ${at + 1} of ${values.length} is ${values[at]}.`,
  );
}

/** @throws InputError for another length, or a number that is not finite, naming the first such. */
export function checkArray(name: string, values: Float32Array, length: number): void {
  insist(values.length === length, `There must be ${length} numbers for the ${name}, not ${values.length}.`);
  checkFinite(name, values);
}
