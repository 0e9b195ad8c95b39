// Closed forms of the tangent kernel against an integral, a random network, and the values in the notes on the paper.
import { describe, expect, it } from "vitest";
import { symmetricEigenvalues } from "../../../src/math/eigenvalues.ts";
import { normal, stream } from "../../../src/math/random.ts";
import {
  inputKernel,
  lateRiskRate,
  outputKernel,
  residualRates,
  residualRatesOf,
} from "../../../src/theory/tangentKernel.ts";

const POINTS = [-1 / 2, -1 / 6, 1 / 6, 1 / 2].map((x) => [x, 1]);
const ROWS = [[1, 0], [0, 2], [-1, 1], [0.3, -4], ...POINTS];

/** E g(w·x) h(w·y) over w ~ N(0, I₂), in polar coordinates, for g and h of one degree: E |w|^p times a mean over angles. */
function overAngles(radial: number, f: (w: [number, number]) => number): number {
  const turns = 200_000;
  let sum = 0;
  for (let k = 0; k < turns; k++) {
    const angle = ((k + 0.5) * 2 * Math.PI) / turns;
    sum += f([Math.cos(angle), Math.sin(angle)]);
  }
  return (radial * sum) / turns;
}

const dot = (x: readonly number[], y: readonly number[]) => x.reduce((sum, v, j) => sum + v * (y[j] ?? 0), 0);

describe("the tangent kernel", () => {
  it("is the integral that defines it", () => {
    const [byOutput, byInput] = [outputKernel(ROWS), inputKernel(ROWS)];
    for (const [i, x] of ROWS.entries()) {
      for (const [j, y] of ROWS.entries()) {
        // E |w|² = 2 in two dimensions.
        const output = overAngles(2, (w) => Math.max(0, dot(w, x)) * Math.max(0, dot(w, y)));
        const input = overAngles(1, (w) => (dot(w, x) > 0 && dot(w, y) > 0 ? dot(x, y) : 0));
        expect(byOutput[i]?.[j]).toBeCloseTo(output, 4);
        expect(byInput[i]?.[j]).toBeCloseTo(input, 3);
      }
    }
  });

  it("is that of a wide random network, in five dimensions too", () => {
    const rows = [
      [1, 0, 2, 0, -1],
      [0.5, -1, 0, 1, 1],
    ];
    const neurons = 100_000;
    const source = stream(1, "kernel");
    let output = 0;
    let input = 0;
    for (let k = 0; k < neurons; k++) {
      const w = Array.from({ length: 5 }, (_, j) => normal(source, 6 * k + j));
      const a = normal(source, 6 * k + 5);
      const [z0, z1] = rows.map((row) => dot(w, row)) as [number, number];
      output += Math.max(0, z0) * Math.max(0, z1);
      input += z0 > 0 && z1 > 0 ? a * a * dot(rows[0] as number[], rows[1] as number[]) : 0;
    }
    // Five standard errors of a mean of 1e5.
    expect(Math.abs((outputKernel(rows)[0]?.[1] as number) - output / neurons)).toBeLessThan(0.05);
    expect(Math.abs((inputKernel(rows)[0]?.[1] as number) - input / neurons)).toBeLessThan(0.02);
  });

  it("has half the squared norms on its diagonal", () => {
    for (const kernel of [outputKernel, inputKernel]) {
      for (const [k, x] of ROWS.entries()) expect(kernel(ROWS)[k]?.[k]).toBeCloseTo(dot(x, x) / 2, 12);
    }
  });
});

describe("the rates of the four points", () => {
  const network = { neurons: 4000, kappa: 1 / Math.sqrt(2000), kappaPrime: 1 };

  it("are those of K^[a] + K^[w] with the eigenvalues 0.03343, 0.07155, 0.6335 and 3.817", () => {
    // Mκ²/n = 1/2 for this network.
    const rates = residualRates(POINTS, network).map((rate) => Number((2 * rate).toPrecision(4)));
    expect(rates).toEqual([0.03343, 0.07155, 0.6335, 3.817]);
    expect(lateRiskRate(POINTS, network)).toBeCloseTo(0.03343, 5);
  });

  it("are met by the average over wide networks, each with its own kernel", () => {
    const width = 200_000;
    const source = stream(3, "network");
    const draw = (length: number, from: number) =>
      Float64Array.from({ length }, (_, k) => normal(source, from + k));
    const wide = { width, inputWeights: draw(2 * width, 0), outputWeights: draw(width, 2 * width) };
    const scales = { kappa: 0.01, kappaPrime: 3 };
    const wanted = residualRates(POINTS, { neurons: width, ...scales });
    // Sums of 2e5 neurons scatter by a few thousandths; the least eigenvalue is where two of them nearly cancel.
    for (const [k, rate] of residualRatesOf(wide, POINTS, scales).entries())
      expect(Math.abs(rate / (wanted[k] as number) - 1)).toBeLessThan(0.03);
  });

  it("are the eigenvalues of the residuals' own equation, by finite differences of a small network", () => {
    const [width, kappa, kappaPrime] = [3, 0.7, 2];
    const inputWeights = Float64Array.of(0.3, -1.2, 0.8, 1.1, 0.9, -0.2);
    const outputWeights = Float64Array.of(0.5, -0.7, 1.3);
    const weights = Float64Array.of(...inputWeights, ...outputWeights);
    const output = (at: Float64Array, [x = 0, b = 0]: readonly number[]) =>
      kappa *
      [0, 1, 2].reduce(
        (sum, k) =>
          sum + (at[6 + k] as number) * Math.max(0, (at[k] as number) * x + (at[3 + k] as number) * b),
        0,
      );
    const step = 1e-5;
    const gradients = POINTS.map((row) =>
      Array.from(weights, (_, j) => {
        const moved = (by: number) => weights.map((weight, i) => (i === j ? weight + by : weight));
        return (output(moved(step), row) - output(moved(-step), row)) / (2 * step);
      }),
    );
    const rates = [...Array(6).fill(kappaPrime), ...Array(3).fill(1 / kappaPrime)] as number[];
    const wanted = symmetricEigenvalues(
      gradients.map((one) =>
        gradients.map(
          (other) => rates.reduce((sum, rate, j) => sum + rate * (one[j] ?? 0) * (other[j] ?? 0), 0) / 4,
        ),
      ),
    );
    const got = residualRatesOf({ width, inputWeights, outputWeights }, POINTS, { kappa, kappaPrime });
    for (const [k, rate] of got.entries()) expect(rate).toBeCloseTo(wanted[k] as number, 8);
  });

  it("weigh the output kernel by 1/κ′ and the input kernel by κ′", () => {
    const trace = (rates: number[]) => rates.reduce((sum, rate) => sum + rate, 0);
    // The traces of both kernels are 2.2778; Mκ²/n = 1/2.
    const wanted = (0.5 * (1 / 4 + 4) * (2.5 + 2 / 36 + 2)) / 2;
    expect(trace(residualRates(POINTS, { ...network, kappaPrime: 4 }))).toBeCloseTo(wanted, 12);
    expect(trace(residualRates(POINTS, { ...network, kappaPrime: 1 / 4 }))).toBeCloseTo(wanted, 12);
    // κ′ → ∞ leaves κ′ K^[w] with its least eigenvalue 0.032355, κ′ → 0 leaves K^[a]/κ′ with 0.0010115.
    expect(lateRiskRate(POINTS, { ...network, kappaPrime: 1e6 }) / 1e6).toBeCloseTo(0.032355, 6);
    expect(lateRiskRate(POINTS, { ...network, kappaPrime: 1e-6 }) * 1e-6).toBeCloseTo(0.0010115, 7);
  });
});
