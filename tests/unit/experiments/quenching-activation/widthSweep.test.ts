// The sweep over the width: what its legend says is drawn.
import { expect, it } from "vitest";
import { keysOf, type Result } from "../../../../src/experiments/drawing/drawing.ts";
import { meta } from "../../../../src/experiments/quenching-activation/width-sweep/meta.ts";
import { drawing } from "../../../../src/experiments/quenching-activation/width-sweep/plot.ts";

it("has a key of the recorded run only where that lies beneath a live one", () => {
  const some: Result = { step: 1, quantities: {}, series: { width: [4], test: [0.1] } };
  const isTold = (now: Result | null, reference: Result | null) =>
    keysOf(drawing, [{ label: "", parameters: meta.defaults, now, reference }]).some(
      ({ mark }) => mark === "dashes",
    );
  expect(isTold(some, some)).toBe(true);
  expect(isTold(null, some)).toBe(false);
  expect(isTold(some, null)).toBe(false);
});
