/** The event of a live figure or a claim's check on itself: what it tells its reader may be different now. */
export const TOLD = "told";
