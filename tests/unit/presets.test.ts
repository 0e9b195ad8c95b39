// Settings with a name: of those that differ one is set at a time, whatever they leave out.
import { describe, expect, it } from "vitest";
import { FigureSettings } from "../../components/live/figureSettings.ts";
import { isPresetSet, presetValues } from "../../components/live/presets.ts";
import { EXPERIMENTS } from "../../src/catalogue/experiments.ts";
import { textOfValue } from "../../src/experiments/parameterTexts.ts";

const figures = EXPERIMENTS.flatMap((meta) =>
  meta.figures.filter(({ presets }) => presets).map((figure) => ({ meta, figure })),
);

describe.for(figures.map((about) => [about.figure.id, about] as const))("the presets of %s", ([, about]) => {
  const presets = presetValues(about);
  const pressedIn = (settings: FigureSettings) =>
    presets.filter((values) => isPresetSet(values, (name) => settings.parametersOf(0)[name] as number));
  const textsOf = (values: (typeof presets)[number]) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, textOfValue(value)]));

  it("are set one at a time, from whichever comes before", () => {
    const settings = new FigureSettings(about, "");
    for (const values of [...presets, ...presets.toReversed()]) {
      settings.set(textsOf(values));
      expect(settings.problem).toEqual({});
      // Two names may be of one setting.
      expect(new Set(pressedIn(settings).map((each) => JSON.stringify(each)))).toEqual(
        new Set([JSON.stringify(values)]),
      );
    }
  });
});

it("settings that are put back are the first ones again", () => {
  const [about] = figures.filter(({ figure }) => figure.id === "width-sweep");
  if (!about) throw new Error("width-sweep has no presets any more.");
  const settings = new FigureSettings(about, "");
  settings.set({ samples: "100" });
  expect(settings.isFirst).toBe(false);
  settings.set({ samples: textOfValue(about.meta.defaults.samples as number) });
  expect(settings.isFirst).toBe(true);
});
