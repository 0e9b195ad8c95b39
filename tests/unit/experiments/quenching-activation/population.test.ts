// Training on infinitely many samples: what is drawn of the slides, and what is predicted of which scaling.
import { describe, expect, it } from "vitest";
import { keysOf, type Shown } from "../../../../src/experiments/drawing/drawing.ts";
import { meta } from "../../../../src/experiments/quenching-activation/population/meta.ts";
import { drawing } from "../../../../src/experiments/quenching-activation/population/plot.ts";
import { run } from "../../../../src/experiments/quenching-activation/population/run.ts";
import { PUBLISHED } from "../../../../src/experiments/quenching-activation/setting/published.ts";
import { lastOf } from "../drive.ts";

type Case = Shown<typeof meta>;
const caseOf = (parameters: Partial<Case["parameters"]>, now: Case["now"] = null): Case => ({
  label: "",
  parameters: { ...meta.defaults, ...parameters },
  now,
  reference: null,
});
const published = { ...PUBLISHED.setting, duration: 240 };

describe("what the slides show", () => {
  it("is within the axes from the first look on", () => {
    const { duration } = published;
    const dots = [...PUBLISHED.risk, ...PUBLISHED.twinRisk].filter(({ x }) => x <= duration);
    const start = {
      step: 0,
      quantities: {},
      series: { time: [0, 1], risk: [0.3, 0.2], twinRisk: [0.3, 0.2] },
    };
    const risks = drawing.views.find(({ id }) => id === "risks");
    const { domain } = risks?.plot([caseOf(published, start)]).y ?? {};
    const [low, high] = domain as [number, number];
    expect(low).toBeLessThanOrEqual(Math.min(...dots.map(({ y }) => y)));
    expect(high).toBeGreaterThanOrEqual(Math.max(...dots.map(({ y }) => y)));
  });

  it("has a key where it is drawn, and none elsewhere", () => {
    const isTold = (shown: Case) => keysOf(drawing, [shown]).some(({ label }) => label.includes("slides"));
    expect(isTold(caseOf(published))).toBe(true);
    expect(isTold(caseOf({ ...published, teachers: 5 }))).toBe(false);
  });
});

it("the time at which a neuron finds the target is predicted for a sum of neurons alone", async () => {
  const small = { ...meta.defaults, width: 6, inputs: 4, duration: 0.5 };
  const predicted = async (scaling: "conventional" | "mean-field") =>
    (await lastOf(run({ ...small, scaling }, 1))).quantities.predictedTime;
  expect(await predicted("conventional")).toBeGreaterThan(0);
  expect(await predicted("mean-field")).toBeUndefined();
});
