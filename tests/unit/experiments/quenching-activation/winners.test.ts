// Many draws: how far their run is.
import { expect, it } from "vitest";
import { meta } from "../../../../src/experiments/quenching-activation/winners/meta.ts";
import { drawing } from "../../../../src/experiments/quenching-activation/winners/plot.ts";

it("the progress of draws counts those that are still to come", () => {
  const series = { activated: [1, 2], effectiveNeurons: [1, 2], test: [1e-4, 1e-3] };
  const now = { step: 10, quantities: {}, series };
  const shown = { label: "", parameters: meta.defaults, now, reference: null };
  expect(drawing.done?.([shown])).toBe("2 of 12 networks");
});
