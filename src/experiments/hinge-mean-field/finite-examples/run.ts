/** Trains a network on one sample, and looks at its errors as it goes. */
import type { Run } from "../../driver/course.ts";
import { trained } from "../../driver/trained.ts";
import { seenAt } from "../../listed.ts";
import { single } from "../../single.ts";
import { trainingOf } from "../setting/network.ts";
import { SMALL } from "../setting/parameters.ts";
import { drawn, lookerAt } from "../setting/watched.ts";
import { stepsUntil } from "../setting/workload.ts";
import { LOOKS, type meta } from "./meta.ts";
import { together } from "./sweep.ts";

export const run: Run<typeof meta> = (parameters, seed) => {
  const setting = { ...SMALL, ...parameters, samples: single(parameters.samples) };
  const all = drawn(setting, seed);
  const steps = stepsUntil(parameters.duration, setting);
  return trained(trainingOf(setting, { ...all, steps }), {
    onlyAtEnd: true,
    trace: { every: Math.max(1, Math.floor(steps / LOOKS)), take: lookerAt(setting, all) },
    measure: (_, looks) =>
      together([{ samples: setting.samples, ...seenAt(looks, ["time", "train", "test"]) }], parameters),
  });
};
