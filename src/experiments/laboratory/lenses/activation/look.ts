/** Measures what each neuron carries, and how the network does beside its random-feature twin. */
import type { Neurons } from "../../../../theory/quenching/neurons.ts";
import { populationRisk } from "../../../../theory/quenching/populationRisk.ts";
import {
  coefficientsIn,
  coefficientsOf,
  isActivated,
  sharing,
} from "../../../quenching-activation/setting/measures.ts";
import { SUMS } from "../../../quenching-activation/setting/sums.ts";
import { neuronsWith } from "../../../quenching-activation/setting/training.ts";
import { teachersOf } from "../../setting/data.ts";
import type { Look } from "../../setting/lens.ts";
import { once } from "../../setting/once.ts";
import type { Underway } from "../../setting/underway.ts";
import type { meta } from "./meta.ts";
import { twinOf } from "./twin.ts";

/** Neurons that are drawn: all, or those that carry most. */
const DRAWN = 60;
/** The risk on all inputs takes the square of the number of neurons, those of the target included. */
const MOST_PAIRED = 200;

export const look: Look<typeof meta> = (underway) => {
  const { outputFactor } = underway;
  const twinOnce = once(() => twinOf(underway));
  const target = targetOf(underway);
  /** Half of E (f − f*)², as risks are here. */
  const onAllInputs = (neurons: Neurons) => target && populationRisk(neurons, target, SUMS) / 2;
  // The twin is where its flow takes it, and needs not be looked at on the way.
  const riskThen = byTime((time) => twinOnce()?.riskAt(time) as number);
  const testRiskThen = byTime((time) => twinOnce()?.testRiskAt?.(time) as number);
  return {
    measure: ({ network, time }, taken) => {
      // Its closed form takes longer than all else before the first step, when network and twin are the same.
      const twin = taken.length > 1 ? twinOnce() : undefined;
      const coefficients = coefficientsIn(network, outputFactor);
      const { largest, ...shared } = sharing(coefficients);
      const carriers = largestOf(coefficients, DRAWN);
      const features = twin?.at(time);
      const twinCoefficients = features && coefficientsOf(features);
      return {
        quantities: {
          ...shared,
          largestCoefficient: largest,
          populationRisk: target && onAllInputs(neuronsWith(network, outputFactor)),
          twinRisk: features && twin?.riskOf(features.weights),
          twinTestRisk: twin?.testRiskAt?.(time),
          twinPopulationRisk: features && onAllInputs(features),
        },
        series: {
          carrier: carriers.map((k) => k + 1),
          coefficient: carriers.map((k) => coefficients[k] as number),
          twinCoefficient: twinCoefficients && carriers.map((k) => twinCoefficients[k] as number),
          isActivated: carriers.map((k) => (isActivated(coefficients[k] as number, shared.pathNorm) ? 1 : 0)),
          twinRiskThen: twin && taken.map((each) => riskThen(each.time)),
          twinTestThen: twin?.testRiskAt && taken.map((each) => testRiskThen(each.time)),
        },
      };
    },
  };
};

/** The same, which keeps what it gave: looks that are over are asked for at every report. */
function byTime(valueAt: (time: number) => number): (time: number) => number {
  const kept = new Map<number, number>();
  return (time) => {
    const known = kept.get(time) ?? valueAt(time);
    kept.set(time, known);
    return known;
  };
}

/** The neurons of the target, where the risk on all inputs has a closed form that does not take long. */
function targetOf({ setup, start }: Underway): Neurons | undefined {
  const { data, rule, activation, loss } = setup;
  const isOfNeurons = data === "teachers" || data === "circle";
  if (!isOfNeurons || rule === "onePass" || activation !== "relu" || loss !== "squared") return undefined;
  const target = teachersOf(setup);
  return start.width + target.weights.length <= MOST_PAIRED ? target : undefined;
}

/** All places in their order, or the places of the largest in size, the largest first. */
function largestOf(values: Float64Array, most: number): number[] {
  const places = Array.from(values, (_, k) => k);
  if (places.length <= most) return places;
  return places
    .sort((one, other) => Math.abs(values[other] as number) - Math.abs(values[one] as number))
    .slice(0, most);
}
