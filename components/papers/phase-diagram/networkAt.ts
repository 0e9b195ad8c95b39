/** The network at one point of the diagram, trained here when the point is looked at: what it learns and where its neurons are. */
import { drawingOf } from "../../../src/catalogue/drawings.ts";
import { experimentNamed } from "../../../src/catalogue/experiments.ts";
import { requestFor } from "../../../src/experiments/request.ts";
import { draw } from "../../../src/plots/draw.ts";
import type { FigureState } from "../../../src/runtime/figureState.ts";
import { runAll } from "../../../src/runtime/runs/runAll.ts";
import { pool } from "../../live/pagePool.ts";

/** The experiment of the article's first figure. */
const EXPERIMENT = "phase-diagram/regimes";
/** Gradient steps between two looks at the abort signal. */
const STRIDE = 2000;

/** Pixels of width of a plot, two of which stand beside each other where there is room. */
const [LEAST_WIDTH, MOST_WIDTH, GAP] = [240, 360, 8];

/** Neurons in a half, as in the article's first figure. */
export const WIDTH = 1000;

/** Trains the network and draws it into a place. @throws what running throws, or the signal's reason */
export async function drawNetworkAt(
  point: { readonly gamma: number; readonly gammaPrime: number },
  { seed, backend }: Pick<FigureState, "seed" | "backend">,
  place: HTMLElement,
  signal: AbortSignal,
): Promise<void> {
  const request = requestFor(experimentNamed(EXPERIMENT), { ...point, width: WIDTH }, seed);
  const [drawing, [now = null]] = await Promise.all([
    drawingOf(EXPERIMENT),
    runAll([{ ...request, stride: STRIDE }], { pool, choice: backend, signal }),
  ]);
  signal.throwIfAborted();
  const shown = [{ label: "", parameters: request.parameters, now, reference: null }];
  const width = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, Math.floor(place.clientWidth / 2) - GAP));
  place.replaceChildren(
    ...drawing.views.map((view) => {
      const plot = document.createElement("div");
      plot.className = "plot";
      const title = Object.assign(document.createElement("p"), { textContent: view.title });
      title.className = "plot-title";
      const picture = draw(view.plot(shown), view.title, document, width);
      plot.append(title, picture);
      return plot;
    }),
  );
}
