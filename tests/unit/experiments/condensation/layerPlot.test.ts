// What the figure of a layer names and says: lines of a tenth of the neurons or more, and how many are on none of them.
import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import { meta } from "../../../../src/experiments/condensation/layer/meta.ts";
import { drawing } from "../../../../src/experiments/condensation/layer/plot.ts";
import { tableOf } from "../../../../src/experiments/drawing/words.ts";
import { draw } from "../../../../src/plots/draw.ts";
import { placesIn } from "../../../../src/plots/readout.ts";

const { document } = parseHTML("<html></html>") as unknown as { document: Document };

/** Forty neurons: 30 on the first line, ten of them backwards, 4 on the second, 3 on the third, and 3 alone. */
const line = [30, 4, 3].flatMap((size, l) => Array.from({ length: size }, () => l)).concat(-1, -1, -1);
const cosine = line.map((l, k) => (l < 0 ? 0 : k >= 20 && k < 30 ? -1 : 1));
const direction = line.flatMap((l, k) =>
  Array.from({ length: 6 }, (_, j) => (j === l + 1 ? (cosine[k] as number) || 1 : 0)),
);
const series = { line, cosine, direction, norm: line.map(() => 0.5), epoch: [2, 4], risk: [0.99, 0.4] };
const shown = {
  label: "",
  parameters: meta.defaults,
  now: { step: 4, quantities: {}, series },
  reference: { step: 4, quantities: {}, series: { ...series, risk: [0.99, 0.04] } },
};
const pictures = drawing.views.map((view) => draw(view.plot([shown]), view.title, document));

it("names lines from a tenth of the neurons on", () => {
  expect(drawing.describe([shown])).toBe("After 4 steps the 40 neurons make 2 lines, and 6 are on no line.");
  expect(pictures[0]?.textContent).toMatch(/line 1line 2/);
  expect(pictures[0]?.textContent).not.toMatch(/line 3/);
  expect(tableOf(drawing, meta, [shown]).rows.map((row) => row.slice(0, 4))).toEqual([
    [1, 30, 20, 10],
    [2, 4, 4, 0],
  ]);
});

it("says that nothing has run, and that there is no line where none stands out", () => {
  expect(drawing.describe([{ ...shown, now: null, reference: null }])).toBe("Not run yet.");
  const scattered = { ...series, line: line.map(() => -1) };
  const now = { step: 1, quantities: {}, series: scattered };
  expect(drawing.describe([{ ...shown, now }])).toBe("After 1 step the 40 neurons make no line.");
});

it("tells neurons, pairs of them and the risk, place by place", () => {
  const [pairs, neurons, risks] = pictures.map((picture) => placesIn(picture).map(({ words }) => words));
  expect(pairs?.length).toBeLessThanOrEqual(60);
  expect(pairs).toContain("neurons 4 (line 1) and 28 (line 1): cos −1");
  expect(neurons).toHaveLength(40);
  expect(neurons?.[31]).toBe("neuron 32 (line 2): |w| 0.5, w/|w| w₁ 0, w₂ 0, w₃ 1, w₄ 0, w₅ 0, bias 0");
  expect(risks).toEqual(["epoch 2: risk 0.99 of that of f = 0", "epoch 4: risk 0.4 of that of f = 0"]);
});

it("leaves room for the recorded run, which is dashed beneath a live one", () => {
  const dashes = (picture: Element | undefined) => picture?.querySelectorAll('[stroke-dasharray="3 3"]');
  expect(dashes(pictures[2])).toHaveLength(1);
  expect(pictures[2]?.textContent).toContain("0.01");
  const alone = drawing.views[2]?.plot([{ ...shown, now: null }]) ?? {};
  expect(dashes(draw(alone, "", document))).toHaveLength(0);
});
