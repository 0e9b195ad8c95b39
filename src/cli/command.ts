/**
 * What the commands of this project have in common: help that names the exit codes, one way of being called wrongly, and
 * output that may be cut off. A command is its options and an action, added to `command`, and is run by `call`.
 */
import { Command, CommanderError, type CommandUnknownOpts } from "@commander-js/extra-typings";

/** Exit codes. The first, the second and the fourth mean what each command's help says. */
export const EXIT = {
  sound: 0,
  unsound: 1,
  wrongCall: 2,
  cannotBeChecked: 3,
  broke: 4,
  /** 128 + SIGPIPE, as of any program whose reader has gone: `npm run verify | head -1`. */
  unread: 141,
} as const;

/** Wrong use of a command; the message is a sentence that says what is right. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** A file that could not be written; the message is a sentence that says why. */
export class FileError extends Error {
  override readonly name = "FileError";
}

/** A queue that cannot be used; the message is a sentence that says why. */
export class QueueError extends Error {
  override readonly name = "QueueError";
}

/** A command without options yet; `exits` explains its own exit codes. */
export function command(name: string, about: string, exits: Readonly<Record<number, string>>): Command {
  const meanings = { ...exits, [EXIT.wrongCall]: "called wrongly", [EXIT.broke]: "the command itself broke" };
  const codes = Object.entries(meanings).map(([code, meaning]) => `  ${code}  ${meaning}`);
  return new Command(`npm run ${name} --`)
    .description(about)
    .helpOption("--help", "say this")
    .addHelpText("after", `\nExit codes:\n${codes.join("\n")}`)
    .configureOutput({ writeErr: () => undefined })
    .exitOverride();
}

/** Reads the value of an option, from 1 to `most`. */
export function wholeNumber(name: string, most: number) {
  return (text: string): number => {
    const value = Number(text);
    if (Number.isSafeInteger(value) && value >= 1 && value <= most) return value;
    throw new UsageError(`--${name} is a whole number from 1 to ${most}, not “${text}”.`);
  };
}

/** Runs what the arguments ask for. @throws UsageError for wrong use, and what the action throws */
export async function obey(asked: CommandUnknownOpts, words: readonly string[]): Promise<void> {
  try {
    await asked.parseAsync(words, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) throw new UsageError(sentenceOf(error, asked));
  }
}

/** "error: unknown option '--colour'" as a sentence. */
function sentenceOf({ message }: CommanderError, asked: CommandUnknownOpts): string {
  const said = message
    .replace(/^error: /, "")
    .replace("\n", " ")
    .replace(/\.$/, "");
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}. See: ${asked.name()} --help`;
}

/** Runs what the arguments ask for, prints an error if there is one, and returns the exit code. */
export async function answer(asked: CommandUnknownOpts, words: readonly string[]): Promise<number> {
  try {
    process.exitCode = EXIT.sound;
    await obey(asked, words);
    return Number(process.exitCode);
  } catch (error) {
    const isUsage = error instanceof UsageError;
    const isSentence = isUsage || error instanceof FileError || error instanceof QueueError;
    console.error(isSentence ? error.message : error);
    return isUsage ? EXIT.wrongCall : EXIT.broke;
  }
}

/** Runs a command on the arguments of this process, and ends the process if it throws. */
export async function call(asked: CommandUnknownOpts): Promise<void> {
  process.stdout.on("error", ({ code }: NodeJS.ErrnoException) =>
    process.exit(code === "EPIPE" ? EXIT.unread : EXIT.broke),
  );
  const code = await answer(asked, process.argv.slice(2));
  if (code === EXIT.wrongCall || code === EXIT.broke) process.exit(code);
  process.exitCode = code;
}
