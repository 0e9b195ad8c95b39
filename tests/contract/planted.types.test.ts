// Mistakes that the compiler refuses, at their line. Each line below would not compile; `@ts-expect-error` makes `tsc`,
// which npm test runs, fail if one of them ever does.
import { expect, it } from "vitest";
import { claim } from "../../src/claims/claim.ts";
import { atMost } from "../../src/claims/interval.ts";
import type { Drawing } from "../../src/experiments/drawing/drawing.ts";
import type { Run } from "../../src/experiments/driver/course.ts";
import { iterated } from "../../src/experiments/driver/iterated.ts";
import { experiment } from "../../src/experiments/experiment.ts";
import { meta } from "../../src/experiments/phase-diagram/regimes/meta.ts";

const flow = {
  start: { height: 1 },
  next: ({ height }: { height: number }) => ({ height: height + 1 }),
  isOver: () => true,
  share: () => 1,
};
const written = {
  title: "",
  statement: "",
  formula: "",
  source: { paper: "luo2021", where: "" },
  provenance: "background",
  stance: "agrees",
  knew: "theory",
  seeds: [1],
  statistic: "every seed",
} as const;
const rest = { label: "", accept: atMost(1), origin: "" };
const control = { instead: { gamma: 1 }, why: "" };

/** Never called: it is only compiled. */
function mistakes() {
  const runs: Run<typeof meta>[] = [
    // @ts-expect-error: a parameter that the experiment does not have
    ({ gama }) => iterated(flow, { measure: () => ({ quantities: { relativeRisk: gama } }) }),
    // @ts-expect-error: a quantity that it does not declare
    () => iterated(flow, { measure: () => ({ quantities: { relativRisk: 1 } }) }),
    // @ts-expect-error: a series that it does not declare
    () => iterated(flow, { measure: () => ({ quantities: {}, series: { amplitudes: [1] } }) }),
  ];
  const describes: Drawing<typeof meta>["describe"][] = [
    // @ts-expect-error: a quantity that is not there to be drawn
    ([shown]) => String(shown?.now?.quantities.relativRisk),
    // @ts-expect-error: a series that is not there to be drawn
    ([shown]) => String(shown?.now?.series.amplitudes),
  ];
  return [
    ...runs,
    ...describes,
    // @ts-expect-error: a quantity that the experiment of a claim does not have
    claim(meta, { ...written, cases: [{ ...rest, at: {}, measures: "relativRisk", control }] }),
    // @ts-expect-error: a parameter that it does not have, in a case
    claim(meta, { ...written, cases: [{ ...rest, at: { gama: 1 }, measures: "relativeRisk", control }] }),
    claim(meta, {
      ...written,
      // @ts-expect-error: and in a control
      cases: [{ ...rest, at: {}, measures: "relativeRisk", control: { instead: { gama: 1 }, why: "" } }],
    }),
    claim(meta, {
      ...written,
      // @ts-expect-error: a work that is not among the references
      source: { paper: "luo2012", where: "" },
      cases: [{ ...rest, at: {}, measures: "relativeRisk", control }],
    }),
    experiment({
      ...meta,
      // @ts-expect-error: a control of a figure that is no parameter
      figures: [{ id: "", title: "", caption: "", cases: [], controls: ["gama"] }],
    }),
  ];
}

it("does not compile", () => {
  expect(mistakes).toBeTypeOf("function");
});
