/** Draws a benchmark: a chart per shape, a bar per engine and backend, over one logarithmic axis. Chooses no words but labels. */
import { axisX, barX, type PlotOptions, ruleY, text } from "@observablehq/plot";
import { type Missing, type PeerName, rounded, type Summary, shapeOf } from "../../src/bench/result.ts";
import { draw } from "../../src/plots/draw.ts";
import { logTicks } from "../../src/plots/numbers.ts";
import { nameInWords, peersIn, shapesIn, shortName } from "./words.ts";

/** A reason with more characters than this is shown in the table only. */
const LONGEST_REASON = 58;
const ROW_HEIGHT = 30;

export interface Chart {
  /** "200, 20, 100". */
  readonly shape: string;
  readonly svg: SVGSVGElement;
}

/** @param document that of the page, or of a document builder at build time */
export function chartsOf(
  summaries: readonly Summary[],
  missing: readonly Missing[],
  document: Document,
): Chart[] {
  const domain = decadesOf(summaries.map(({ stepsPerSecond }) => stepsPerSecond));
  const results = [...summaries, ...missing];
  const peers = peersIn(results);
  return shapesIn(results).map((shape) => {
    const here = summaries.filter((each) => shapeOf(each) === shape);
    const absent = missing.filter((each) => shapeOf(each) === shape);
    const title = [
      `Steps a second at n, d, m = ${shape}.`,
      ...here.map((each) => `${nameInWords(each)}: ${rounded(each.stepsPerSecond)}.`),
      ...absent.map((each) => `${nameInWords(each)}: not measured.`),
    ];
    return { shape, svg: draw(plotOf(peers, here, absent, domain), title.join(" "), document) };
  });
}

/** Whole powers of ten around all speeds, with some length left for the shortest bar. */
function decadesOf(speeds: readonly number[]): [number, number] {
  if (speeds.length === 0) return [1, 10];
  const from = Math.floor(Math.log10(Math.min(...speeds) / 1.5));
  const to = Math.ceil(Math.log10(Math.max(...speeds)));
  return [10 ** from, 10 ** Math.max(to, from + 1)];
}

function plotOf(
  peers: readonly PeerName[],
  here: readonly Summary[],
  absent: readonly Missing[],
  domain: [number, number],
): PlotOptions {
  const own = ({ engine }: PeerName) => engine === "two-layers";
  const bar = { x1: domain[0], x2: "stepsPerSecond", y: shortName };
  const range = {
    x1: ({ stepsPerSecond, spread }: Summary) => Math.max(domain[0], stepsPerSecond * (1 - spread)),
    x2: ({ stepsPerSecond, spread }: Summary) => stepsPerSecond * (1 + spread),
    y: shortName,
  };
  return {
    width: 330,
    height: ROW_HEIGHT * peers.length + 46,
    marginTop: 0,
    marginLeft: 128,
    marginRight: 54,
    x: { type: "log", domain, label: null },
    y: { domain: peers.map(shortName), label: null, padding: 0.4, tickSize: 0 },
    marks: [
      axisX(ticksOf(domain), { label: "steps a second →", tickFormat: power, labelOffset: 36 }),
      barX(here.filter(own), { ...bar, fill: "var(--accent)" }),
      barX(
        here.filter((each) => !own(each)),
        { ...bar, fill: "var(--reference)" },
      ),
      ruleY(here, { ...range, stroke: "var(--panel)", strokeWidth: 4 }),
      ruleY(here, { ...range, stroke: "var(--ink)", strokeWidth: 1.5 }),
      text(here, {
        x: range.x2,
        y: shortName,
        text: ({ stepsPerSecond }: Summary) => rounded(stepsPerSecond),
        textAnchor: "start",
        dx: 5,
        fontWeight: 600,
      }),
      text(absent, {
        x: domain[0],
        y: shortName,
        text: ({ why }: Missing) => (why.length > LONGEST_REASON ? "not measured: see the table" : why),
        textAnchor: "start",
        dx: 5,
        lineWidth: 17,
        fill: "var(--muted)",
      }),
    ],
  };
}

/** Powers of ten, every other one where those are many. */
function ticksOf(domain: [number, number]): number[] {
  const ticks = logTicks(domain);
  return ticks.length > 6 ? ticks.filter((_, k) => k % 2 === 0) : ticks;
}

/** "10³" for 1000. */
function power(value: number): string {
  return `10${[...String(Math.round(Math.log10(value)))].map((sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)] ?? "⁻").join("")}`;
}
