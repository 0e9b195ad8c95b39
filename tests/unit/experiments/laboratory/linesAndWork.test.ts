// The lenses on lines and on work see something finite of every kind of network, and say what of their theory does not hold.
import { expect, it } from "vitest";
import { withPauses } from "../../../../src/engine/pauses.ts";
import { look as workOf } from "../../../../src/experiments/laboratory/lenses/activation/look.ts";
import { meta as work } from "../../../../src/experiments/laboratory/lenses/activation/meta.ts";
import { look as linesOf } from "../../../../src/experiments/laboratory/lenses/lines/look.ts";
import { meta as lines } from "../../../../src/experiments/laboratory/lenses/lines/meta.ts";
import { refusedSetup } from "../../../../src/experiments/laboratory/setting/combinations.ts";
import { onePassFor } from "../../../../src/experiments/laboratory/setting/onePass.ts";
import { presets } from "../../../../src/experiments/laboratory/setting/presets.ts";
import {
  DATA,
  type Data,
  FIRST,
  SETUP,
  type Setup,
} from "../../../../src/experiments/laboratory/setting/setup.ts";
import { type Underway, underwayFor } from "../../../../src/experiments/laboratory/setting/underway.ts";

const { signal } = new AbortController();

async function underwayAt(setup: Setup): Promise<Underway> {
  return setup.rule === "onePass" ? onePassFor(setup, 1) : await withPauses(underwayFor(setup, 1), signal);
}

const small = { ...FIRST, samples: 20, width: 8 };
const changes = (Object.keys(DATA.options) as Data[]).flatMap((data) => [
  ...[1, 2, 5].map((inputs) => ({ data, inputs })),
  ...(Object.keys(SETUP.activation.options) as Setup["activation"][]).map((activation) => ({
    data,
    activation,
    start: "plain" as const,
  })),
  { data, start: "quiet" as const, rule: "fixed" as const },
  { data, start: "plain" as const, rule: "adam" as const, activation: "tanh" as const },
  { data, loss: "hinge" as const },
  { data, rule: "onePass" as const },
  { data, layers: "output" as const, width: 150 },
  { data, width: 20_000, inputs: 3 },
]);
const setups: Setup[] = changes
  .map((change) => ({ ...small, ...change }))
  .filter((setup) => refusedSetup(setup) === undefined);

it.each(
  setups.map(
    (setup) =>
      [
        `${setup.data}, ${setup.inputs} inputs, ${setup.activation}, ${setup.rule}, ${setup.loss}, ${setup.width} neurons`,
        setup,
      ] as const,
  ),
)("of %s", async (_, setup) => {
  const underway = await underwayAt(setup);
  const moment = { network: underway.start, step: 0, time: 0, risk: Number.NaN };
  const later = { ...moment, step: 4, time: 0.5 };
  for (const look of [linesOf, workOf]) {
    const sight = look(underway);
    const taken = [moment, later].map(({ step, time, ...rest }) => ({
      step,
      time,
      numbers: sight.take?.({ ...rest, step, time }) ?? [],
    }));
    const { quantities, series } = sight.measure(later, taken);
    for (const [name, value] of Object.entries(quantities))
      if (value !== undefined) expect(value, name).toSatisfy(Number.isFinite);
    for (const [name, values] of Object.entries(series ?? {}))
      expect(Array.from(values ?? []).every(Number.isFinite), name).toBe(true);
  }
});

it("finds nothing amiss where the theory is at home", () => {
  const tiny = {
    ...small,
    data: "sines",
    activation: "tanh",
    start: "plain",
    scaling: "plain",
    rule: "fixed",
  } as const;
  expect(lines.assumes({ ...tiny, beta1: 0.005, beta2: 0.005 })).toEqual([]);
  const quiet = presets.find(({ label }) => label === "A few neurons do it all");
  expect(work.assumes({ ...FIRST, ...quiet?.parameters })).toEqual([]);
});

it("names what does not hold, a sentence each", () => {
  expect(
    lines.assumes({ ...small, loss: "hinge", data: "gaussian", rule: "adam", layers: "output" }),
  ).toHaveLength(5);
  expect(work.assumes({ ...small, loss: "hinge", data: "gaussian", activation: "tanh" }).at(-1)).toMatch(
    /left out/,
  );
  const large = { ...small, data: "teachers", samples: 5000, width: 2000 } as const;
  expect(work.assumes(large).at(-1)).toBe(
    "With 5,000 examples and 4,000 neurons the twin’s closed form takes too long: it is left out.",
  );
});
