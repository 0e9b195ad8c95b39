// Whether the engines agree. A configuration passes if all engines that ran gave one digest; knows no engine and
// prints nothing.
import type { Battery } from "./engine.ts";

/** One line of the report. */
export interface Line {
  readonly name: string;
  /** The digest of every engine that ran, or what it said instead. */
  readonly given: Readonly<Record<string, { digest: string } | { error: string }>>;
  /** Engines whose digest is missing or is not that of the first engine. Empty if the configuration passed. */
  readonly differing: readonly string[];
  /** What is wrong, a sentence each. */
  readonly complaints: readonly string[];
}

/**
 * @param names of the configurations, in order
 * @param batteries by engine; the first one is what the others are compared with
 */
export function compare(names: readonly string[], batteries: Readonly<Record<string, Battery>>): Line[] {
  const lines = names.map((name) => lineOf(name, batteries));
  return lines.map((line, k) => withTwins(line, lines.slice(0, k)));
}

function lineOf(name: string, batteries: Readonly<Record<string, Battery>>): Line {
  const given: Record<string, { digest: string } | { error: string }> = {};
  for (const [engine, { results, error }] of Object.entries(batteries)) {
    const result = results.find((each) => each.name === name);
    if (result?.digest !== undefined) given[engine] = { digest: result.digest };
    else given[engine] = { error: result?.error ?? error ?? "this configuration was left out" };
  }
  const [first, ...others] = Object.keys(given);
  if (first === undefined) return { name, given, differing: [], complaints: ["No engine ran."] };
  const expected = given[first] as Line["given"][string];
  const complaints: string[] = [];
  const differing: string[] = [];
  const complain = (engine: string, sentence: string) => {
    differing.push(engine);
    complaints.push(sentence);
  };
  if ("error" in expected) complain(first, `${first} gave no digest: ${expected.error}`);
  for (const engine of others) {
    const got = given[engine] as Line["given"][string];
    if ("error" in got) complain(engine, `${engine} gave no digest: ${got.error}`);
    else if ("digest" in expected && got.digest !== expected.digest)
      complain(engine, `${engine} gave ${got.digest}, where ${first} gave ${expected.digest}`);
  }
  return { name, given, differing, complaints };
}

/** Two configurations with one digest mean that the digest does not cover what distinguishes them. */
function withTwins(line: Line, earlier: readonly Line[]): Line {
  const [first] = Object.entries(line.given);
  if (!first || !("digest" in first[1])) return line;
  const [engine, { digest }] = first;
  const twin = earlier.find(({ given }) => {
    const other = given[engine];
    return other && "digest" in other && other.digest === digest;
  });
  if (!twin) return line;
  const complaint = `${engine} gave it the digest of “${twin.name}”, so that one of the two tests nothing`;
  return { ...line, differing: [...line.differing, engine], complaints: [...line.complaints, complaint] };
}
