/** What a benchmark found, in words. Measures nothing. */
import { ratioOf, speedOf, spreadOf, type Timing } from "../../bench/measure.ts";
import { rounded, type Shape, shapeInWords } from "../../bench/result.ts";

const HEADINGS = ["n, d, m", "engine", "backend", "steps/s", "spread", "two-layers wasm is"];
/** Columns of numbers, flush right. */
const FIRST_NUMBER = 3;

/** How many times as fast as stock TensorFlow.js on WebAssembly the site's engine has to be there. */
const TARGETS: readonly (Shape & { readonly atLeast: number })[] = [
  { sampleSize: 4, inputDimension: 2, width: 1000, atLeast: 50 },
  { sampleSize: 200, inputDimension: 20, width: 100, atLeast: 10 },
  { sampleSize: 80, inputDimension: 5, width: 50, atLeast: 10 },
];

function find(timings: readonly Timing[], engine: string, backend: string): Timing | undefined {
  return timings.find(({ peer }) => peer.engine === engine && peer.backend === backend);
}

/** One row of {@link HEADINGS} per peer; the shape is shown in the first one. */
function rowsOf(timings: readonly Timing[]): string[][] {
  const own = find(timings, "two-layers", "wasm");
  return timings.map((timing, index) => [
    index === 0 ? shapeInWords(timing.shape) : "",
    timing.peer.engine,
    timing.peer.backend,
    rounded(speedOf(timing)),
    `± ${Math.round(100 * spreadOf(timing))} %`,
    own && timing !== own ? `${rounded(ratioOf(own, timing))} × as fast` : "",
  ]);
}

/** A table of all timings; each list is what one shape gave. */
export function tableOf(measured: readonly (readonly Timing[])[]): string {
  return aligned([HEADINGS, ...measured.flatMap(rowsOf)], FIRST_NUMBER);
}

/** Rows of a table as lines; its columns are flush left, those of numbers, from `firstNumber` on, flush right. */
export function aligned(rows: readonly (readonly string[])[], firstNumber: number): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] as string).length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const width = widths?.[column] ?? 0;
        return column < firstNumber ? cell.padEnd(width) : cell.padStart(width);
      })
      .join("  ")
      .trimEnd();
  return rows.map(line).join("\n");
}

/** A sentence for every target whose shape was measured. */
export function targetLines(measured: readonly (readonly Timing[])[]): string[] {
  return measured.flatMap((timings) => {
    const own = find(timings, "two-layers", "wasm");
    const stock = find(timings, "tfjs", "wasm");
    const target = TARGETS.find((each) => shapeInWords(each) === shapeInWords(timings[0]?.shape ?? each));
    if (!own || !stock || !target) return [];
    const ratio = ratioOf(own, stock);
    return `Target at (${shapeInWords(target)}): at least ${target.atLeast} times stock TensorFlow.js on WebAssembly; ${rounded(ratio)} times, ${ratio >= target.atLeast ? "met" : "MISSED"}.`;
  });
}
