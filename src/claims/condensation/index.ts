/**
 * Claims about initial condensation (Zhou, Zhou, Luo, Zhang, Xu, arXiv:2105.11686), a file of them a topic, in the order
 * of their numbers. The intervals were written down before the claims were first run here and are not to be moved.
 */
import type { Claim } from "../claim.ts";
import { B7 } from "./beyondMultiplicity.ts";
import { B2 } from "./closedForm.ts";
import { B9 } from "./conservation.ts";
import { B3 } from "./criticalLines.ts";
import { B10 } from "./lowFrequency.ts";
import { B4, B11 } from "./oneInputLines.ts";
import { B1 } from "./oneLine.ts";
import { B8 } from "./optimiser.ts";
import { B5, B12 } from "./polynomialOutput.ts";
import { B6, B13 } from "./twoLines.ts";

export const CLAIMS: readonly Claim[] = [B1, B2, B3, B4, B5, B6, B7, B8, B9, B10, B11, B12, B13];
