/**
 * Claims about the phase diagram (Luo, Xu, Ma, Zhang, JMLR 22(71), 2021), a file of them a topic, in the order of their
 * numbers. The intervals were written down before the claims were first run here and are not to be moved.
 */
import type { Claim } from "../claim.ts";
import { A6 } from "./condensation.ts";
import { A1, A2 } from "./relativeDistance.ts";

export const CLAIMS: readonly Claim[] = [A1, A2, A6];
