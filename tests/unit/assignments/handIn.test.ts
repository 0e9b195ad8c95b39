// The file that is handed in: its chain, its text, and everything that somebody may give in its place.
import { describe, expect, it } from "vitest";
import { nameOfHandIn, textOfHandIn } from "../../../src/assignments/fileOf.ts";
import {
  brokenAt,
  HAND_IN,
  HAND_IN_SCHEMA,
  type HandIn,
  withEntry,
} from "../../../src/assignments/handIn.ts";
import { LARGEST_HAND_IN, parseHandIn, readHandIn } from "../../../src/assignments/readHandIn.ts";

const AT = "2027-01-15T10:00:00.000Z";
const empty: HandIn = {
  kind: HAND_IN,
  schema: HAND_IN_SCHEMA,
  assignment: "three-regimes",
  edition: "0".repeat(64),
  software: "two-layers 0.1.0",
  student: { name: "Ada <b>Lovelace</b>", number: "18/15" },
  course: null,
  entries: [],
  records: {},
};
const handIn = withEntry(
  withEntry(empty, "before", { kind: "prediction", value: "little" }, AT),
  "why",
  { kind: "text", text: 'Because "so".\nAnd more.' },
  AT,
);
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => parseHandIn(bytes(text));

describe("the chain of entries", () => {
  it("is whole, and says at which entry it is not", () => {
    expect(brokenAt(handIn)).toBeNull();
    const [first, second] = handIn.entries;
    if (!first || !second) throw new Error("There are two entries.");
    expect(brokenAt({ ...handIn, entries: [second, first] })).toBe(0);
    expect(brokenAt({ ...handIn, entries: [first, { ...second, at: "2027-01-16T10:00:00.000Z" }] })).toBe(1);
  });

  it("begins with whose file it is, however the number is written", () => {
    expect(brokenAt({ ...handIn, student: { name: "Bob", number: " 18/15" } })).toBeNull();
    expect(brokenAt({ ...handIn, student: { name: "Ada", number: "1816" } })).toBe(0);
    expect(brokenAt({ ...handIn, assignment: "another" })).toBe(0);
  });
});

describe("the file", () => {
  it("is read as it was written, in lines that a person can read", () => {
    const text = textOfHandIn(handIn);
    expect(read(text)).toEqual(handIn);
    expect(text.split("\n").length).toBeGreaterThan(20);
    expect(read(`\uFEFF${text}`)).toEqual(handIn);
  });

  it("has a name that no system takes for a folder", () => {
    expect(nameOfHandIn(handIn)).toBe("two-layers-three-regimes-18-15.json");
    expect(nameOfHandIn({ ...handIn, student: { name: "", number: "../../x" } })).toBe(
      "two-layers-three-regimes--x.json",
    );
  });

  const text = textOfHandIn(handIn);
  it.each([
    ["nothing", "", /nothing in the file/],
    ["no JSON", "hello", /not JSON/],
    ["a file that is cut off", text.slice(0, 400), /cut off/],
    ["a list", "[]", /no file that a student’s page/],
    ["a record", '{"schema": 2, "claim": "A1"}', /no file that a student’s page/],
    ["another version", text.replace('"schema": 1', '"schema": 7'), /version 7/],
    [
      "a score",
      text.replace('"course": null', '"course": null, "score": 20'),
      /“score”, which it should not have/,
    ],
    ["an entry of another kind", text.replace('"prediction"', '"marks"'), /entries › 0/],
    [
      "a name that stands twice",
      text.replace('"assignment"', '"edition": "x", "assignment"'),
      /does not say one thing|edition/,
    ],
    ["a time that is none", text.replace(AT, "yesterday"), /must be a time/],
    ["a number that is none", text.replace('"little"', "null"), /must be a number or a word/],
  ])("is refused with a sentence for %s", (_, said, sentence) => {
    expect(() => read(said)).toThrow(sentence);
  });

  it("is refused before it is read where it is huge, and where it has thousands of entries or records", async () => {
    const arrayBuffer = () => Promise.reject(new Error("was read"));
    await expect(readHandIn({ size: LARGEST_HAND_IN + 1, arrayBuffer })).rejects.toThrow(/too large/);
    const [entry] = handIn.entries;
    const many = { ...handIn, entries: Array.from({ length: 2000 }, () => entry) };
    expect(() => read(JSON.stringify(many))).toThrow(/at most 1,000 entries/);
  });
});
