/**
 * Claims about the phase diagram (Luo, Xu, Ma, Zhang, JMLR 22(71), 2021), a file of them a topic, in the order of their
 * numbers. The intervals were written down before the claims were first run here and are not to be moved.
 */
import type { Claim } from "../claim.ts";
import { A6 } from "./condensation.ts";
import { A9 } from "./decay.ts";
import { A8 } from "./interpolants.ts";
import { A4, A5 } from "./map.ts";
import { A10 } from "./neuronIdentity.ts";
import { A1, A2 } from "./relativeDistance.ts";
import { A3 } from "./rescaling.ts";
import { A7 } from "./sharpening.ts";

export const CLAIMS: readonly Claim[] = [A1, A2, A3, A4, A5, A6, A7, A8, A9, A10];
