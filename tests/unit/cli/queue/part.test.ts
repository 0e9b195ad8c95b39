// What crosses the queue: numbers with all their bits, and nothing that a record could not ask for.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { experimentNamed } from "../../../../src/catalogue/experiments.ts";
import {
  type Answer,
  answerAsText,
  bitsOf,
  type Job,
  type Part,
  parseAnswer,
  parseJob,
} from "../../../../src/cli/queue/part.ts";
import type { Measurement } from "../../../../src/experiments/experiment.ts";

const SOFTWARE = "two-layers 9 (abc)";
const meta = experimentNamed("phase-diagram/decay");
const PART: Part = { experiment: meta.id, parameters: meta.defaults, seed: 3, stride: 500, backend: "wasm" };
const JOB: Job = { ...PART, software: SOFTWARE, asker: "somebody", notBy: [] };
const [QUANTITY = ""] = Object.keys(meta.quantities);
const [SERIES = ""] = Object.keys(meta.series);

const crossed = (measurement: Measurement): Answer =>
  parseAnswer(answerAsText(SOFTWARE, "one", { measurement }), PART, SOFTWARE);
const measured = (value: number, values: Float32Array | Float64Array): Measurement => ({
  progress: 1,
  step: 7,
  finished: true,
  quantities: { [QUANTITY]: value },
  series: { [SERIES]: values },
});

describe("an answer", () => {
  it("keeps all bits of numbers and lists", () => {
    const lists = fc.oneof(fc.float32Array(), fc.float64Array());
    fc.assert(
      fc.property(fc.double(), lists, (value, values) => {
        const before = measured(value, values);
        const { outcome } = crossed(before);
        if (!("measurement" in outcome)) throw new Error("It is an error.");
        expect(outcome.measurement.quantities[QUANTITY]).toBe(value);
        expect(outcome.measurement.series[SERIES]).toEqual(values);
        expect(bitsOf(outcome)).toBe(bitsOf({ measurement: before }));
      }),
    );
  });

  it("tells apart what differs in one bit, and 0 from −0", () => {
    const of = (value: number) => bitsOf({ measurement: measured(value, new Float32Array(1)) });
    expect(of(1)).not.toBe(of(1 + Number.EPSILON));
    expect(of(0)).not.toBe(of(-0));
  });

  it.each([
    ["no JSON", "{"],
    ["another shape", JSON.stringify({ worker: "one" })],
    ["another version", answerAsText("two-layers 8", "one", { error: { name: "Error", message: "" } })],
    [
      "a quantity that is not measured",
      answerAsText(SOFTWARE, "one", {
        measurement: { ...measured(1, new Float32Array()), quantities: { other: 1 } },
      }),
    ],
    [
      "half a number",
      answerAsText(SOFTWARE, "one", { measurement: measured(1, new Float64Array(1)) }).replace(
        /"float64","bytes":"[^"]*"/,
        '"float64","bytes":"AAAA"',
      ),
    ],
  ])("is refused if it is %s", (_, text) => {
    expect(() => parseAnswer(text, PART, SOFTWARE)).toThrow(/^The answer/);
  });
});

describe("a job", () => {
  it("has trusted parameters", () => {
    expect(parseJob(JSON.parse(JSON.stringify(JOB)), SOFTWARE, 2)).toEqual(JOB);
  });

  it.each([
    ["another version", { ...JOB, software: "two-layers 8", more: 1 }, /asks for two-layers 8, and this is/],
    ["nonsense", "rm -rf /", /no part of a run/],
    ["more than a part", { ...JOB, code: "1" }, /no part of a run/],
    ["an experiment that there is not", { ...JOB, experiment: "../../etc/passwd" }, /no experiment/],
    ["a parameter that there is not", { ...JOB, parameters: { other: 1 } }, /other/],
    ["a seed that is none", { ...JOB, seed: -1 }, /seed/],
  ])("is refused if it is %s", (_, data, reason) => {
    expect(() => parseJob(data, SOFTWARE, 2)).toThrow(reason);
  });

  it("is refused if it would take hours on this worker, and not on one with more cores", () => {
    const heavy = experimentNamed("laboratory/network");
    const parameters = { ...heavy.defaults, width: 10_000, steps: 800_000 };
    const job = { ...JOB, experiment: heavy.id, parameters };
    const hours = heavy.cost(parameters) / 7200;
    expect(() => parseJob(job, SOFTWARE, Math.floor(hours) - 1)).toThrow(/hours/);
    expect(() => parseJob(job, SOFTWARE, Math.ceil(hours) + 1)).not.toThrow();
  });
});
