// What a folder or an archive may have in it: each file has its line, whatever it is, and nothing is opened by its name.
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { textOfHandIn } from "../../../src/assignments/fileOf.ts";
import { plainName, type Submission, submissionsIn } from "../../../src/assignments/grading/submissions.ts";
import { HAND_IN, HAND_IN_SCHEMA, type HandIn, withEntry } from "../../../src/assignments/handIn.ts";
import { LARGEST_HAND_IN } from "../../../src/assignments/readHandIn.ts";

const handIn: HandIn = withEntry(
  {
    kind: HAND_IN,
    schema: HAND_IN_SCHEMA,
    assignment: "three-regimes",
    edition: "0".repeat(64),
    software: "two-layers 0.1.0",
    student: { name: "Ada", number: "1815" },
    course: null,
    entries: [],
    records: {},
  },
  "before",
  { kind: "prediction", value: "little" },
  "2027-01-15T10:00:00.000Z",
);
const good = strToU8(textOfHandIn(handIn));

async function inFile(name: string, bytes: Uint8Array): Promise<Submission[]> {
  const found: Submission[] = [];
  const arrayBuffer = async () => new Uint8Array(bytes).buffer;
  for await (const each of submissionsIn({ name, size: bytes.length, arrayBuffer })) found.push(each);
  return found;
}
const problems = (found: readonly Submission[]) =>
  found.map((each) => [each.file, "problem" in each ? each.problem : "good"]);

describe("a file", () => {
  it("is what was handed in, or says what is wrong with it", async () => {
    expect(await inFile("a.json", good)).toMatchObject([{ file: "a.json", handIn }]);
    expect(problems(await inFile("notes.txt", strToU8("hello")))).toEqual([
      ["notes.txt", expect.stringMatching(/not JSON/)],
    ]);
    expect(problems(await inFile("a.pdf", new Uint8Array([1, 2, 3, 255])))).toEqual([
      ["a.pdf", expect.stringMatching(/no text|not JSON/)],
    ]);
  });

  it("has the same fingerprint whatever it is called", async () => {
    const [one] = await inFile("a.json", good);
    const [other] = await inFile("b.json", good);
    expect(one && "fingerprint" in one && one.fingerprint).toBe(
      other && "fingerprint" in other && other.fingerprint,
    );
  });

  it("is named without what a terminal or a page would obey", () => {
    expect(plainName("a\u001b[31m\u202Ecod.json\n")).toBe("a[31mcod.json");
    expect(plainName("x".repeat(1000))).toHaveLength(200);
  });
});

describe("an archive", () => {
  it("gives each of its files a line, whatever way their names show", async () => {
    const zip = zipSync({
      "doe_jane_123/two-layers.json": good,
      "../../etc/passwd": good,
      "notes.txt": strToU8("hello"),
      "__MACOSX/._x.json": strToU8("rubbish"),
      "inner.zip": zipSync({ "a.json": good }),
    });
    expect(problems(await inFile("all.zip", zip))).toEqual([
      ["all.zip › doe_jane_123/two-layers.json", "good"],
      ["all.zip › ../../etc/passwd", "good"],
      ["all.zip › notes.txt", expect.stringMatching(/not JSON/)],
      ["all.zip › inner.zip", expect.stringMatching(/archive in an archive/)],
    ]);
  });

  it("is not unpacked further where a file of it is a bomb, and the others are read", async () => {
    const zip = zipSync({ "bomb.json": [new Uint8Array(LARGEST_HAND_IN * 3), { level: 9 }], "a.json": good });
    expect(zip.length).toBeLessThan(100_000);
    expect(problems(await inFile("all.zip", zip))).toEqual([
      ["all.zip › bomb.json", expect.stringMatching(/unpacks to more/)],
      ["all.zip › a.json", "good"],
    ]);
  });

  it("says so where it is none, or broken", async () => {
    expect(problems(await inFile("all.zip", strToU8("hello")))).toEqual([
      ["all.zip", expect.stringMatching(/no ZIP archive/)],
    ]);
    const zip = zipSync({ "a.json": good });
    const [, problem] = problems(await inFile("all.zip", zip.slice(0, zip.length / 3)))[0] ?? [];
    expect(problem).toMatch(/cut off|cannot be unpacked/);
  });
});
