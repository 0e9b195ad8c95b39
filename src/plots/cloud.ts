/** A mark for many points: one path, a dot a point. Two thousand points cost two thousand short words, not elements. */
import type { Mark, RenderFunction } from "@observablehq/plot";

export interface Cloud {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Diameter of a dot in pixels. */
  readonly size: number;
  readonly colour: string;
  readonly opacity: number;
}

/** A mark that Observable Plot accepts beside its own; x and y are in the units of the plot's scales. */
export function cloud({ x, y, size, colour, opacity }: Cloud): RenderFunction & Mark {
  const render: RenderFunction = (_index, scales, _values, _dimensions, context) => {
    const [scaleX, scaleY] = [scales.x as (value: number) => number, scales.y as (value: number) => number];
    let dots = "";
    for (let k = 0; k < x.length; k++) {
      dots += `M${scaleX(x[k] as number).toFixed(1)},${scaleY(y[k] as number).toFixed(1)}h0`;
    }
    const path = context.document.createElementNS("http://www.w3.org/2000/svg", "path");
    const attributes = {
      d: dots,
      fill: "none",
      stroke: colour,
      "stroke-width": size,
      "stroke-linecap": "round",
      "stroke-opacity": opacity,
    };
    for (const [name, value] of Object.entries(attributes)) path.setAttribute(name, String(value));
    return path;
  };
  return render as RenderFunction & Mark;
}
