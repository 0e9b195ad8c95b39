/** What a benchmark found, in words and as a table; its file. Draws nothing. */

import { PAGE_PEERS } from "../../src/bench/plan.ts";
import type { Adapter } from "../../src/bench/protocol.ts";
import {
  type EngineName,
  type Entry,
  type Missing,
  type PeerName,
  rounded,
  type Summary,
  shapeOf,
} from "../../src/bench/result.ts";
import { BACKEND_LABELS, type BackendName } from "../../src/engine/backends.ts";

const ENGINE_LABELS: Readonly<Record<EngineName, string>> = {
  "two-layers": "Two Layers",
  tfjs: "TensorFlow.js",
  "jax-js": "jax-js",
  pytorch: "PyTorch",
};

const SHORT_LABELS: Readonly<Record<BackendName, string>> = { webgpu: "WebGPU", wasm: "WASM", cpu: "JS" };

/** A spread from which numbers are not to be relied on. */
const LARGE_SPREAD = 0.25;

/** "TensorFlow.js on plain JavaScript", "PyTorch on cpu, 1 thread". */
export function nameInWords({ engine, backend }: PeerName): string {
  return `${ENGINE_LABELS[engine]} on ${labelOf(BACKEND_LABELS, engine, backend)}`;
}

/** "TensorFlow.js, JS": where there is little room. */
export function shortName({ engine, backend }: PeerName): string {
  return `${ENGINE_LABELS[engine]}, ${labelOf(SHORT_LABELS, engine, backend)}`;
}

/** PyTorch's backends are not those of a browser. */
function labelOf(labels: Readonly<Record<BackendName, string>>, engine: EngineName, backend: string): string {
  return engine !== "pytorch" && Object.hasOwn(labels, backend) ? labels[backend as BackendName] : backend;
}

/** The shapes of some results, in their order. */
export function shapesIn(results: readonly Pick<Summary, "n" | "d" | "m">[]): string[] {
  return [...new Set(results.map(shapeOf))];
}

/** The engines of some results, those of a page in the order of their turns, then the others. */
export function peersIn(results: readonly PeerName[]): PeerName[] {
  const place = ({ engine, backend }: PeerName) => {
    const index = PAGE_PEERS.findIndex((peer) => peer.engine === engine && peer.backend === backend);
    return index < 0 ? PAGE_PEERS.length : index;
  };
  return [...new Map(results.map((each) => [nameInWords(each), each] as const)).values()].sort(
    (a, b) => place(a) - place(b),
  );
}

/** A warning where the rounds of some engine differ a lot; otherwise nothing. */
export function unrestInWords(summaries: readonly Summary[]): string {
  return summaries.some(({ spread }) => spread > LARGE_SPREAD)
    ? "The rounds of some engines differ by more than a quarter to either side: the machine was busy with other things, or slowed itself down. A run in a quieter moment, with more seconds for a measurement, says more."
    : "";
}

/** A sentence per shape: which engine makes the most steps, and how the site's engine compares with stock TensorFlow.js. */
export function sentencesOf(summaries: readonly Summary[]): string[] {
  return shapesIn(summaries).map((shape) => {
    const here = summaries.filter((summary) => shapeOf(summary) === shape);
    const best = fastest(here) as Summary;
    const own = fastest(here.filter(({ engine }) => engine === "two-layers"));
    const stock = fastest(here.filter(({ engine }) => engine === "tfjs"));
    const lead = `(${shape}): ${nameInWords(best)} makes the most steps a second, ${rounded(best.stepsPerSecond)}`;
    if (!own || !stock) return `${lead}.`;
    const ratio = Number((own.stepsPerSecond / stock.stepsPerSecond).toPrecision(2)).toLocaleString("en");
    return `${lead}. The fastest of stock TensorFlow.js, on ${BACKEND_LABELS[stock.backend as BackendName]}, makes ${rounded(stock.stepsPerSecond)}; the fastest of Two Layers makes ${ratio} times as many.`;
  });
}

function fastest(summaries: readonly Summary[]): Summary | undefined {
  return summaries.reduce<Summary | undefined>(
    (best, each) => (best && best.stepsPerSecond >= each.stepsPerSecond ? best : each),
    undefined,
  );
}

/** A row of the table, an engine on a backend, with a cell per shape: a speed, or a sentence that says why there is none. */
export interface TableRow {
  readonly name: string;
  readonly cells: readonly string[];
  /** The one reason for all cells, where there is nothing else to show. */
  readonly why: string | null;
}

export function tableOf(summaries: readonly Summary[], missing: readonly Missing[]): TableRow[] {
  const shapes = shapesIn([...summaries, ...missing]);
  return peersIn([...summaries, ...missing]).map((peer) => {
    const { engine, backend } = peer;
    const of = (each: Summary | Missing) => each.engine === engine && each.backend === backend;
    const reasons = new Set(missing.filter(of).map(({ why }) => why));
    const cells = shapes.map((shape) => {
      const speed = summaries.find((each) => of(each) && shapeOf(each) === shape);
      const none = missing.find((each) => of(each) && shapeOf(each) === shape);
      return speed
        ? `${rounded(speed.stepsPerSecond)} ± ${Math.round(100 * speed.spread)} %`
        : (none?.why ?? "—");
    });
    const [why = null] = reasons.size === 1 && !summaries.some(of) ? reasons : [];
    return { name: nameInWords(peer), cells, why };
  });
}

/** What there is to know of the graphics adapter that the rows on WebGPU ran on. */
export function adapterInWords(adapter: Adapter | null): string {
  if (!adapter) return "WebGPU has no graphics adapter in this browser, so nothing was measured on it.";
  return adapter.isSoftware
    ? `WebGPU ran on ${adapter.name}. This is a software adapter: it imitates a graphics card on the processor, and its bars say nothing about a real one.`
    : `WebGPU ran on ${adapter.name}.`;
}

/** The entries of a file that the reader saves. */
export function entriesOf(
  summaries: readonly Summary[],
  adapter: Adapter | null,
  userAgent: string,
  date: Date,
): Entry[] {
  const name = adapter && (adapter.isSoftware ? `${adapter.name} (software)` : adapter.name);
  return summaries.map((summary) => ({
    ...summary,
    adapter: summary.backend === "webgpu" ? name : null,
    userAgent,
    date: date.toISOString(),
  }));
}
