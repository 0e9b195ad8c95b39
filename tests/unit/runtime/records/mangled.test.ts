// Thousands of records and links that were mangled: each is refused with one sentence or read as something harmless,
// and whatever still reads as a record but is not the one that was made is distinguished from it.
import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { figureNamed } from "../../../../src/catalogue/experiments.ts";
import { claimNamed, LEDGER } from "../../../../src/claims/ledger.ts";
import { parseValue, SEED } from "../../../../src/experiments/parameters.ts";
import { addressWith, readState } from "../../../../src/runtime/permalink.ts";
import {
  compareWithRerun,
  contradictionsIn,
  departuresFrom,
  misjudgementsIn,
} from "../../../../src/runtime/records/compareRecords.ts";
import { parseRecord, RecordError } from "../../../../src/runtime/records/readRecord.ts";
import type { ClaimRecord, FigureRecord } from "../../../../src/runtime/records/record.ts";
import { linkTo, recordInHash } from "../../../../src/runtime/records/recordLink.ts";
import { referenceText } from "./recordsFor.ts";

const RUNS = { numRuns: 6000, seed: 20211 };
const TEXTS = ["A1", "A2", "A6"].map((number) => referenceText(`claims/phase-diagram/${number}`));
const TEMPTING = [
  "__proto__",
  "constructor",
  "toString",
  "<img src=x onerror=alert(1)>",
  "\u0000",
  "NaN",
  "1e999",
  "-0",
];

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const anything = fc.oneof(
  fc.constantFrom<Json>(...TEMPTING, null, -1, 0.5, 1e308, [], {}),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
);

/** All objects and lists in a piece of JSON, itself first. */
function nodesIn(value: Json): (Json[] | { [name: string]: Json })[] {
  return typeof value === "object" && value !== null ? [value, ...Object.values(value).flatMap(nodesIn)] : [];
}

/** A record one of whose parts, wherever it is, was put in, taken out or replaced. */
const ofAnotherShape = fc
  .record({
    text: fc.constantFrom(...TEXTS),
    place: fc.nat(),
    part: fc.nat(),
    name: fc.option(fc.constantFrom(...TEMPTING)),
    value: fc.option(anything),
  })
  .map(({ text, place, part, name, value }) => {
    const record = JSON.parse(text) as Json;
    const nodes = nodesIn(record);
    const node = nodes[place % nodes.length] as { [name: string]: Json };
    const key = name ?? (Object.keys(node)[part % Math.max(1, Object.keys(node).length)] as string);
    if (value === null) delete node[key];
    else Object.defineProperty(node, key, { value, enumerable: true, configurable: true, writable: true });
    return JSON.stringify(record);
  });

/** A record's text with a piece cut out, put in or repeated. */
const ofOtherLetters = fc
  .record({
    text: fc.constantFrom(...TEXTS),
    from: fc.nat(1600),
    length: fc.nat(30),
    piece: fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom(...TEMPTING, "0", "9", ",", "{", "]", '"')),
  })
  .map(({ text, from, length, piece }) => text.slice(0, from) + piece + text.slice(from + length));

/** A record in one of whose numbers, or in whose digest, one digit is perhaps another. */
const ofAnotherDigit = fc
  .record({ text: fc.constantFrom(...TEXTS), place: fc.nat(), digit: fc.nat(9) })
  .map(({ text, place, digit }) => {
    const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
    const at = places[place % places.length] as number;
    return `${text.slice(0, at)}${digit}${text.slice(at + 1)}`;
  });

const mangled = fc.oneof(
  ofAnotherDigit,
  ofAnotherShape,
  ofOtherLetters,
  anything.map((value) => JSON.stringify(value)),
  fc.string(),
);

/** The result of reading: a record, or null after a refusal that is one short sentence. */
function recordFrom(read: () => ClaimRecord | FigureRecord | null): ClaimRecord | FigureRecord | null {
  try {
    return read();
  } catch (error) {
    expect(error).toBeInstanceOf(RecordError);
    expect((error as Error).message).toMatch(/^[^\n]{20,300}[.?]$/);
    return null;
  }
}

const MADE_HERE = new Map(
  LEDGER.map(({ id }) => [id, JSON.parse(referenceText(`claims/${id}`)) as ClaimRecord]),
);

describe("a mangled record", () => {
  it("is refused with a sentence, or is one, and if it is not that of a rerun, this is found", () => {
    let [read, refused, told] = [0, 0, 0];
    fc.assert(
      fc.property(mangled, (text) => {
        const record = recordFrom(() => parseRecord(text));
        if (!record) refused++;
        if (!record || "figure" in record) return;
        read++;
        expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
        // What a rerun would have given.
        const original = MADE_HERE.get(record.claim);
        if (!original) {
          expect(() => claimNamed(record.claim)).toThrow(/There is no claim/);
          return;
        }
        const claim = claimNamed(record.claim);
        const standing = [...contradictionsIn(record), ...departuresFrom(claim, record)];
        const found =
          standing.length > 0
            ? standing
            : [...misjudgementsIn(claim, record), ...compareWithRerun(record, original).differences];
        expect(found.length > 0).toBe(canonicalize(record) !== canonicalize(original));
        told += found.length > 0 ? 1 : 0;
      }),
      RUNS,
    );
    // The mangling is of use: some of it gets through the schema, and most of that is another record.
    expect(Math.min(read, refused, told)).toBeGreaterThan(800);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it("in a link is refused with a sentence or read, and a sound one survives the way", () => {
    for (const text of TEXTS) {
      const record = JSON.parse(text) as ClaimRecord;
      expect(recordInHash(new URL(linkTo(record, "https://example.org/a/verify/")).hash)).toEqual(record);
    }
    expect(recordInHash("#phase-diagram")).toBeNull();
    const hash = fc.oneof(
      mangled.map((text) => `#record=${Buffer.from(text).toString("base64url")}`),
      fc.string().map((text) => `#record=${text}`),
      fc.uint8Array({ maxLength: 40 }).map((bytes) => `#record=${Buffer.from(bytes).toString("base64url")}`),
    );
    fc.assert(
      fc.property(hash, (text) => void recordFrom(() => recordInHash(text))),
      RUNS,
    );
  });
});

describe("a mangled link to a figure", () => {
  const { meta, figure } = figureNamed("phase-diagram/any-point");
  const names = fc.oneof(
    fc.constantFrom(...figure.controls, "seed", "backend", ...TEMPTING),
    fc.string({ maxLength: 8 }),
  );
  const values = fc.oneof(
    fc.constantFrom("1", "1.25", "0x10", "1,2", " 3", "wasm", "auto", ...TEMPTING),
    fc.double().map(String),
    fc.string({ maxLength: 60 }),
  );
  const search = fc.oneof(
    fc
      .array(fc.tuple(names, values), { maxLength: 5 })
      .map((pairs) =>
        new URLSearchParams(pairs.map(([name, value]) => [`any-point.${name}`, value])).toString(),
      ),
    fc.string().map((text) => `any-point.${text}`),
  );

  it("gives settings that a form would accept and a short sentence for everything else, and a link that says the same", () => {
    fc.assert(
      fc.property(search, (text) => {
        const { state, refused } = readState(`?${text}`, meta, figure);
        for (const [name, value] of Object.entries(state.parameters)) {
          expect(figure.controls).toContain(name);
          expect(parseValue(meta.parameters[name] as never, value)).toBe(value);
        }
        expect(parseValue(SEED, state.seed)).toBe(state.seed);
        expect(["auto", "webgpu", "wasm", "cpu"]).toContain(state.backend);
        for (const sentence of refused) expect(sentence).toMatch(/^[\s\S]{10,250}\.$/);
        const again = new URL(addressWith("https://example.org/", figure, state)).search;
        expect(readState(again, meta, figure)).toEqual({ state, refused: [] });
      }),
      RUNS,
    );
  });
});
