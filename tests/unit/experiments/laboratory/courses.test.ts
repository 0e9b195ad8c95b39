// All plots over time of a run of the laboratory have one axis of time, whatever lens they belong to.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Shown } from "../../../../src/experiments/drawing/drawing.ts";
import type { meta } from "../../../../src/experiments/laboratory/network/meta.ts";
import { drawing } from "../../../../src/experiments/laboratory/network/plot.ts";
import { courseAxis } from "../../../../src/experiments/laboratory/setting/courseViews.ts";
import { presets } from "../../../../src/experiments/laboratory/setting/presets.ts";
import { FIRST, type Setup } from "../../../../src/experiments/laboratory/setting/setup.ts";
import type { FigureRecord } from "../../../../src/runtime/records/record.ts";

const RECORD = JSON.parse(
  readFileSync(
    new URL("../../../../content/records/figures/laboratory/network.json", import.meta.url),
    "utf8",
  ),
) as FigureRecord;
const [{ quantities, series }] = RECORD.cases as unknown as [NonNullable<Shown<typeof meta>["now"]>];
const later = Array.from(series.lookTime ?? []).filter((time) => time > 0);

/** The domains of time of all plots that have one, by the plot. */
function domainsOf(parameters: Setup, now: Shown<typeof meta>["now"]) {
  return drawing.views.flatMap(({ id, plot }) => {
    const { x } = plot([{ label: "", parameters, now, reference: null }]);
    return x?.label === "t →" ? [{ id, domain: x.domain as [number, number] }] : [];
  });
}

it("where steps adapt, it is that of whole decades around all looks, of further networks too", () => {
  const now = { quantities, series: { ...series, furtherTime: [later[0] as number, 3e7] } };
  const domains = domainsOf(FIRST, now as typeof now & Shown<typeof meta>["now"]);
  expect(domains.length).toBeGreaterThanOrEqual(6);
  for (const { id, domain } of domains) expect(domain, id).toEqual([1000, 1e8]);
});

it.each(presets.map(({ label, parameters }) => [label, { ...FIRST, ...parameters }] as const))(
  "before a run, and while it goes on: %s",
  (_, setup) => {
    const { domain } = courseAxis(setup);
    for (const each of domainsOf(setup, null)) expect(each.domain, each.id).toEqual(domain);
    if (setup.rule !== "adaptive") expect(courseAxis(setup, { lookTime: [0, 1, 2] }).domain).toEqual(domain);
  },
);
