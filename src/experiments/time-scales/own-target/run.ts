/** Runs the reduced flow on the components of the reader’s target, and looks at it at every step. */
import { hermiteSum } from "../../../math/hermite.ts";
import { dot } from "../../../math/vectors.ts";
import { reducedStart, residuals } from "../../../theory/time-scales/reducedFlow.ts";
import type { Run } from "../../driver/course.ts";
import { iterated } from "../../driver/iterated.ts";
import { crossingOf, type Flowing, flowing, HALF, spread } from "../setting/flow.ts";
import { startReadouts } from "../setting/readouts.ts";
import { componentsOf, targetFunction } from "./components.ts";
import type { meta } from "./meta.ts";

/** 121 places on [−3, 3], where a Gaussian is 997 times of 1,000. */
const PLACES = Float64Array.from({ length: 121 }, (_, i) => (i - 60) / 20);
/** Most looks that are handed out. */
const MOST_LOOKS = 300;

interface Look {
  readonly time: number;
  readonly residual: Float64Array;
}

export const run: Run<typeof meta> = (parameters, seed) => {
  const { epsilon, atoms, duration } = parameters;
  const { square, ...components } = componentsOf(parameters);
  const { target, activation } = components;
  const phi = targetFunction(parameters);
  const flow = { ...components, epsilon };
  /** What no component up to the highest degree explains. */
  const rest = Math.max(0, square - dot(target, target));
  const leftOf = (residual: ArrayLike<number>) => (dot(residual, residual) + rest) / square;
  const lookAt = ({ t, y }: Flowing): Look => ({ time: t, residual: residuals(flow, y) });
  const whole = flowing(flow, reducedStart(startReadouts("spread", atoms, seed)), duration);
  const first = lookAt(whole.start);
  return iterated(whole, {
    fromStart: true,
    trace: { every: 1, take: lookAt },
    measure: (now, later: readonly Look[]) => {
      const looks = spread([first, ...later], MOST_LOOKS);
      const { residual } = lookAt(now);
      const halved = Array.from(target, (coefficient, degree) =>
        coefficient === 0 ? 0 : (crossingOf(now.crossings, degree, HALF) ?? 0),
      );
      const learned = Array.from(target, (coefficient, k) => coefficient - (residual[k] as number));
      return {
        quantities: {
          square,
          explained: 1 - rest / square,
          left: leftOf(residual),
          learnt: halved.filter((time) => time > 0).length,
        },
        series: {
          x: PLACES,
          phi: PLACES.map(phi),
          part: PLACES.map((x) => hermiteSum(target, x)),
          learned: PLACES.map((x) => hermiteSum(learned, x)),
          target,
          activation,
          halved,
          time: looks.map(({ time }) => time),
          risk: looks.map((look) => leftOf(look.residual)),
          residual: looks.flatMap((look) => [...look.residual]),
        },
      };
    },
  });
};
