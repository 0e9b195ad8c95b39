/** Runs one width: trains a network for a time, and compares what it computes with its random-feature twin. */
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { single } from "../../single.ts";
import { drawnInputs, outputsAt } from "../setting/start.ts";
import { drawn, neuronsIn, trainingOf, twinOf } from "../setting/training.ts";
import type { meta } from "./meta.ts";

/** Points of the unit sphere at which the two are compared. */
const POINTS = 1000;

export const run: Run<typeof meta> = (parameters, seed) => {
  const width = single(parameters.widths);
  const { scaling, inputs } = parameters;
  const setting = { ...parameters, width };
  const all = drawn(setting, seed);
  const points = drawnInputs(POINTS, inputs, { seed, purpose: "comparison", onSphere: true });
  return trained(trainingOf(setting, all, parameters), {
    onlyAtEnd: true,
    measure: ({ network, time }) => {
      const f = outputsAt(neuronsIn(network, scaling), points);
      const twin = outputsAt(twinOf(all).at(time), points);
      const gap = Math.max(...f.map((value, i) => Math.abs(value - (twin[i] as number))));
      return { quantities: { gap }, series: { width: [width], gap: [gap] } };
    },
  });
};
