// The first report of a run comes soon: what was taken at its look is not computed twice, and nothing is made for it that has nothing
// to say before the first step.
import { expect, it } from "vitest";
import { withPauses } from "../../../../src/engine/pauses.ts";
import { look as workOf } from "../../../../src/experiments/laboratory/lenses/activation/look.ts";
import { look as linesOf } from "../../../../src/experiments/laboratory/lenses/lines/look.ts";
import { look as distanceOf } from "../../../../src/experiments/laboratory/lenses/map/look.ts";
import { look as satisfactionOf } from "../../../../src/experiments/laboratory/lenses/satisfaction/look.ts";
import { FIRST, type Setup } from "../../../../src/experiments/laboratory/setting/setup.ts";
import { underwayFor } from "../../../../src/experiments/laboratory/setting/underway.ts";

const { signal } = new AbortController();
const underwayAt = (setup: Partial<Setup>) =>
  withPauses(underwayFor({ ...FIRST, samples: 20, width: 8, ...setup }, 1), signal);

it.each([
  ["satisfaction", satisfactionOf, "growth"],
  ["lines", linesOf, "alikePairs"],
  ["map", distanceOf, "relativeDistance"],
] as const)(
  "through %s says what was taken at the same step, and looks itself where nothing was",
  async (_, look, name) => {
    const underway = await underwayAt({ data: "gaussian" });
    const moment = { network: underway.start, step: 0, time: 0, risk: Number.NaN };
    const sight = look(underway);
    const [own = Number.NaN, ...others] = sight.take?.(moment) ?? [];
    const quantity = (step: number) => {
      const { quantities } = sight.measure(moment, [{ step, time: 0, numbers: [own + 7, ...others] }]);
      return (quantities as Record<string, number | undefined>)[name];
    };
    expect(quantity(0)).toBe(own + 7);
    expect(quantity(-1)).toBe(own);
  },
);

it("asks for the outputs of drawn examples alone, where shares were taken", async () => {
  let asked = 0;
  const underway = await underwayAt({ data: "gaussian", loss: "hinge", scaling: "average", rule: "fixed" });
  const sight = satisfactionOf({
    ...underway,
    outputs: (network, sample) => {
      asked += 1;
      return underway.outputs(network, sample);
    },
  });
  const moment = { network: underway.start, step: 0, time: 0, risk: Number.NaN };
  const numbers = sight.take?.(moment) ?? [];
  asked = 0;
  sight.measure(moment, [{ step: 0, time: 0, numbers }]);
  expect(asked).toBe(1);
});

it("has no twin before the first step, when it is the network itself, and one from the next look on", async () => {
  const underway = await underwayAt({ data: "teachers", start: "quiet", rule: "fixed" });
  const sight = workOf(underway);
  const start = { step: 0, time: 0, numbers: [] };
  const later = { step: 4, time: 0.5, numbers: [] };
  const momentAt = ({ step, time }: typeof start) => ({
    network: underway.start,
    step,
    time,
    risk: Number.NaN,
  });
  expect(sight.measure(momentAt(start), [start]).quantities.twinRisk).toBeUndefined();
  expect(sight.measure(momentAt(later), [start, later]).quantities.twinRisk).toBeGreaterThan(0);
});
