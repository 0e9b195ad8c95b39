/**
 * Runs Case 2 of the paper's theory: draws residuals on the inputs of Fig. 5, counts the critical lines of each
 * multiplicity by the polynomial, and holds them against a scan of F′(θ). Float64; nothing is trained.
 */
import { pauses } from "../../../engine/pauses.ts";
import { normal, stream, uniform } from "../../../math/random.ts";
import { criticalLines, type PlaneInputs } from "../../../theory/condensation/criticalLines.ts";
import type { Run } from "../../experiment.ts";
import type { meta } from "./meta.ts";
import { largestGapOf, signChangesOfSlopes } from "./scan.ts";

/** n and the range of the inputs of Fig. 5. */
const SAMPLE_SIZE = 40;
const FROM = -1;
const TO = 1.5;

export const run: Run<(typeof meta)["defaults"]> = async function* (parameters, { seed, stride, signal }) {
  const { orders, draws, polynomial } = parameters;
  const pause = pauses();
  let [miscounted, full, largestGap] = [0, 0, 0];
  for (let draw = 0; draw < draws; draw++) {
    signal.throwIfAborted();
    const { inputs, residuals } = drawn(seed, draw);
    const scanned = signChangesOfSlopes(inputs, residuals, Math.max(...orders));
    for (const order of orders) {
      const degree = polynomial === "own" ? order : order + 1;
      const lines = criticalLines(inputs, residuals, degree).map(({ angle }) => angle);
      if (lines.length > order || (order - lines.length) % 2 !== 0) miscounted++;
      if (lines.length === order) full++;
      largestGap = Math.max(largestGap, largestGapOf(lines, scanned[order - 1] ?? []));
    }
    const done = draw + 1;
    if (done % stride === 0 || done === draws) {
      const quantities = { miscounted, largestGap, fullShare: full / (done * orders.length) };
      yield { progress: done / draws, step: done, finished: done === draws, quantities, series: {} };
    }
    await pause();
  }
};

/** The sample of a draw: inputs even in their range with a bias, standard normal residuals. */
function drawn(seed: number, draw: number): { inputs: PlaneInputs; residuals: number[] } {
  const [places, errors] = [stream(seed, `inputs ${draw}`), stream(seed, `residuals ${draw}`)];
  const indices = Array.from({ length: SAMPLE_SIZE }, (_, i) => i);
  return {
    inputs: indices.map((i) => [FROM + (TO - FROM) * uniform(places, i), 1] as const),
    residuals: indices.map((i) => normal(errors, i)),
  };
}
