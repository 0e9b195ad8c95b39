/** Describes the laboratory: one network, whose setting is the reader's, and all lenses through which it can be looked at. */
import { experiment, type Quantity, type SeriesMeta } from "../../experiment.ts";
import { FOUND } from "../found/lenses.ts";
import { ALWAYS } from "../setting/always.ts";
import { GROUPS, isUsed, refusedSetup } from "../setting/combinations.ts";
import type { LensMeta } from "../setting/lens.ts";
import { presets } from "../setting/presets.ts";
import { FIRST, SETUP } from "../setting/setup.ts";
import { secondsOf, strideOf, workloadOf } from "../setting/workload.ts";

/** All lenses, in their order. */
const lenses = Object.entries(FOUND)
  .toSorted(([, one], [, other]) => one.place - other.place)
  .map(([name, { label, source, sees, assumes }]) => ({ name, label, source, sees, assumes }));

/** What all lenses measure. */
const SEEN = {
  quantities: all<Quantity>(({ quantities }, lens) =>
    Object.fromEntries(Object.entries(quantities).map(([name, each]) => [name, { ...each, lens }])),
  ),
  series: all<SeriesMeta>((lens) => lens.series),
};

const QUANTITIES: Readonly<Record<string, Quantity>> = { ...ALWAYS.quantities, ...SEEN.quantities };
const SERIES: Readonly<Record<string, SeriesMeta>> = { ...ALWAYS.series, ...SEEN.series };

export const meta = experiment({
  title: "One network, five lenses",
  source: { paper: "luo2021", where: "the network of all five papers" },
  parameters: SETUP,
  defaults: FIRST,
  refuses: refusedSetup,
  isUsed,
  computes: (setup) =>
    setup.rule === "onePass" ? { on: "float64" } : { on: "engine", workload: workloadOf(setup) },
  cost: (setup) => setup.networks * secondsOf(setup),
  // A step of the driver is many examples, where each is met once.
  seedsUsed: ({ networks }) => networks,
  frameStride: (setup) => (setup.rule === "onePass" ? 1 : strideOf(setup)),
  quantities: QUANTITIES,
  series: SERIES,
  figures: [
    {
      id: "network",
      title: "One network, five lenses",
      caption:
        "Any of the articles’ networks, or one of your own. What it learns and how its risk falls are always there; each lens shows what one paper looks at.",
      controls: Object.keys(SETUP) as (keyof typeof SETUP)[],
      groups: GROUPS,
      presets,
      lenses,
      isPair: true,
    },
  ],
});

/** By name, over all lenses. @throws Error where two lenses measure something by one name */
function all<Described>(of: (meta: LensMeta, lens: string) => Readonly<Record<string, Described>>) {
  const entries = Object.entries(FOUND).flatMap(([lens, meta]) =>
    Object.entries(of(meta, lens)).map(([name, described]) => ({ lens, name, described })),
  );
  for (const { lens, name } of entries) {
    const other = entries.find((each) => each.name === name && each.lens !== lens);
    if (other)
      throw new Error(
        `src/experiments/laboratory/lenses/${lens}/meta.ts and that of ${other.lens} both measure “${name}”: give one of them another name.`,
      );
  }
  return Object.fromEntries(entries.map(({ name, described }) => [name, described]));
}
