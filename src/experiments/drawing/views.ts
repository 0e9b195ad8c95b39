/** Plots of a figure: one for each case side by side, or one for all of them. */
import type { PlotOptions } from "@observablehq/plot";
import type { Meta } from "../experiment.ts";
import type { Shown, View } from "./drawing.ts";

/** The plot of one case; `lens` as in {@link View}. */
type PlotOfOne<M extends Meta> = (shown: Shown<M>, lens?: string) => PlotOptions;

/** A view with a plot for each case; a figure without cases has an empty one. */
export function perCase<M extends Meta>(id: string, title: string, plot: PlotOfOne<M>): View<M> {
  return { id, title, per: "case", plot: ([shown], lens) => (shown ? plot(shown, lens) : {}) };
}

/** A view of the only case of a figure; a figure without cases has an empty one. */
export function forOne<M extends Meta>(id: string, title: string, plot: PlotOfOne<M>): View<M> {
  return { ...perCase(id, title, plot), per: "figure" };
}

/** A view with one plot for all cases together. */
export function forAll<M extends Meta>(id: string, title: string, plot: View<M>["plot"]): View<M> {
  return { id, title, per: "figure", plot };
}
