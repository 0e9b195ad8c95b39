// Honest records that are not from WebAssembly are never accused. Claims are checked with sums in another order, which is
// what a graphics card changes, on their own seeds and on fresh ones, and by plain JavaScript: executed again, a record of the
// first kind agrees, within roundings that rounding.ts took from these gaps, and one of the second has the same bits.
import { afterAll, describe, expect, test } from "vitest";
import { EXPERIMENTS, experimentNamed, figureNamed } from "../../../src/catalogue/experiments.ts";
import { figureName } from "../../../src/catalogue/names.ts";
import { runsOf } from "../../../src/claims/check.ts";
import type { Claim } from "../../../src/claims/claim.ts";
import { freshSets } from "../../../src/claims/fresh.ts";
import { LEDGER } from "../../../src/claims/ledger.ts";
import { threadWorker } from "../../../src/cli/runs/threadWorker.ts";
import type { BackendName } from "../../../src/engine/backends.ts";
import { total } from "../../../src/experiments/cost.ts";
import type { Values } from "../../../src/experiments/parameters.ts";
import { valuesFor } from "../../../src/experiments/request.ts";
import { sealed } from "../../../src/runtime/records/digest.ts";
import { recheck } from "../../../src/runtime/records/recheck.ts";
import { type ClaimRecord, type FigureRecord, precisionOf } from "../../../src/runtime/records/record.ts";
import { checkClaim } from "../../../src/runtime/runs/checkClaim.ts";
import { runFigure } from "../../../src/runtime/runs/runFigure.ts";
import { coresHere } from "../../../src/runtime/workers/cores.ts";
import { createPool, type Pool } from "../../../src/runtime/workers/pool.ts";
import { bridgeTo } from "../../../src/runtime/workers/workerBridge.ts";
import { SOFTWARE } from "../../../src/software.ts";
import { resealed } from "../../unit/runtime/records/recordsFor.ts";

/** Estimated seconds of a check, on one core, up to which it is made. */
const CHEAP = { otherOrder: 3, figure: 1, cpu: 0.3 };
const signal = new AbortController().signal;

const otherOrders = [1, 2].map((order) =>
  createPool(
    () => bridgeTo(threadWorker(new URL("otherOrderWorker.ts", import.meta.url), order)),
    coresHere(),
  ),
);
afterAll(() => {
  for (const each of otherOrders) each.end();
});

function check(claim: Claim, by: Pool, choice: BackendName): Promise<ClaimRecord> {
  const options = { signal, store: null, mishaps: [], report: () => {} };
  return checkClaim(claim, { pool: by, choice, software: SOFTWARE, ...options });
}

const secondsOf = (claim: Claim) =>
  total(runsOf(claim).map(({ experiment, parameters }) => experimentNamed(experiment).cost(parameters)));
const onEngine = LEDGER.filter((claim) => precisionOf(runsOf(claim)) !== "float64");

const figures = EXPERIMENTS.flatMap((meta) =>
  meta.figures.map((figure) => {
    const parameters = figure.cases.map((each) => valuesFor(meta, each.parameters));
    const isOnEngine = parameters.some((each) => meta.computes(each).on === "engine");
    return {
      name: figureName(meta, figure),
      parameters,
      isOnEngine,
      seconds: total(parameters.map(meta.cost)),
    };
  }),
).filter(({ isOnEngine }) => isOnEngine);

export function testOtherOrders(pool: Pool): void {
  const found = (record: ClaimRecord | FigureRecord) =>
    recheck(record, { pool, software: SOFTWARE, signal, report: () => {} });

  test("the other orders are two, and neither is that of WebAssembly", async () => {
    const figure = "phase-diagram/any-point";
    const digests = [pool, ...otherOrders].map(async (by) => {
      const asked = { pool: by, parameters: [{ gamma: 1.75 }], seed: 1, choice: "wasm" } as const;
      return (await runFigure(figure, { ...asked, software: SOFTWARE, signal, report: () => {} })).digest;
    });
    expect(new Set(await Promise.all(digests)).size).toBe(3);
  });

  describe.each(onEngine)("$id", (claim) => {
    const seconds = secondsOf(claim);
    const tooLong = (limit: number) =>
      `it takes ${seconds.toFixed(1)} s, and what takes more than ${limit} s is left out`;

    test("summed in another order agrees with WebAssembly", async (context) => {
      if (seconds > CHEAP.otherOrder) context.skip(tooLong(CHEAP.otherOrder));
      for (const [k, by] of otherOrders.entries()) {
        for (const each of [claim, freshSets(claim, 2)[k] as Claim]) {
          const made = await check(each, by, "wasm");
          const origin = { ...made.origin, backend: "webgpu", adapter: "a shuffle" } as const;
          const { verdict, because } = await found(resealed({ ...made, origin }));
          expect(verdict, because.join("\n")).toBe("agrees");
        }
      }
    });

    test("by plain JavaScript is confirmed", async (context) => {
      if (seconds > CHEAP.cpu) context.skip(tooLong(CHEAP.cpu));
      const { verdict, because } = await found(await check(claim, pool, "cpu"));
      expect(verdict, because.join("\n")).toBe("confirmed");
    });
  });

  /** What is found of the record of a figure that one pool made, as one of a graphics card. */
  const foundOfFigure = async (figure: string, by: Pool, parameters: readonly Values[], seed: number) => {
    const options = { choice: "wasm", software: SOFTWARE, signal, report: () => {} } as const;
    const made = await runFigure(figure, { ...options, pool: by, parameters, seed });
    const { digest: _digest, wholeDigest: _whole, origin, ...content } = made;
    const said = { ...origin, backend: "webgpu", adapter: "a shuffle" } as const;
    return found(sealed(content, { origin: said }) as FigureRecord);
  };

  // Seeds that no rounding and no rule was taken from.
  describe.each(figures)("the figure $name", ({ name, parameters, seconds }) => {
    test("summed in other orders agrees with WebAssembly, on fresh seeds", async (context) => {
      if (seconds > CHEAP.figure)
        context.skip(
          `it takes ${seconds.toFixed(1)} s, and what takes more than ${CHEAP.figure} s is left out`,
        );
      for (let seed = 101; seed <= 110; seed++) {
        const by = otherOrders[seed % otherOrders.length] as Pool;
        const { verdict, because } = await foundOfFigure(name, by, parameters, seed);
        expect(verdict, `seed ${seed}: ${because.join("\n")}`).toBe("agrees");
      }
    });
  });

  describe("the laboratory", () => {
    const { meta, figure } = figureNamed("laboratory/network");
    const presets = (figure.presets ?? []).map(({ label, parameters }) => ({
      label,
      parameters: valuesFor(meta, { ...figure.cases[0]?.parameters, ...parameters }),
    }));
    const trained = presets.filter(
      ({ parameters }) => meta.computes(parameters).on === "engine" && meta.cost(parameters) <= CHEAP.figure,
    );

    test.each(trained)("$label, summed in another order, agrees with WebAssembly", async ({ parameters }) => {
      for (const seed of [101, 102, 103, 104]) {
        const by = otherOrders[seed % otherOrders.length] as Pool;
        const { verdict, because } = await foundOfFigure("laboratory/network", by, [parameters], seed);
        expect(verdict, `seed ${seed}: ${because.join("\n")}`).toBe("agrees");
      }
    });
  });
}
