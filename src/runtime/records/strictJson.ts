/** Whether JSON says one thing only, or another reader, or a person, could take the same text for something else. */
import { type Token, tokenize } from "@humanwhocodes/momoa";

/** The text is JSON and says something twice, or something that a number does not hold; the message says what and where. */
export class AmbiguousJsonError extends Error {
  override readonly name = "AmbiguousJsonError";
}

/**
 * Looks at a text that is JSON.
 * @throws AmbiguousJsonError for a name that stands twice in one object, and for a number that is not the one that is read:
 * −0, more digits than it has, or none that are left
 */
export function checkUnambiguous(text: string): void {
  // Of each object or list around the token, the names so far; null in a list.
  const around: (Set<string> | null)[] = [];
  let isName = false;
  for (const token of tokenize(text)) {
    const written = () => text.slice(token.loc.start.offset, token.loc.end.offset);
    switch (token.type) {
      case "LBrace":
        around.push(new Set());
        isName = true;
        break;
      case "LBracket":
        around.push(null);
        isName = false;
        break;
      case "RBrace":
      case "RBracket":
        around.pop();
        isName = false;
        break;
      case "Comma":
        isName = Boolean(around.at(-1));
        break;
      case "String":
        if (isName) enter(JSON.parse(written()), around.at(-1), token);
        isName = false;
        break;
      case "Number":
        checkNumber(written(), token);
        break;
    }
  }
}

function enter(name: string, names: Set<string> | null | undefined, token: Token): void {
  if (names?.has(name))
    throw new AmbiguousJsonError(`“${name}” stands twice in one object, ${placeOf(token)}`);
  names?.add(name);
}

function checkNumber(written: string, token: Token): void {
  const value = Number(written);
  const fault = Object.is(value, -0) ? "is a zero with a sign" : isHeld(written, value) ? null : NOT_HELD;
  if (fault) throw new AmbiguousJsonError(`${shortened(written)} ${fault}, ${placeOf(token)}`);
}

const NOT_HELD = "has digits that no number of 64 bits has";

/**
 * Whether the digits that are written are those of the number that is read, rounded to as many; or the fewest that tell it
 * apart, whose last one may be the other way where it is just between two: 11665985.836914062, exactly …0625.
 */
function isHeld(written: string, value: number): boolean {
  const digits = digitsOf(written);
  if (digits.length > MOST_DIGITS || !Number.isFinite(value)) return false;
  const forms = () => [value.toPrecision(digits.length), String(value)];
  return digits === "" || forms().some((form) => digitsOf(form) === digits);
}

/** Digits that tell any two numbers of 64 bits apart. */
const MOST_DIGITS = 17;

/** Significant digits, without sign, point, exponent, and zeros before and after. */
function digitsOf(written: string): string {
  const [digits = ""] = written.replace(/[-.]/g, "").split(/e/i);
  return digits.replace(/^0+|0+$/g, "");
}

function shortened(written: string): string {
  return written.length > 30 ? `${written.slice(0, 30)}…` : written;
}

function placeOf({ loc: { start } }: Token): string {
  return `in line ${start.line}, column ${start.column}`;
}
