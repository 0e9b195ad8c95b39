/** Runs Fig. 2 of the paper: trains one antisymmetric network at (γ, γ′) and reports its function and its neurons. */
import type { Run } from "../../experiment.ts";
import { condensedShare } from "../neurons.ts";
import { portray } from "../portrait.ts";
import { ABSCISSAE } from "../setting.ts";
import type { meta } from "./meta.ts";

const POINTS = ABSCISSAE.map((x) => ({ x, y: x * x }));
/** 121 points on [−0.6, 0.6]; that at 60 is 0. */
const DRAWN_AT = Float64Array.from({ length: 121 }, (_, i) => (i - 60) / 100);

export const run: Run<(typeof meta)["defaults"]> = (parameters, context) =>
  portray(parameters, POINTS, DRAWN_AT, context, ({ neurons, learned }) => ({
    condensedShare: condensedShare(neurons),
    outputAtZero: learned[60] as number,
  }));
