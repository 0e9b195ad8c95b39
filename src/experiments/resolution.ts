/** What float32 can resolve: measured numbers below these are dominated by rounding and are shown as such. */

/** Relative distance of weights: a weight moves by no less than about 1e-7 of itself, or not at all. */
export const RESOLVED_DISTANCE = 1e-6;
