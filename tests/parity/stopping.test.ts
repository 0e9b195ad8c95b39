// Where a network stops: at its target or where it diverges, for itself alone, and with the last weights measured.
import { expect, test } from "vitest";
import { onEveryBackend } from "./backends.ts";
import { type Ensemble, ensembleOf, rounded } from "./ensembles.ts";
import { type Outcome, runKernel, runReference } from "./runs.ts";
import { gapOf } from "./tolerance.ts";

const STEPS = 20;
const SHAPE = { sampleSize: 5, inputDimension: 3, width: 133 };

/** The ensemble with other columns in the descent of one network. */
function altered(ensemble: Ensemble, which: number, change: Partial<Ensemble["descents"][number]>): Ensemble {
  return {
    ...ensemble,
    descents: ensemble.descents.map((descent, r) =>
      r === which ? rounded({ ...descent, ...change }) : descent,
    ),
  };
}

/** A target between the risks of two neighbouring steps, out of reach of rounding. */
function targetBetween(risks: ArrayLike<number>, step: number): number {
  return Math.sqrt((risks[step - 1] as number) * (risks[step] as number));
}

/** One network reaches its target at step 8 and the others go on. */
function stopping(adaptive: boolean, which: number): Ensemble {
  const ensemble = ensembleOf(SHAPE, 3, adaptive);
  const free = runReference(ensemble, { steps: STEPS, adaptive });
  return altered(ensemble, which, { targetRisk: targetBetween((free[which] as Outcome).risks, 8) });
}

/** Network 1 takes steps 50 times too large. */
function diverging(): Ensemble {
  const ensemble = ensembleOf(SHAPE, 3, false);
  return altered(ensemble, 1, { timeStep: 50 * (ensemble.descents[1]?.timeStep ?? 0) });
}

function expectSame(got: Outcome | undefined, expected: Outcome | undefined): void {
  expect(got).toEqual(expected);
}

onEveryBackend((backend) => {
  for (const adaptive of [false, true]) {
    for (const which of [0, 1, 2]) {
      const name = `network ${which} of three stops at its target with ${adaptive ? "adaptive" : "fixed"} steps`;
      test(`${name}, and the others go on`, async () => {
        const ensemble = stopping(adaptive, which);
        const expected = runReference(ensemble, { steps: STEPS, adaptive });
        const got = await runKernel(ensemble, { steps: STEPS, adaptive });
        for (const [r, outcome] of got.entries()) {
          expect(outcome.steps).toBe(r === which ? 8 : STEPS);
          const gap = gapOf(ensemble, r, outcome, expected[r] as Outcome);
          for (const [part, error] of Object.entries(gap)) expect(error, part).toBeLessThanOrEqual(1);
        }
        const { risks, timeSteps } = got[which] as Outcome;
        expect(new Set(risks.slice(8)).size).toBe(1);
        expect(Array.from(timeSteps.slice(8))).toEqual(Array(STEPS - 8).fill(0));
        expect(timeSteps[7]).toBeGreaterThan(0);
      });
    }
  }

  test("a network at its target from the start is left bit by bit as it is", async () => {
    const ensemble = altered(ensembleOf(SHAPE, 3, true), 1, { targetRisk: 1e6 });
    const [, still] = await runKernel(ensemble, { steps: STEPS, adaptive: true });
    expect(still?.steps).toBe(0);
    expect(still?.inputWeights).toEqual(ensemble.networks[1]?.inputWeights);
    expect(still?.outputWeights).toEqual(ensemble.networks[1]?.outputWeights);
  });

  test("a network that diverges stops at the step at which the reference does", async () => {
    const ensemble = diverging();
    const [, expected] = runReference(ensemble, { steps: STEPS, adaptive: false });
    const [, got] = await runKernel(ensemble, { steps: STEPS, adaptive: false });
    // The last risk below the limit and the first above it are far from it, so that rounding decides nothing.
    const stop = expected?.steps ?? 0;
    expect(stop).toBeGreaterThan(1);
    expect(stop).toBeLessThan(STEPS);
    expect(expected?.risks[stop - 1]).toBeLessThan(1e27);
    expect(expected?.risks[stop]).toBeGreaterThan(1e33);
    expect(got?.steps).toBe(stop);
    expect(Array.from(got?.timeSteps.slice(stop) ?? [])).toEqual(Array(STEPS - stop).fill(0));
    for (const risk of got?.risks.slice(stop) ?? []) expect(risk < 1e30).toBe(false);
  });

  test("a network that diverges leaves its neighbours as they are without it", async () => {
    const calm = await runKernel(ensembleOf(SHAPE, 3, false), { steps: STEPS, adaptive: false });
    const wild = await runKernel(diverging(), { steps: STEPS, adaptive: false });
    for (const r of [0, 2]) expectSame(wild[r], calm[r]);
  });

  test("weights too large for float32 count as diverged at once", async () => {
    const ensemble = ensembleOf(SHAPE, 3, true);
    const huge = ensemble.networks.map((network, r) =>
      r === 2 ? { ...network, outputWeights: network.outputWeights.map((a) => 1e38 * a) } : network,
    );
    const got = await runKernel({ ...ensemble, networks: huge }, { steps: STEPS, adaptive: true });
    expect(got.map((outcome) => outcome.steps)).toEqual([STEPS, STEPS, 0]);
    expect(got[2]?.inputWeights, backend).toEqual(huge[2]?.inputWeights);
  });
});
