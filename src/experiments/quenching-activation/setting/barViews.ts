/** Draws what each neuron carries, a bar each, with the bars of its random-feature twin behind. */
import { ruleY } from "@observablehq/plot";
import { curve } from "../../../plots/curve.ts";
import { inWords } from "../../../plots/numbers.ts";
import { type Strokes, strokes } from "../../../plots/strokes.ts";
import { told } from "../../../plots/told.ts";
import { ACTIVATED, type Carrying, OTHERS, TWIN } from "./views.ts";

/** Pixels that all bars have together, and shares of its room that a bar takes. */
const ROOM = 294;
const FILLED = { network: 0.5, twin: 0.8 };

export interface Bar extends Carrying {
  /** Where it stands, from 1 on. */
  readonly place: number;
  /** a|b| of the twin's neuron; undefined without a twin. */
  readonly twin: number | undefined;
}

/** @param bars in their order @param count for how many there is room */
export function barMarks(bars: readonly Bar[], count: number) {
  const pixels = (share: number) => Math.max(1, (share * ROOM) / count);
  const upright = (some: readonly Bar[], height: (bar: Bar) => number | undefined) =>
    some.flatMap((bar) => {
      const end = height(bar);
      return end === undefined ? [] : [curve([bar.place, bar.place], [0, end])];
    });
  const ofNetwork = (isActivated: boolean): Strokes => ({
    lines: upright(
      bars.filter((bar) => bar.isActivated === isActivated),
      ({ coefficient }) => coefficient,
    ),
    colour: isActivated ? ACTIVATED : OTHERS,
    width: pixels(FILLED.network),
  });
  return [
    strokes({
      lines: upright(bars, ({ twin }) => twin),
      colour: TWIN,
      width: pixels(FILLED.twin),
      opacity: 0.7,
    }),
    strokes(ofNetwork(false)),
    strokes(ofNetwork(true)),
    ruleY([0], { stroke: "var(--line-strong)" }),
    told(
      bars.map((bar) => ({ ...bar, x: bar.place, y: bar.coefficient })),
      ({ number, coefficient, twin }) =>
        `neuron ${number}: a|b| ${inWords(coefficient, 2)}${twin === undefined ? "" : `, in the twin ${inWords(twin, 2)}`}`,
    ),
  ];
}
