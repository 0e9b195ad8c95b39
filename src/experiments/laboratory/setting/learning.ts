/** What is always looked at: the function that is learnt, on its examples or over a line or a plane, and the risks. */
import type { Sample } from "../../../engine/network.ts";
import { labelledPointsOf } from "../../labelledPoints.ts";
import { sampleOfPoints } from "../../sampleOfPoints.ts";
import { middlesIn, windowAround } from "../../squares.ts";
import { inputsAround } from "./data.ts";
import { firstExamples } from "./firstExamples.ts";
import type { Moment } from "./lens.ts";
import { riskOfNothing, type Underway } from "./underway.ts";

/** Inputs between −1.2 and 1.2 at which a function of one input is drawn. */
const AT = Float64Array.from({ length: 121 }, (_, i) => (i - 60) / 50);
/** Examples whose targets and outputs are drawn. */
const DRAWN = 300;

/** The risks at one moment. */
export interface Risks {
  readonly risk: number;
  /** undefined, where there are no examples that are not seen. */
  readonly testRisk: number | undefined;
}

export function learningOf(underway: Underway) {
  const { sample, test, outputs, riskOf } = underway;
  const atNothing = riskOfNothing(underway);
  const drawn = drawnOf(underway);
  return {
    risksAt: ({ network, risk }: Moment): Risks => {
      const riskOn = (examples: Sample) => riskOf(outputs(network, examples), examples.targets);
      const onTest = test ? riskOn(test) : undefined;
      if (Number.isFinite(risk)) return { risk, testRisk: onTest };
      // Where each example is met once, both are the same.
      return { risk: onTest !== undefined && test === sample ? onTest : riskOn(sample), testRisk: onTest };
    },
    relative: (risk: number) => (atNothing > 0 ? risk / atNothing : undefined),
    drawnAt: ({ network }: Moment) => drawn(network),
  };
}

/** What is drawn of the function of a network. */
function drawnOf(underway: Underway): (network: Moment["network"]) => Drawn {
  const { setup, sample, test, outputs } = underway;
  if (setup.data === "points") {
    const line = sampleOfPoints(Array.from(AT, (x) => ({ x, y: 0 })));
    return (network) => ({ at: AT, learned: outputs(network, line) });
  }
  if (setup.data === "classes") {
    const points = labelledPointsOf(setup.classes);
    const places = middlesIn(windowAround(points)).map(inputsAround(points));
    // As the sample is: all inputs together have the mean square 3.
    const plane: Sample = {
      sampleSize: places.length,
      inputDimension: 3,
      inputs: Float32Array.from(places.flat(), (entry) => entry / Math.sqrt(3)),
      targets: new Float32Array(places.length),
    };
    return (network) => ({ side: outputs(network, plane) });
  }
  const shown = firstExamples(test ?? sample, DRAWN);
  return (network) => ({ target: shown.targets, output: outputs(network, shown) });
}

type Drawn = Readonly<Partial<Record<"at" | "learned" | "target" | "output" | "side", ArrayLike<number>>>>;
