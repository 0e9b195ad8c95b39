// The rule by which a run gets its backend, on made-up speeds; and which workloads share one measurement.
import { describe, expect, it } from "vitest";
import { EXPERIMENTS, experimentNamed } from "../../../src/catalogue/experiments.ts";
import { objectionTo } from "../../../src/engine/adapter.ts";
import { CLOSE, choose, type Trial } from "../../../src/engine/choice.ts";
import { classOf, type Workload } from "../../../src/engine/workload.ts";
import type { Experiment } from "../../../src/experiments/experiment.ts";
import type { Values } from "../../../src/experiments/parameters.ts";

const speed = (stepsPerSecond: number): Trial => ({ stepsPerSecond });
const failed = (failure: string): Trial => ({ failure });

describe("the choice of a backend", () => {
  it("takes WebGPU where it wins, and says by how much", () => {
    expect(choose({ webgpu: speed(31_000), wasm: speed(10_000) }, 1)).toEqual({
      backend: "webgpu",
      reason: "WebGPU makes 3.1 times the steps of WebAssembly on a network of this size, measured here.",
    });
  });

  it.each([1 / CLOSE - 0.01, 1, CLOSE])("takes WebGPU where it is close, at %f times the speed", (ratio) => {
    expect(choose({ webgpu: speed(1000 * ratio), wasm: speed(1000) }, 1)).toEqual({
      backend: "webgpu",
      reason: "WebGPU makes about as many steps as WebAssembly on a network of this size, measured here.",
    });
  });

  it("takes WebAssembly where WebGPU is slower than that", () => {
    expect(choose({ webgpu: speed(100), wasm: speed(12_345) }, 1)).toEqual({
      backend: "wasm",
      reason: "WebAssembly makes 120 times the steps of WebGPU on a network of this size, measured here.",
    });
    expect(choose({ webgpu: speed(1000 * CLOSE - 1), wasm: speed(1000) }, 1).backend).toBe("wasm");
  });

  it("counts the cores that WebAssembly would have for runs side by side", () => {
    const trials = { webgpu: speed(1500), wasm: speed(1000) };
    expect(choose(trials, 1).backend).toBe("webgpu");
    expect(choose(trials, 3)).toEqual({
      backend: "wasm",
      reason:
        "WebAssembly, 3 cores at once, makes 2 times the steps of WebGPU on a network of this size, measured here.",
    });
  });

  it("falls back where one of them failed, with its reason", () => {
    const gone = "WebGPU failed when it was tried out: The graphics device was lost.";
    expect(choose({ webgpu: failed(gone), wasm: speed(1) }, 1)).toEqual({ backend: "wasm", reason: gone });
    const plain = "WebAssembly is not offered here.";
    expect(choose({ webgpu: speed(1), wasm: failed(plain) }, 1)).toEqual({
      backend: "webgpu",
      reason: plain,
    });
    // A worker that is asked for WebAssembly goes on to plain JavaScript by itself.
    expect(choose({ webgpu: failed(gone), wasm: failed(plain) }, 1).backend).toBe("wasm");
  });

  it("has WebGPU tried out on hardware only", () => {
    expect(objectionTo(null)).toContain("WebGPU is not offered here");
    expect(objectionTo({ name: "google swiftshader", isSoftware: true })).toContain(
      "only a software adapter",
    );
    expect(objectionTo({ name: "intel gen-12lp", isSoftware: false })).toBeNull();
  });
});

describe("a class of workloads", () => {
  const workload: Workload = {
    networks: 1,
    sampleSize: 4,
    inputDimension: 2,
    width: 2000,
    activation: "relu",
    loss: "squared",
    optimiser: "gradient",
    adaptive: true,
  };

  it("holds sizes within a power of four, and no others", () => {
    expect(classOf({ ...workload, width: 1200 }, 500)).toBe(classOf(workload, 500));
    expect(classOf({ ...workload, width: 1000, networks: 2 }, 500)).toBe(classOf(workload, 500));
    for (const other of [
      { width: 8000 },
      { sampleSize: 16 },
      { inputDimension: 20 },
      { activation: "tanh" },
      { optimiser: "adam" },
      { adaptive: false },
      { inPieces: true },
    ] as const) {
      expect(classOf({ ...workload, ...other }, 500)).not.toBe(classOf(workload, 500));
    }
    expect(classOf(workload, 20)).not.toBe(classOf(workload, 500));
  });

  const workloadAt = (meta: Experiment, parameters: Values): Workload[] => {
    const computes = meta.computes(parameters);
    return computes.on === "engine" ? [computes.workload] : [];
  };
  const onEngine = EXPERIMENTS.flatMap((meta) =>
    workloadAt(meta, meta.defaults).map((sizes) => [meta.id, sizes] as const),
  );

  it.each(onEngine)("is known of %s", (_, sizes) => {
    for (const size of [sizes.networks, sizes.sampleSize, sizes.inputDimension, sizes.width]) {
      expect(Number.isSafeInteger(size) && size > 0).toBe(true);
    }
  });

  it("is that of the widest network of a sweep, which takes longest", () => {
    const sweep = experimentNamed("phase-diagram/relative-distance");
    const widths = (widthCounts: string) =>
      workloadAt(sweep, { ...sweep.defaults, widths: [100, 400], widthCounts }).map(({ width }) => width);
    expect([widths("half"), widths("whole")]).toEqual([[800], [400]]);
  });

  it("is none where the engine computes nothing", () => {
    const identity = experimentNamed("phase-diagram/neuron-identity");
    const at = (precision: string) => workloadAt(identity, { ...identity.defaults, precision });
    expect(at("float32")).toHaveLength(1);
    expect(at("float64")).toHaveLength(0);
  });
});
