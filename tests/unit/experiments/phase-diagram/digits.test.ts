// The digits: that the file holds the images that MNIST begins with, that a network trained in their span is the network
// of 785 inputs, and how the runs of a row are combined.
import { createHash } from "node:crypto";
import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, it } from "vitest";
import encoded from "../../../../public/mnist/digits.json" with { type: "json" };
import { openNodeDevice } from "../../../../src/cli/device.ts";
import { normalInitialisation, type Sample } from "../../../../src/engine/network.ts";
import { atOnce } from "../../../../src/engine/pauses.ts";
import { descend, PLAIN_RULE } from "../../../../src/engine/reference.ts";
import { tableOf } from "../../../../src/experiments/drawing/words.ts";
import { drawing as neuronDrawing } from "../../../../src/experiments/phase-diagram/digit-neurons/plot.ts";
import { run as runNeurons } from "../../../../src/experiments/phase-diagram/digit-neurons/run.ts";
import { columnsOf, meta, PUBLISHED } from "../../../../src/experiments/phase-diagram/digits/meta.ts";
import { drawing } from "../../../../src/experiments/phase-diagram/digits/plot.ts";
import {
  exponentsOf,
  localExponents,
  type RowSeries,
} from "../../../../src/experiments/phase-diagram/digits/row.ts";
import { run } from "../../../../src/experiments/phase-diagram/digits/run.ts";
import { sweep } from "../../../../src/experiments/phase-diagram/digits/sweep.ts";
import {
  decodeDigits,
  encodeDigits,
} from "../../../../src/experiments/phase-diagram/setting/mnist/encode.ts";
import {
  digitNeurons,
  distanceInAll,
  initialSpanNetwork,
} from "../../../../src/experiments/phase-diagram/setting/mnist/network.ts";
import {
  INPUTS,
  SIZE,
  type Stop,
} from "../../../../src/experiments/phase-diagram/setting/mnist/parameters.ts";
import { inputsOf, spanSample } from "../../../../src/experiments/phase-diagram/setting/mnist/sample.ts";
import { descentAt, relativeDistance } from "../../../../src/experiments/phase-diagram/setting/training.ts";
import { single } from "../../../../src/experiments/single.ts";
import { draw } from "../../../../src/plots/draw.ts";
import { placesIn } from "../../../../src/plots/readout.ts";
import { inputExponent } from "../../../../src/theory/exponents.ts";
import { lastOf } from "../drive.ts";
import { joined } from "../joined.ts";

describe("the file of digits", () => {
  const { pixels, labels } = decodeDigits(encoded);

  it("holds the 45 images that MNIST's training set begins with, byte by byte", () => {
    expect(pixels).toHaveLength(45 * 28 * 28);
    // Of bytes 16 to 35,295 of train-images-idx3-ubyte.
    expect(createHash("sha256").update(pixels).digest("hex")).toBe(
      "8dda2e0f7621b2acd62da93657aac7cc24573899cbdb341d1ae7deee8738c5cb",
    );
    expect(labels.join("")).toBe("504192131435361728694091124327386905607618793");
  });

  it("is read back as it was written, runs of zeros of any length included", () => {
    const bytes = [7, ...Array<number>(255).fill(0), 255, ...Array<number>(256).fill(0), 1, 0];
    const digits = { pixels: Uint8Array.from(bytes), labels: Uint8Array.of(3, 0) };
    expect(decodeDigits(encodeDigits(digits))).toEqual(digits);
    expect(encodeDigits({ pixels, labels })).toEqual(encoded);
  });
});

describe("the sample", () => {
  it("has a bias of 1 and pixels between 0 and 1, or −½ and ½", () => {
    for (const [range, low] of [
      ["unit", 0],
      ["centred", -0.5],
    ] as const) {
      const [first = new Float64Array(0)] = inputsOf(range);
      expect(first).toHaveLength(INPUTS);
      expect(first.at(-1)).toBe(1);
      expect(Math.min(...first.subarray(0, -1))).toBe(low);
      expect(Math.max(...first.subarray(0, -1))).toBe(low + 1);
    }
  });

  it("keeps all inner products in the coordinates of its span", () => {
    const inputs = inputsOf("centred");
    const { sample } = spanSample("centred");
    const coordinates = (i: number) => sample.inputs.subarray(i * SIZE, (i + 1) * SIZE);
    for (const [i, j] of [
      [0, 0],
      [3, 44],
      [20, 21],
    ] as const) {
      const product = (u: ArrayLike<number>, v: ArrayLike<number>) =>
        Array.from(u).reduce((sum, entry, k) => sum + entry * (v[k] as number), 0);
      const wanted = product(inputs[i] as Float64Array, inputs[j] as Float64Array);
      expect(product(coordinates(i), coordinates(j)) / wanted).toBeCloseTo(1, 6);
    }
  });
});

describe("a network in the span of the digits", () => {
  const WIDTH = 12;
  const plain = normalInitialisation(WIDTH, INPUTS, 5);
  const inputs = inputsOf("unit");
  const { basis, sample } = spanSample("unit");
  const start = atOnce(initialSpanNetwork(WIDTH, 5, basis));

  it("takes the steps of the network of 785 inputs that the same seed gives, and moves as far", () => {
    const whole: Sample = {
      sampleSize: SIZE,
      inputDimension: INPUTS,
      inputs: Float32Array.from(inputs.flatMap((input) => [...input])),
      targets: sample.targets,
    };
    const descent = { ...descentAt({ gamma: 1, gammaPrime: 0.2, width: WIDTH }, sample), targetRisk: -1 };
    const options = { steps: 30, adaptive: true, rule: PLAIN_RULE };
    const wanted = descend(plain, whole, descent, options);
    const got = descend(start.inside, sample, descent, options);
    // Both begin with float32 numbers, rounded in different coordinates: 6e-8 each.
    for (const step of [0, 10, 29])
      expect((got.risks[step] as number) / (wanted.risks[step] as number)).toBeCloseTo(1, 5);
    const distance = relativeDistance(wanted.network, plain);
    expect(distance).toBeGreaterThan(0.01);
    const now = {
      ...start.inside,
      inputWeights: Float32Array.from(got.network.inputWeights),
      outputWeights: Float32Array.from(got.network.outputWeights),
    };
    expect(distanceInAll(now, start) / distance).toBeCloseTo(1, 4);

    const points = digitNeurons(now, start, basis);
    for (const k of [0, 7]) {
      const weights = Array.from(
        { length: INPUTS },
        (_, j) => wanted.network.inputWeights[j * WIDTH + k] as number,
      );
      const length = Math.sqrt(weights.reduce((sum, w) => sum + w * w, 0));
      const amplitude = Math.abs(wanted.network.outputWeights[k] as number) * length;
      expect((points.amplitude[k] as number) / amplitude).toBeCloseTo(1, 5);
      const along = weights.reduce((sum, w) => sum + w, 0) / (length * Math.sqrt(INPUTS));
      expect(points.projection[k]).toBeCloseTo(along, 6);
    }
  });
});

describe("a row", () => {
  const report = (relativeDistance: number) => ({
    ...{ progress: 1, step: 1, finished: true, series: {} },
    quantities: { relativeDistance },
  });
  const parts = sweep.parts(meta.defaults, 1);
  /** Distances that follow a law in m exactly. */
  const reportsBy = (law: (gamma: number) => number, factor = 1) =>
    parts.map(({ parameters: { gammaFrom, widths } }) => report(factor * single(widths) ** law(gammaFrom)));

  it("is a run for each width and point, smallest width first", () => {
    expect(parts).toHaveLength(21);
    const first = parts.slice(0, 7).map(({ parameters }) => parameters);
    expect(first.map(({ gammaFrom }) => gammaFrom)).toEqual([0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3]);
    expect(first.map(({ gammaTo }) => gammaTo)).toEqual(columnsOf(meta.defaults));
    expect(first.map(({ widths }) => widths)).toEqual(first.map(() => [250]));
  });

  it("comes to the exponents that its distances follow, and to where they cross zero", () => {
    const { quantities } = joined(
      sweep,
      reportsBy((gamma) => inputExponent(gamma - 0.04, 0)),
      meta.defaults,
    );
    // From −0.04 at γ = 1 to 0.03 at 1.1.
    expect(quantities.zero).toBeCloseTo(1 + 0.4 / 7, 10);
    const exact = joined(
      sweep,
      reportsBy((gamma) => inputExponent(gamma, 0)),
      meta.defaults,
    );
    expect(exact.quantities.meanError).toBeCloseTo(0, 10);
    const asPublished = joined(
      sweep,
      reportsBy((gamma) => PUBLISHED.exponents.find((each) => each.gamma === gamma)?.exponent as number),
      meta.defaults,
    );
    expect(asPublished.quantities.publishedError).toBeCloseTo(0, 10);
    const other = { ...meta.defaults, gammaPrime: 0.1 };
    expect(
      joined(
        sweep,
        reportsBy((gamma) => gamma - 1),
        other,
      ).quantities.publishedError,
    ).toBeUndefined();
  });

  it("says nothing of the whole before all is there, and keeps every distance in its place", () => {
    const reports = reportsBy((gamma) => gamma - 1).map((each, k) => (k === 9 ? null : each));
    const { quantities, series } = joined(sweep, reports, meta.defaults);
    expect(quantities).toEqual({});
    // Part 9 is γ = 0.9, the third point, at the second width.
    expect(Array.from(series.relativeDistance ?? []).findIndex(Number.isNaN)).toBe(2 * 3 + 1);
    const locals = localExponents(series as RowSeries);
    expect(locals).toHaveLength(13);
    expect(locals.every(({ gamma, exponent }) => Math.abs(exponent - (gamma - 1)) < 1e-9)).toBe(true);
  });

  it("leaves out what float32 does not resolve", () => {
    const series = { gamma: [0.7], width: [100, 200, 400], relativeDistance: [0.01, 0.005, 5e-5] };
    expect(exponentsOf(series)[0]).toBeCloseTo(-1, 10);
    expect(localExponents(series).map(({ to }) => to)).toEqual([200]);
  });

  it("is drawn and told before anything is known, when a part is, and as a whole", () => {
    const shown = (now: ReturnType<typeof joined<typeof meta>> | null) => [
      { label: "", parameters: meta.defaults, now: now && { step: 1, ...now }, reference: null },
    ];
    const { views, describe: words } = drawing;
    expect(words(shown(null))).toBe("Not run yet.");
    const some = joined(
      sweep,
      reportsBy((gamma) => gamma - 1).map((each, k) => (k < 9 ? each : null)),
      meta.defaults,
    );
    expect(words(shown(some))).toContain("9 of 21 networks");
    const all = joined(
      sweep,
      reportsBy((gamma) => inputExponent(gamma, 0), 0.05),
      meta.defaults,
    );
    expect(words(shown(all))).toBe("At γ′ = 0 the exponent crosses zero at γ = 1; in the paper at 1.048.");
    expect(tableOf(drawing, meta, shown(all)).rows[0]).toEqual([
      "0.7",
      "0.00954",
      "0.00629",
      "0.00415",
      "−0.3",
      "−0.3",
      "−0.3",
      "−0.32",
      "−0.3",
    ]);
    const { document } = parseHTML("<html></html>");
    const told = [null, some, all].map((each) =>
      views.map((view) =>
        placesIn(draw(view.plot(shown(each)), view.title, document as unknown as Document)),
      ),
    );
    // Exponents of two widths at two points, then all: and one dot per distance.
    expect(told.map((each) => each.map(({ length }) => length))).toEqual([
      [0, 0],
      [2, 9],
      [7, 21],
    ]);
    expect(told[2]?.map(([first]) => first?.words)).toEqual([
      "γ 0.7: S_w −0.3, −0.32 in the paper",
      "γ = 0.7, m = 250: relative distance 0.00954",
    ]);
  });
});

describe("runs on the digits", () => {
  beforeAll(async () => {
    await openNodeDevice("wasm");
  });
  const point = { gamma: 0.7, gammaPrime: 0, width: 100, pixels: "unit" } as const;

  it("move less at γ = 0.7 and more at γ = 1.3 the wider the network", async () => {
    const distance = async (gamma: number, width: number) => {
      const row = {
        ...meta.defaults,
        gammaFrom: gamma,
        gammaTo: gamma,
        widths: [width],
        stop: "early",
      } as const;
      return (await lastOf(run(row, 1))).quantities.relativeDistance as number;
    };
    expect(await distance(0.7, 400)).toBeLessThan(await distance(0.7, 100));
    expect(await distance(1.3, 400)).toBeGreaterThan(await distance(1.3, 100));
  });

  it("end where they are told to, and report every neuron", async () => {
    const risks: [Stop, number][] = [
      ["early", 1e-3],
      ["usual", 1e-4],
      ["script", 5e-5 / 13.21],
    ];
    for (const [stop, target] of risks) {
      const parameters = { ...point, stop };
      const result = await lastOf(runNeurons(parameters, 1));
      expect(result).toMatchObject({ finished: true, progress: 1 });
      expect(result.quantities.relativeRisk).toBeLessThanOrEqual(target * 1.0001);
      expect(result.quantities.relativeRisk).toBeGreaterThan(target / 2);
      expect(result.series.projection).toHaveLength(100);
      const shown = [{ label: "it", parameters, now: result, reference: null }];
      expect(neuronDrawing.describe(shown)).toMatch(/^it: the neurons’ mean \|ŵ·p\| is [\d.]+ times/);
    }
  });
});
