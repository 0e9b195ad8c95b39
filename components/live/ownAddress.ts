/**
 * A page that has one figure only takes that figure's settings by their bare names, too: `?gamma=1.2`. They are written out
 * before the figure reads them, so that this is loaded before it.
 */
import { withFigure } from "../../src/runtime/permalink.ts";

const { figure } = document.querySelector<HTMLElement>("live-figure")?.dataset ?? {};
if (figure && location.search !== "")
  history.replaceState(null, "", withFigure(location.href, figure.slice(figure.indexOf("/") + 1)));
