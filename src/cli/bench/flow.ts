/**
 * Times the right side of a population flow, which no other engine here has: the sums over pairs of neurons in plain
 * TypeScript and in WebAssembly, in turns.
 */
import { rounded } from "../../bench/result.ts";
import { pairSums } from "../../engine/kernels/wasm/pairs.ts";
import { normal, stream } from "../../math/random.ts";
import { median } from "../../math/statistics.ts";
import { type PairSums, PLAIN_SUMS } from "../../theory/quenching/pairSums.ts";

/** The setting of the slides that the companion shows. */
const [WIDTH, INPUTS] = [200, 100];
const ROUNDS = 5;

/** A sentence with what each makes a second, over rounds of so many seconds. */
export function flowLine(seconds: number): string {
  const fast = pairSums();
  const setting = `Population flow, m = ${WIDTH}, d = ${INPUTS}`;
  if (!fast) return `${setting}: not timed, since there is no WebAssembly SIMD here.`;
  const weights = drawn("weights", WIDTH + 1);
  const neurons = { inputDimension: INPUTS, weights, inputs: drawn("inputs", weights.length * INPUTS) };
  const perSecond = ({ kernelGradient }: PairSums) => {
    const begun = performance.now();
    let made = 0;
    while (performance.now() - begun < 1000 * seconds) {
      kernelGradient(neurons, WIDTH);
      made += 1;
    }
    return (1000 * made) / (performance.now() - begun);
  };
  const rounds = Array.from({ length: ROUNDS }, () => [perSecond(PLAIN_SUMS), perSecond(fast)]);
  const [plain = 0, wasm = 0] = [0, 1].map((which) => median(rounds.map((round) => round[which] as number)));
  return `${setting}: ${rounded(plain)} right sides per second in TypeScript, ${rounded(wasm)} in WebAssembly, ${rounded(wasm / plain)} times as many.`;
}

function drawn(purpose: string, count: number): Float64Array {
  return Float64Array.from({ length: count }, (_, k) => normal(stream(1, purpose), k));
}
