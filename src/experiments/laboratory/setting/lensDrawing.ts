/** What draws what a lens sees. A type, apart from lens.ts, so that what measures needs no page. */
import type { Drawing } from "../../drawing/drawing.ts";
import type { LensMeta, Through } from "./lens.ts";

/** What `plot.ts` of a lens exports. Views are per case: there may be two networks beside each other. */
export type LensDrawing<M extends LensMeta = LensMeta> = Pick<
  Drawing<Through<M>>,
  "views" | "legend" | "numbers" | "describe"
>;
