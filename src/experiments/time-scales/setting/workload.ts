/** How long the reduced flow takes to integrate. */
import { log } from "../../../math/elementary.ts";

/** Seconds of a run on one core of a middling machine: steps grow like a small power of 1/ε, each costs its groups. */
export function secondsOf({ epsilon, atoms }: { readonly epsilon: number; readonly atoms: number }): number {
  const decades = -log(epsilon) / Math.LN10;
  const steps = 25 + 7 * decades * decades;
  return 0.005 + steps * (5e-5 + 2e-6 * atoms);
}
