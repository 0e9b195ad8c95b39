// A target of the reader's own: what of it is learnt and what is not, and how texts that are none are refused, in a field, in
// a link and by the run itself.
import { beforeAll, describe, expect, it } from "vitest";
import { FigureSettings } from "../../../../components/live/figureSettings.ts";
import { figureNamed } from "../../../../src/catalogue/experiments.ts";
import type { ParametersOf } from "../../../../src/experiments/experiment.ts";
import type { meta } from "../../../../src/experiments/time-scales/own-target/meta.ts";
import { drawing, expectedInWords } from "../../../../src/experiments/time-scales/own-target/plot.ts";
import { run } from "../../../../src/experiments/time-scales/own-target/run.ts";
import { DEFAULT_STATE } from "../../../../src/runtime/figureState.ts";
import { addressWith, readState } from "../../../../src/runtime/permalink.ts";
import { lastOf } from "../drive.ts";

const about = figureNamed("time-scales/own-target");
const given = (change: Partial<ParametersOf<typeof meta>>) =>
  ({ ...about.meta.defaults, ...change }) as ParametersOf<typeof meta>;
const result = (change: Partial<ParametersOf<typeof meta>>) => lastOf(run(given(change), 1));
const halvedIn = ({ series }: Awaited<ReturnType<typeof result>>) =>
  Array.from(series.halved ?? []).flatMap((time, degree) => (time > 0 ? [degree] : []));

describe("of a target is learnt", () => {
  it("the constant alone, where it is even", async () => {
    const even = await result({ expression: "abs(x)" });
    expect(halvedIn(even)).toEqual([0]);
    // E |G|² = 1 and E |G| = √(2/π); the rest stays for ever.
    expect(even.quantities.left).toBeCloseTo(1 - 2 / Math.PI, 8);
    // And so the network computes the mean, wherever it is asked.
    for (const value of Array.from(even.series.learned ?? []))
      expect(value).toBeCloseTo(Math.sqrt(2 / Math.PI), 6);
    expect(expectedInWords(given({ expression: "abs(x)" }))).toMatch(
      /quadratic, quartic and degree 6 not at all, since φ₁σ₁ = 0/,
    );
    // A control: with a little of a linear component all of it begins to be learnt.
    const tilted = await result({ expression: "abs(x) + x/2" });
    expect(halvedIn(tilted).slice(0, 3)).toEqual([0, 1, 2]);
  });

  it("nothing beyond the linear part within ten units of time, where it is odd", async () => {
    const odd = await result({ expression: "x + sin(2*x)" });
    expect(halvedIn(odd)).toEqual([1]);
    expect(expectedInWords(given({ expression: "x + sin(2*x)" }))).toMatch(
      /cubic and quintic in a time that does not shrink with ε, if at all, since a degree below is missing/,
    );
  });

  it("no degree that the activation lacks", async () => {
    const parameters = { expression: "x + x^2", activation: "tanh" } as const;
    expect(halvedIn(await result(parameters))).toEqual([1]);
    expect(expectedInWords(given(parameters))).toMatch(/constant and quadratic never, since σₖ = 0/);
    expect(halvedIn(await result({ ...parameters, activation: "softplus" }))).toEqual([0, 1, 2]);
  });

  it("everything, where it has two degrees; and then the network computes it", async () => {
    const { quantities, series } = await result({ expression: "h1(x) + h2(x)" });
    expect(quantities.explained).toBeCloseTo(1, 10);
    expect(quantities.left).toBeLessThan(1e-3);
    const { x = [], phi = [], learned = [] } = series;
    // ‖f − φ‖² = left · E φ² = 0.002 under the Gaussian; at |x| ≤ 1, where its density is above 0.24, f is as close as that allows.
    for (const [k, at] of Array.from(x).entries())
      if (Math.abs(at) <= 1) expect(Math.abs((learned[k] as number) - (phi[k] as number))).toBeLessThan(0.1);
  });

  it("the same, typed or drawn", async () => {
    const typed = await result({ expression: "min(abs(x), 2)" });
    const drawn = await result({ given: "drawn", points: [-2, 2, 0, 0, 2, 2] });
    for (const [k, value] of Array.from(typed.series.target ?? []).entries())
      expect(drawn.series.target?.[k]).toBeCloseTo(value, 11);
  });
});

describe("a text that is no target", () => {
  const hostile = 'x.constructor("return 1")()';
  beforeAll(async () => about.meta.prepare?.());

  it.each([
    ["foo(x)", /“foo” \(character 1\) is unknown/],
    [hostile, /bracket right after another/],
    ["exp(x^2/4)", /finite cannot be seen/],
    ["", /empty/],
    ["x".repeat(300), /at most 200 characters/],
  ])("%s is refused in its field, and what was set stays", (text, sentence) => {
    const settings = new FigureSettings(about, "");
    const before = settings.parametersOf(0);
    expect(settings.set({ expression: text })).toBe(false);
    expect(settings.problem.expression).toMatch(sentence);
    expect(settings.parametersOf(0)).toEqual(before);
    expect(settings.set({ expression: " x + x^2 " })).toBe(true);
    expect(settings.problem).toEqual({});
    expect(settings.parametersOf(0).expression).toBe("x + x^2");
  });

  it("is refused in a link, and a good one survives the way there and back", () => {
    const search = (text: string) => `?${new URLSearchParams({ "own-target.expression": text })}`;
    const { state, refused } = readState(search(hostile), about.meta, about.figure);
    expect(state.parameters).toEqual({});
    expect(refused).toEqual([expect.stringMatching(/bracket right after another/)]);
    const good = readState(search("x^2 + 2*x & 1%"), about.meta, about.figure);
    expect(good.refused).toHaveLength(1);
    const parameters = { expression: "x + 2*x^2 - exp(-x)" };
    const address = addressWith("https://example.org/", about.figure, { ...DEFAULT_STATE, parameters });
    expect(readState(new URL(address).search, about.meta, about.figure).state.parameters).toEqual(parameters);
  });

  it("is refused by the run itself, where nobody looked at it before", () => {
    expect(() => run(given({ expression: hostile }), 1)).toThrow(/bracket right after another/);
  });
});

it("the words name what is not learnt, and the table has a row per degree", async () => {
  const parameters = given({ expression: "abs(x)" });
  const shown = [{ label: "", parameters, now: await result({ expression: "abs(x)" }), reference: null }];
  expect(drawing.describe(shown)).toMatch(
    /Halved in the run: constant; not: quadratic, quartic and degree 6; 0\.36 of E φ² is left\.$/,
  );
  expect(drawing.table?.(shown).rows).toHaveLength(7);
  expect(drawing.beforehand?.(shown)).toMatch(/98\.9 % of E φ²/);
});
