/** What a network of the laboratory learns from, and examples that it does not see: as the five articles draw them. */
import type { Sample } from "../../../engine/network.ts";
import { hermiteSum } from "../../../math/hermite.ts";
import { mean } from "../../../math/statistics.ts";
import { sineSample } from "../../condensation/setting/training.ts";
import { examplesOf, withFlips } from "../../hinge-mean-field/setting/network.ts";
import { scaledSample } from "../../hinge-mean-field/setting/unsymmetric.ts";
import { type LabelledPoint, labelledPointsOf } from "../../labelledPoints.ts";
import { spanSample } from "../../phase-diagram/setting/mnist/sample.ts";
import { pointsOf } from "../../points.ts";
import { drawnInputs, outputsAt } from "../../quenching-activation/setting/start.ts";
import { targetNeurons } from "../../quenching-activation/setting/target.ts";
import { sampleOfPoints } from "../../sampleOfPoints.ts";
import type { Setup } from "./setup.ts";
import { unseenOf } from "./workload.ts";

export interface Examples {
  readonly sample: Sample;
  /** With true labels; none, where there is no law to draw them from. */
  readonly test: Sample | null;
}

export function examplesFor(setup: Setup, seed: number): Examples {
  const { data, inputs, samples } = setup;
  switch (data) {
    case "points":
      return { sample: sampleOfPoints(pointsOf(setup.points)), test: null };
    case "sines":
      return sinesOf(setup, seed);
    case "direction": {
      const coefficients = targetOf(setup);
      return drawnBy(setup, seed, (rows, count) =>
        Float32Array.from({ length: count }, (_, i) => hermiteSum(coefficients, rows[i * inputs] as number)),
      );
    }
    case "teachers":
    case "circle": {
      const target = teachersOf(setup);
      return drawnBy(setup, seed, (rows) => Float32Array.from(outputsAt(target, rows)));
    }
    case "gaussian":
    case "sphere": {
      const law = { data, inputs };
      return {
        sample: withFlips(examplesOf(law, samples, { seed, purpose: "examples" }), setup.flipped, seed),
        test: examplesOf(law, unseenOf(setup), { seed, purpose: "test examples" }),
      };
    }
    case "classes": {
      const points = labelledPointsOf(setup.classes);
      return {
        sample: scaledSample(
          points.map(inputsAround(points)),
          points.map(({ label }) => label),
        ),
        test: null,
      };
    }
    case "digits":
      return { sample: digitsInTwoClasses(), test: null };
    default:
      return data satisfies never;
  }
}

/** φ₀ … φ₃. */
export function targetOf({ target0, target1, target2, target3 }: Setup): readonly number[] {
  return [target0, target1, target2, target3];
}

/** The neurons that are learnt. */
export function teachersOf({ data, teachers, inputs }: Setup) {
  return targetNeurons({ target: data === "circle" ? "circle" : "neurons", teachers, angles: [0] }, inputs);
}

/** From a place of the reader's plane to what the network is given: centred, of size 1, and a constant. */
export function inputsAround(points: readonly LabelledPoint[]) {
  const [x, y] = [mean(points.map((point) => point.x)), mean(points.map((point) => point.y))];
  const spread = Math.sqrt(
    mean(points.map((point) => (point.x - x) * (point.x - x) + (point.y - y) * (point.y - y))) / 2,
  );
  return (place: { readonly x: number; readonly y: number }) => [
    (place.x - x) / spread,
    (place.y - y) / spread,
    1,
  ];
}

/** The first rows of a longer sample are the sample; the others are not seen. */
function sinesOf(setup: Setup, seed: number): Examples {
  const { inputs, samples, frequency } = setup;
  const unseen = unseenOf(setup);
  const target = { inputs, amplitude: 3.5, frequency };
  const all = sineSample({ ...target, sampleSize: samples + unseen }, seed);
  const { inputDimension } = all;
  const part = (from: number, to: number): Sample => ({
    sampleSize: to - from,
    inputDimension,
    inputs: all.inputs.slice(from * inputDimension, to * inputDimension),
    targets: all.targets.slice(from, to),
  });
  return { sample: part(0, samples), test: part(samples, samples + unseen) };
}

/** Gaussian inputs with the values of a target. */
function drawnBy(
  setup: Setup,
  seed: number,
  valuesAt: (rows: Float64Array, count: number) => Float32Array,
): Examples {
  const { inputs, samples } = setup;
  const drawn = (count: number, purpose: string): Sample => {
    const rows = drawnInputs(count, inputs, { seed, purpose });
    return {
      sampleSize: count,
      inputDimension: inputs,
      inputs: Float32Array.from(rows),
      targets: valuesAt(rows, count),
    };
  };
  return { sample: drawn(samples, "sample"), test: drawn(unseenOf(setup), "test") };
}

/** Even digits are 1, odd ones −1, in coordinates of their span. */
function digitsInTwoClasses(): Sample {
  const { sample } = spanSample("unit");
  const { inputDimension } = sample;
  return scaledSample(
    Array.from(sample.targets, (_, i) =>
      sample.inputs.subarray(i * inputDimension, (i + 1) * inputDimension),
    ),
    Array.from(sample.targets, (digit) => (digit % 2 === 0 ? 1 : -1)),
  );
}
