// Every claim is registered as it stands: an interval that is changed and not noted fails here.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { WORDING } from "../../../src/claims/changes.ts";
import { claimNamed, LEDGER } from "../../../src/claims/ledger.ts";
import { fingerprintOf, REGISTERED } from "../../../src/runtime/records/registered.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const text = readFileSync(`${root}/content/registered.json`, "utf8");
const registered = REGISTERED.parse(JSON.parse(text));

it("no claim is registered that there is not", () => {
  expect(Object.keys(registered)).toEqual(LEDGER.map(({ id }) => id));
});

describe.each(LEDGER.map((claim) => [claim.id, claim] as const))("claim %s", (id, claim) => {
  it("is registered as it stands, with every change in the order of days", () => {
    expect(
      registered[id]?.fingerprint,
      `The claim ${id} is not as content/registered.json has it. If it is meant to be so, npm run registered notes what changed, for all to see.`,
    ).toBe(fingerprintOf(claim));
  });

  it("says for every day with changes what they were for", () => {
    const days = [...new Set(registered[id]?.changes.map(({ on }) => on))];
    expect(
      (claim.revised ?? []).map(({ on }) => on),
      `Give ${id} a “revised” for each day on which content/registered.json has it changed: what, why, and what was known.`,
    ).toEqual(days);
    for (const { why } of claim.revised ?? []) expect(why.length).toBeGreaterThan(20);
  });

  it("has words only for a reason where nothing but words changed", () => {
    for (const { on, knew } of claim.revised ?? []) {
      const what = registered[id]?.changes
        .filter((change) => change.on === on)
        .flatMap((change) => change.what);
      expect(knew === "words only", `${id} on ${on}`).toBe(what?.every((each) => each === WORDING));
    }
  });
});

it("a fingerprint is another one when an interval, a seed, a control or the statement is", () => {
  const claim = claimNamed("phase-diagram/A2");
  const [first, ...others] = claim.cases;
  if (!first) throw new Error("A2 has no case.");
  const versions = [
    claim,
    { ...claim, cases: [{ ...first, accept: { minimum: 0.007, maximum: 0.01012 } }, ...others] },
    { ...claim, cases: [{ ...first, control: { ...first.control, at: first.at } }, ...others] },
    { ...claim, seeds: [1, 2, 4] },
    { ...claim, statement: `${claim.statement} Or so.` },
  ];
  expect(new Set(versions.map(fingerprintOf)).size).toBe(versions.length);
  // What only explains is not part of it.
  expect(fingerprintOf({ ...claim, title: "Another one", knew: "theory" })).toBe(fingerprintOf(claim));
});

it("without history the command keeps what there is, and says so", () => {
  const without = { ...process.env, GIT_DIR: "/nowhere" };
  let code = 0;
  let said = "";
  try {
    execFileSync(process.execPath, [`${root}/src/cli/registered.ts`], { env: without, encoding: "utf8" });
  } catch (error) {
    ({ status: code, stdout: said } = error as { status: number; stdout: string });
  }
  expect(code).toBe(3);
  expect(said).toContain(
    `no history, or there is no git here: what is kept of ${LEDGER.length} claims stays`,
  );
  expect(readFileSync(`${root}/content/registered.json`, "utf8")).toBe(text);
});
