/** Draws Fig. 3: relative distance against width in log–log axes, with fitted lines and the paper's plotted values. */
import { dot } from "@observablehq/plot";
import { countAxis, logAxis } from "../../../plots/axes.ts";
import { beside } from "../../../plots/beside.ts";
import { curve } from "../../../plots/curve.ts";
import { logRoom } from "../../../plots/domains.ts";
import { inWords } from "../../../plots/numbers.ts";
import { readout } from "../../../plots/readout.ts";
import { type Drawing, type ResultOf, resultOf, type Shown } from "../../drawing/drawing.ts";
import { sentencePerCase } from "../../drawing/sentences.ts";
import { forAll } from "../../drawing/views.ts";
import { quantityInWords, tableOfRows } from "../../drawing/words.ts";
import type { DataPoint } from "../../points.ts";
import { RESOLVED_DISTANCE } from "../../resolution.ts";
import { colourOf } from "../setting/diagramViews.ts";
import { DISTANCE_LABEL, distanceMarks, readableDots, WIDTH_LABEL } from "../setting/distanceViews.ts";
import { fittedLine } from "../setting/exponents.ts";
import { meta, PUBLISHED } from "./meta.ts";

function dotsIn(result: ResultOf<typeof meta> | null): readonly DataPoint[] {
  return curve(result?.series.width, result?.series.relativeDistance);
}

/** Values that the paper plots at the same point of the diagram, if it does. */
function publishedFor({ parameters }: Shown<typeof meta>) {
  const found = PUBLISHED.cases.find(
    ({ gamma }) => gamma === parameters.gamma && parameters.gammaPrime === 0,
  );
  return found ? { dots: curve(PUBLISHED.widths, found.relativeDistance), slope: found.slope } : null;
}

/** The last of all dots of a case, known or expected, beside which its name stands. */
function rightmost(shown: Shown<typeof meta>): readonly DataPoint[] {
  const all = [...(publishedFor(shown)?.dots ?? []), ...dotsIn(shown.reference), ...dotsIn(shown.now)];
  const end = Math.max(...all.map(({ x }) => x));
  return all.filter(({ x }) => x === end).slice(-1);
}

const PLACE = { x: "x", y: "y" } as const;

function marksFor(shown: Shown<typeof meta>) {
  const dots = dotsIn(resultOf(shown));
  const { label } = shown;
  const diamond = { symbol: "diamond", r: 6, stroke: "var(--ink)", strokeWidth: 1.25 } as const;
  return [
    dot(publishedFor(shown)?.dots ?? [], { ...PLACE, ...diamond }),
    ...distanceMarks(dots, fittedLine(dots), colourOf(shown)),
    beside(rightmost(shown), label, { textAnchor: "start", dx: 10 }),
    readout(() => readableDots(dots, label, RESOLVED_DISTANCE)),
  ];
}

/** Room for live points, reference and published values alike, so that the axes do not jump while points arrive. */
function domainsOf(shown: readonly Shown<typeof meta>[]) {
  const dots = shown.flatMap((each) => [
    ...dotsIn(each.now),
    ...dotsIn(each.reference),
    ...(publishedFor(each)?.dots ?? []),
  ]);
  const widths = [...shown.flatMap(({ parameters }) => parameters.widths), ...dots.map(({ x }) => x)];
  const distances = dots.map(({ y }) => y);
  return {
    across: logRoom(widths, 1.15),
    up: distances.length > 0 ? logRoom(distances, 1.3, 2) : ([1e-3, 100] as const),
  };
}

/** What a slope says: how the distance changes with the width. */
function trendOf(slope: number): string {
  return Math.abs(slope) < 0.1 ? "hardly changes" : slope < 0 ? "shrinks" : "grows";
}

export const drawing: Drawing<typeof meta> = {
  views: [
    forAll("distances", "Relative distance against width", (shown) => {
      const { across, up } = domainsOf(shown);
      return {
        width: 720,
        height: 380,
        marginRight: 58,
        x: countAxis(WIDTH_LABEL, across),
        y: { ...logAxis(DISTANCE_LABEL, up), grid: true },
        marks: shown.flatMap(marksFor),
      };
    }),
  ],
  legend: [
    { label: "measured", colour: "var(--ink)", mark: "dot" },
    { label: "least-squares fit", colour: "var(--ink)", mark: "line" },
    { label: "plotted in the paper", colour: "var(--ink)", mark: "diamond" },
  ],
  numbers: ["slope", "relativeDistance"],
  describe: sentencePerCase((result, { parameters }) => {
    const { slope } = result.quantities;
    if (slope === undefined) return dotsIn(result).length > 0 ? "one width has been run." : "not run yet.";
    const soFar = dotsIn(result).length < parameters.widths.length ? "so far " : "";
    return `${soFar}the distance ${trendOf(slope)} as the network gets wider, with a slope of ${quantityInWords(meta, result, "slope")}.`;
  }),
  table: tableOfRows(["Case", "m", "Relative distance", "Plotted in the paper"], (result, each) => {
    const published = publishedFor(each);
    const at = (width: number) => published?.dots.find(({ x }) => x === width)?.y;
    return [
      ...dotsIn(result).map(({ x: width, y: distance }) => [
        each.label,
        width,
        inWords(distance, 4, RESOLVED_DISTANCE),
        inWords(at(width), 4),
      ]),
      [`${each.label}, slope`, "—", inWords(result.quantities.slope), inWords(published?.slope)],
    ];
  }),
};
