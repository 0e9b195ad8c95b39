// What the reference does to the networks of an ensemble, and how far from it a kernel may be. Both take longer than most
// kernels, so they are computed once for all backends and ensembles that hold the same network.
import { digestOf } from "./digest.ts";
import { type Ensemble, sampleAt } from "./ensembles.ts";
import { type Extent, type Outcome, runReference } from "./runs.ts";
import { type Yardstick, yardstickOf } from "./tolerance.ts";

/** By their content. */
const known = new Map<string, Yardstick>();

/** One for each network, in order. */
export async function yardsticksOf(ensemble: Ensemble, extent: Extent): Promise<Yardstick[]> {
  const yardsticks: Yardstick[] = [];
  for (const r of ensemble.networks.keys()) {
    const one = alone(ensemble, r);
    const key = await keyOf(one, extent);
    const yardstick = known.get(key) ?? yardstickOf(one, 0, runReference(one, extent)[0] as Outcome);
    known.set(key, yardstick);
    yardsticks.push(yardstick);
  }
  return yardsticks;
}

/** The r-th network without the others. */
function alone(ensemble: Ensemble, r: number): Ensemble {
  const { networks, descents, rule, moments } = ensemble;
  return {
    samples: [sampleAt(ensemble, r)],
    networks: networks.slice(r, r + 1),
    descents: descents.slice(r, r + 1),
    rule,
    ...(moments ? { moments: moments.slice(r, r + 1) } : {}),
  };
}

/** Says everything that an outcome depends on. */
async function keyOf(one: Ensemble, extent: Extent): Promise<string> {
  const { samples, networks, descents, rule, moments = [] } = one;
  const sizes = [...samples.map(({ inputs }) => inputs.length), ...networks.map(({ width }) => width)];
  const numbers = [
    ...networks.flatMap(({ inputWeights, outputWeights }) => [inputWeights, outputWeights]),
    ...samples.flatMap(({ inputs, targets }) => [inputs, targets]),
    ...moments,
  ];
  return JSON.stringify([sizes, descents, rule, extent, await digestOf(numbers)]);
}
