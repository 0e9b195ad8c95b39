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
      textWith((r) => Object.assign(r, { schema: 1 })),
      /has schema version 1, and this software reads version 2/,
    ],
    [
      "a missing part",
      textWith((r) => delete r.verdict),
      /The record › verdict is missing; it must be supported, refuted/,
    ],
    [
      "a part too many",
      textWith((r) => Object.assign(r, { note: 1 })),
      /The record has “note”, which it should not have/,
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
      /verdict must be supported, refuted, inconclusive, not run.*; “true” is not/,
    ],
    [
      "an unknown backend",
      textWith((r) => (r.origin.backend = "cuda")),
      /backend must be one of webgpu, wasm, cpu/,
    ],
    [
      "HTML for a version",
      textWith((r) => (r.origin.software = "<img src=x onerror=alert(1)>")),
      /software must be this software with a version.*; “<img src=x onerror=alert\(1\)>” is not/,
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
      `{"schema":2,"claim":${"[".repeat(1e6)}${"]".repeat(1e6)}}`,
      /claim must be a text; this list is not/,
    ],
  ])("%s", (_, text, sentence) => {
    const read = () => parseRecord(text);
    expect(read).toThrow(RecordError);
    expect(read).toThrow(sentence);
    expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
  });
});

describe("refused with the place is", () => {
  const a2 = referenceText(A2);
  const first = String(changed(A2, () => {}).cases[0].values[0]);
  it.each<[string, string, RegExp]>([
    [
      "a verdict before the verdict",
      a2.replace("{", '{"verdict":"refuted",'),
      /“verdict” stands twice in one object/,
    ],
    [
      "the same with an escape",
      a2.replace("{", '{"v\\u0065rdict":"refuted",'),
      /“verdict” stands twice in one object, in line 1, column \d+/,
    ],
    ["values twice", a2.replace('"values":', '"values":[1,2,3],"values":'), /“values” stands twice/],
    ["values of a control twice", a2.replace(/("control":\{)/, '$1"values":[9],'), /“values” stands twice/],
    ["cases twice", a2.replace('"cases":', '"cases":[],"cases":'), /“cases” stands twice/],
    ["a zero with a sign", a2.replace(first, "-0"), /-0 is a zero with a sign, in line 1, column \d+/],
    ["a zero with a sign and an exponent", a2.replace(first, "-0.0e5"), /-0\.0e5 is a zero with a sign/],
    ["more digits than a number has", a2.replace(first, `${first}0000001`), /has digits that no number/],
    ["digits of another number", a2.replace(first, "0.30000000000000001"), /has digits that no number/],
    ["a number that is rounded to 0", a2.replace(first, "1e-400"), /1e-400 has digits that no number/],
    [
      "a duration before all time",
      a2.replace(/"seconds":[\d.]+/, '"seconds":-1e300'),
      /seconds must be a number from 0/,
    ],
    [
      "a duration of an age",
      a2.replace(/"seconds":[\d.]+/, '"seconds":1e300'),
      /seconds must be a number of at most/,
    ],
    ["other software", a2.replace(/two-layers [\d.]+/, "pytorch 2.1"), /software must be this software/],
    [
      "an adapter of WebAssembly",
      a2.replace('"adapter":null', '"adapter":"checked by JMLR"'),
      /adapter must be null/,
    ],
    ["a computer for no value", textWith((r) => (r.cases[0].on = ["wasm"])), /on must be one for each value/],
    [
      "a computer that is none",
      textWith((r) => (r.cases[0].on = ["wasm", "cuda", "wasm then webgpu"])),
      /on › 1 must be backends/,
    ],
  ])("%s", (_, text, sentence) => {
    expect(text).not.toBe(a2);
    expect(() => parseRecord(text)).toThrow(RecordError);
    expect(() => parseRecord(text)).toThrow(sentence);
  });

  it("nothing that another program writes for the same numbers", () => {
    const record = JSON.parse(a2);
    expect(parseRecord(JSON.stringify(record, null, 2))).toEqual(record);
    const spelt = a2.replace('"seeds":[1,', '"seeds":[1.0,').replace(/"seconds":[\d.]+/, '"seconds":5.20e-1');
    expect(parseRecord(spelt)).toEqual({ ...record, seconds: 0.52 });
  });
});

describe("one reader takes, for the page and the command line", () => {
  const record = JSON.parse(referenceText(A2));
  const utf16 = (text: string, isLittle: boolean) => {
    const view = new DataView(new ArrayBuffer(2 * text.length));
    for (let k = 0; k < text.length; k++) view.setUint16(2 * k, text.charCodeAt(k), isLittle);
    return new Uint8Array(view.buffer);
  };
  const text = referenceText(A2);
  it.each<[string, BlobPart]>([
    ["UTF-8", text],
    ["UTF-8 with a byte-order mark", `\ufeff${text}`],
    ["UTF-16", utf16(text, true)],
    ["UTF-16 with a byte-order mark", utf16(`\ufeff${text}`, true)],
    ["UTF-16 the other way round", utf16(text, false)],
    ["UTF-16 the other way round with a byte-order mark", utf16(`\ufeff${text}`, false)],
  ])("%s", async (_, content) => {
    await expect(readRecord(new Blob([content]))).resolves.toEqual(record);
  });
  it("and nothing that is no text", async () => {
    await expect(readRecord(new Blob([Uint8Array.of(123, 255, 255, 200)]))).rejects.toThrow(
      /no text in UTF-8/,
    );
  });
});

it("a file that is too large is refused before it is read", async () => {
  let wasRead = false;
  const arrayBuffer = async () => {
    wasRead = true;
    return new ArrayBuffer(2);
  };
  await expect(readRecord({ size: LARGEST_RECORD + 1, arrayBuffer })).rejects.toThrow(/too large.*5\.0 MB/);
  expect(wasRead).toBe(false);
  await expect(readRecord(new Blob([referenceText(A2)]))).resolves.toHaveProperty(
    "claim",
    "phase-diagram/A2",
  );
});
