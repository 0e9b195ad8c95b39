// Records from outside: what was made here is read, and everything else is refused with one sentence.
import { describe, expect, it } from "vitest";
import {
  LARGEST_RECORD,
  parseRecord,
  RecordError,
  readRecord,
} from "../../../../src/runtime/records/readRecord.ts";
import { changed, referenceText } from "./recordsFor.ts";

const A2 = "claims/phase-diagram/A2";
const textWith = (change: Parameters<typeof changed>[1]) => JSON.stringify(changed(A2, change));

it.each([A2, "claims/phase-diagram/A6", "figures/phase-diagram/any-point"])(
  "the record %s is read as it is",
  (name) => {
    expect(parseRecord(referenceText(name))).toEqual(JSON.parse(referenceText(name)));
  },
);

describe("refused with one sentence is", () => {
  it.each<[string, string, RegExp]>([
    ["nothing", " \n", /nothing in it/],
    ["a record that is cut off", referenceText(A2).slice(0, 700), /cut off/],
    ["what is not JSON", "A2 is supported", /not JSON/],
    ["a list", "[]", /is a JSON object; this is this list/],
    ["JSON of another kind", "{}", /does not name its schema version/],
    [
      "a schema version as a text",
      textWith((r) => Object.assign(r, { schema: "1" })),
      /schema version as a number/,
    ],
    [
      "another schema version",
      textWith((r) => Object.assign(r, { schema: 2 })),
      /has schema version 2, and this software reads version 1/,
    ],
    [
      "a missing part",
      textWith((r) => delete r.verdict),
      /The record › verdict is missing; it must be supported, refuted/,
    ],
    [
      "a part too many",
      textWith((r) => Object.assign(r, { note: 1 })),
      /The record has “note”, which records do not have/,
    ],
    [
      "a number as a text",
      textWith((r) => (r.cases[0].values[1] = "0.0088")),
      /cases › 0 › values › 1 must be a finite number; “0.0088” is not/,
    ],
    [
      "a number that is not finite",
      referenceText(A2).replace(/"seconds":[\d.]+/, '"seconds":1e999'),
      /seconds must be a finite number; “Infinity” is not/,
    ],
    ["a value of another type", textWith((r) => (r.cases = 3)), /cases must be a list; “3” is not/],
    ["a seed that is none", textWith((r) => (r.seeds[0] = -1)), /seeds › 0 must be a seed from 0 on/],
    ["a seed twice", textWith((r) => (r.seeds[0] = 2)), /a list without repetitions; this list is not/],
    [
      "an unknown verdict",
      textWith((r) => (r.verdict = "true")),
      /verdict must be supported, refuted, inconclusive or not run; “true” is not/,
    ],
    [
      "an unknown backend",
      textWith((r) => (r.origin.backend = "cuda")),
      /backend must be one of webgpu, wasm, cpu/,
    ],
    [
      "HTML for a version",
      textWith((r) => (r.origin.software = "<img src=x onerror=alert(1)>")),
      /software must be a name and a version; “<img src=x onerror=alert\(1\)>” is not/,
    ],
    [
      "a parameter that is an object",
      textWith((r) => (r.cases[0].parameters.gamma = {})),
      /parameters must be an object of parameters/,
    ],
    [
      "a __proto__ at the top",
      referenceText(A2).replace("{", '{"__proto__":{"isAdmin":true},'),
      /has “__proto__”/,
    ],
    [
      "a __proto__ among parameters",
      referenceText(A2).replace('"parameters":{', '"parameters":{"__proto__":1,'),
      /parameters must be an object/,
    ],
    [
      "a digest that is none",
      textWith((r) => (r.digest = r.digest.toUpperCase())),
      /digest must be a SHA-256/,
    ],
    [
      "a list that nests a million deep",
      `{"schema":1,"claim":${"[".repeat(1e6)}${"]".repeat(1e6)}}`,
      /claim must be a text; this list is not/,
    ],
  ])("%s", (_, text, sentence) => {
    const read = () => parseRecord(text);
    expect(read).toThrow(RecordError);
    expect(read).toThrow(sentence);
    expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
  });
});

it("a file that is too large is refused before it is read", async () => {
  let wasRead = false;
  const text = async () => {
    wasRead = true;
    return "{}";
  };
  await expect(readRecord({ size: LARGEST_RECORD + 1, text })).rejects.toThrow(/too large.*5\.0 MB/);
  expect(wasRead).toBe(false);
  await expect(readRecord(new Blob([referenceText(A2)]))).resolves.toHaveProperty(
    "claim",
    "phase-diagram/A2",
  );
});
