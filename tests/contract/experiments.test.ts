// The contract of every experiment, found by convention: the same bits at two strides and after a resume from the middle,
// declared names measured and no others, cheap defaults, a part that is a whole.
import { globSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { drawingOf } from "../../src/catalogue/drawings.ts";
import { EXPERIMENTS } from "../../src/catalogue/experiments.ts";
import { FOUND as SWEEPS } from "../../src/catalogue/found/sweeps.ts";
import { runOf } from "../../src/catalogue/runs.ts";
import { LEDGER } from "../../src/claims/ledger.ts";
import { openNodeDevice } from "../../src/cli/device.ts";
import type { FigureRecord } from "../../src/runtime/records/record.ts";
import { faultsOf } from "./contract.ts";

const root = new URL("../../", import.meta.url);
const figures = globSync("content/records/figures/**/*.json", { cwd: root }).map(
  (file) => JSON.parse(readFileSync(new URL(file, root), "utf8")) as FigureRecord,
);

/** What the records of figures and claims have of an experiment. */
function recordedOf(id: string): Set<string> {
  const drawn = figures
    .filter(({ experiment }) => experiment === id)
    .flatMap(({ cases }) => cases.flatMap((each) => [each.quantities, each.series].flatMap(Object.keys)));
  const claimed = LEDGER.filter(({ experiment }) => experiment === id).flatMap(({ cases }) =>
    cases.map(({ measures }) => measures),
  );
  return new Set([...drawn, ...claimed]);
}

beforeAll(async () => {
  expect((await openNodeDevice("wasm")).backend).toBe("wasm");
});

describe.each(EXPERIMENTS.map((meta) => [meta.id, meta] as const))("%s", (id, meta) => {
  it("keeps the contract", async () => {
    const sweep = (await SWEEPS[id]?.())?.sweep ?? null;
    const files = { meta, run: await runOf(id), sweep, recorded: recordedOf(id) };
    expect(await faultsOf(files)).toEqual([]);
  });

  it("draws each figure that it declares, at parameters that are its own", async () => {
    for (const { id: figure, cases, controls } of meta.figures) {
      const { views } = await drawingOf(id);
      expect(views.length, figure).toBeGreaterThan(0);
      for (const name of [...controls, ...cases.flatMap(({ parameters }) => Object.keys(parameters))])
        expect(Object.keys(meta.parameters), `${figure}: ${name}`).toContain(name);
    }
  });
});
