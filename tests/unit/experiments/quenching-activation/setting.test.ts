// How work is shared among neurons, what there is to learn, and the width sweep's comparison with the slides.
import { describe, expect, it } from "vitest";
import {
  driftOf,
  nearness,
  sharing,
} from "../../../../src/experiments/quenching-activation/setting/measures.ts";
import { targetNeurons } from "../../../../src/experiments/quenching-activation/setting/target.ts";
import {
  drawn,
  neuronsIn,
  trainingOf,
  twinOf,
} from "../../../../src/experiments/quenching-activation/setting/training.ts";
import { PUBLISHED_SWEEP } from "../../../../src/experiments/quenching-activation/width-sweep/published.ts";
import { together } from "../../../../src/experiments/quenching-activation/width-sweep/sweep.ts";

describe("how the work is shared", () => {
  it("has as many effective neurons as take part alike, and one where one does all", () => {
    expect(sharing(Float64Array.of(0.5, -0.5, 0.5, 0.5)).effectiveNeurons).toBeCloseTo(4, 12);
    expect(sharing(Float64Array.of(0, 0.9, 0)).effectiveNeurons).toBeCloseTo(1, 12);
    expect(sharing(Float64Array.of(0.5, -0.5)).pathNorm).toBe(1);
  });

  it("is not defined where nothing is carried yet", () => {
    expect(sharing(new Float64Array(3))).toEqual({ pathNorm: 0 });
  });

  it("measures the drift from a² − |b|² = −1, without the factor in front of the sum", () => {
    const neurons = {
      inputDimension: 2,
      weights: Float64Array.of(0.5, 0),
      inputs: Float64Array.of(0, Math.SQRT2, 1, 0),
    };
    // a = 0.5/0.5 = 1: 1 − 2 + 1 = 0.
    expect(driftOf(neurons, 0.5)).toBeCloseTo(0, 12);
    expect(driftOf(neurons, 1)).toBeCloseTo(0.75, 12);
  });

  it("finds the nearest neuron of the target", () => {
    const target = targetNeurons({ target: "own", teachers: 1, angles: [0, 90] }, 2);
    const neurons = { inputDimension: 2, weights: Float64Array.of(1), inputs: Float64Array.of(3, 4) };
    expect(nearness(neurons, target)[0]).toBeCloseTo(0.8, 12);
  });
});

const setting = {
  width: 6,
  inputs: 4,
  samples: 12,
  target: "neurons",
  teachers: 1,
  angles: [0],
  scaling: "mean-field",
  rate: 1,
} as const;

describe("a training", () => {
  it("starts without output weights, with input weights of length 1 that are the twin’s", () => {
    const all = drawn(setting, 3);
    const neurons = neuronsIn(all.start, setting.scaling);
    expect(neurons.weights).toEqual(new Float64Array(6));
    neurons.inputs.forEach((value, at) => {
      expect(value).toBeCloseTo(all.startNeurons.inputs[at] as number, 6);
    });
    expect(driftOf(neurons, 1)).toBeLessThan(1e-6);
    expect(twinOf(all).at(0).weights).toEqual(new Float64Array(6));
  });

  it("runs m times as fast under the mean-field scaling", () => {
    const { descent } = trainingOf(setting, drawn(setting, 3), { duration: 1 });
    expect([descent.outputFactor, descent.outputRate, descent.inputRate]).toEqual([1 / 6, 12, 12]);
  });
});

describe("the width sweep", () => {
  const known = (widths: readonly number[], change: number) => {
    const places = widths.map((width) => (PUBLISHED_SWEEP.widths as readonly number[]).indexOf(width));
    const of = (values: readonly number[]) => places.map((place) => values[place] as number);
    return {
      width: widths,
      test: of(PUBLISHED_SWEEP.logTest).map((value) => 10 ** (value + change)),
      twinTest: of(PUBLISHED_SWEEP.logTwinTest).map((value) => 10 ** (value + change)),
      pathNorm: of(PUBLISHED_SWEEP.pathNorm).map((value) => value + change),
      effectiveNeurons: widths,
      train: widths,
      movement: widths,
    };
  };

  it("finds the published values in their bands, and none of those that are 5 off", () => {
    const widths = [4, 51, 110, 300];
    const counts = (change: number) => {
      const { inBand, twinInBand, pathInBand } = together(known(widths, change), { widths })
        .quantities as Record<string, number>;
      return [inBand, twinInBand, pathInBand];
    };
    expect(counts(0)).toEqual([4, 4, 4]);
    expect(counts(5)).toEqual([0, 0, 0]);
  });

  it("says nothing of bands at widths that were not published, and nothing at all before all widths are known", () => {
    const widths = [4, 51];
    const at = { ...known(widths, 0), width: [4, 50] };
    expect(together(at, { widths: [4, 50] }).quantities).toMatchObject({ inBand: undefined });
    expect(together(known([4], 0), { widths }).quantities).toEqual({});
  });
});
