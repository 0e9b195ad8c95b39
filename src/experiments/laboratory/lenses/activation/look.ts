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
import type { Look, Taken } from "../../setting/lens.ts";
import type { AnyNetwork, Underway } from "../../setting/underway.ts";
import type { meta } from "./meta.ts";
import { twinOf } from "./twin.ts";

/** Neurons that are drawn: all, or those that carry most. */
const DRAWN = 60;
/** The risk on all inputs takes the square of the number of neurons, those of the target included. */
const MOST_PAIRED = 200;

export const look: Look<typeof meta> = (underway) => {
  const { start, outputFactor } = underway;
  const twin = twinOf(underway);
  const target = targetOf(underway);
  const exactRisk = (neurons: Neurons) => (target ? populationRisk(neurons, target, SUMS) / 2 : undefined);
  const riskOf = (network: AnyNetwork) => target && exactRisk(neuronsWith(network, outputFactor));
  /** Risks of the network and of its twin, those that there are. */
  const risksAt = (network: AnyNetwork, time: number) => {
    const features = twin?.at(time);
    return {
      populationRisk: riskOf(network),
      twinRisk: features && twin?.riskOf(features.weights),
      twinTestRisk: features && (target ? exactRisk(features) : twin?.testRiskOf(features.weights)),
    };
  };
  const names = ["populationRisk", "twinRisk", "twinTestRisk"] as const;
  const atStart = risksAt(start, 0);
  const there = names.filter((name) => atStart[name] !== undefined);
  const thenOf = (name: (typeof names)[number], taken: readonly Taken[]) => {
    const place = there.indexOf(name);
    return place < 0 ? undefined : taken.map(({ numbers }) => numbers[place] as number);
  };
  const take = ({ network, time }: { network: AnyNetwork; time: number }) => {
    const risks = risksAt(network, time);
    return there.map((name) => risks[name] as number);
  };
  return {
    take,
    measure: ({ network, time, step }, taken) => {
      const coefficients = coefficientsIn(network, outputFactor);
      const { largest, ...shared } = sharing(coefficients);
      const carriers = largestOf(coefficients, DRAWN);
      const twinCoefficients = twin && coefficientsOf(twin.at(time));
      const last = taken.at(-1);
      // A report mostly comes with a look.
      const now = last?.step === step ? last.numbers : take({ network, time });
      return {
        quantities: {
          ...shared,
          largestCoefficient: largest,
          ...Object.fromEntries(there.map((name, place) => [name, now[place]])),
        },
        series: {
          carrier: carriers.map((k) => k + 1),
          coefficient: carriers.map((k) => coefficients[k] as number),
          twinCoefficient: twinCoefficients && carriers.map((k) => twinCoefficients[k] as number),
          isActivated: carriers.map((k) => (isActivated(coefficients[k] as number, shared.pathNorm) ? 1 : 0)),
          populationThen: thenOf("populationRisk", taken),
          twinRiskThen: thenOf("twinRisk", taken),
          twinTestThen: thenOf("twinTestRisk", taken),
        },
      };
    },
  };
};

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
