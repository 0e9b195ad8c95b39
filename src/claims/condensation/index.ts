/**
 * Claims about initial condensation (Zhou, Zhou, Luo, Zhang, Xu, arXiv:2105.11686), a file of them a topic, in the order
 * of their numbers. The intervals were written down before the claims were first run here and are not to be moved.
 */
import type { Claim } from "../claim.ts";

export const CLAIMS: readonly Claim[] = [];
