/** The sums over pairs of neurons with which everything here computes: WebAssembly where it runs, with the same bits. */
import { pairSums } from "../../../engine/kernels/wasm/pairs.ts";
import { type PairSums, PLAIN_SUMS } from "../../../theory/quenching/pairSums.ts";

export const SUMS: PairSums = pairSums() ?? PLAIN_SUMS;
