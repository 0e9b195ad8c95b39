/**
 * A mark for many points: one path, a dot per point. Points are written in half pixels, each relative to the last, from
 * left to right, so that a point costs some six characters; points in the same place are drawn once.
 */
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
    const places = Array.from(x, (_, k) => ({
      across: Math.round(2 * scaleX(x[k] as number)),
      down: Math.round(2 * scaleY(y[k] as number)),
    })).filter(({ across, down }) => Number.isFinite(across + down));
    places.sort((one, other) => one.across - other.across || one.down - other.down);
    let dots = "";
    let [left, top] = [0, 0];
    for (const { across, down } of places) {
      if (across === left && down === top) continue;
      dots += `m${across - left},${down - top}z`.replace(",-", "-");
      [left, top] = [across, down];
    }
    const path = context.document.createElementNS("http://www.w3.org/2000/svg", "path");
    const attributes = {
      d: dots,
      transform: "scale(0.5)",
      fill: "none",
      stroke: colour,
      "stroke-width": 2 * size,
      "stroke-linecap": "round",
      "stroke-opacity": opacity,
    };
    for (const [name, value] of Object.entries(attributes)) path.setAttribute(name, String(value));
    return path;
  };
  return render as RenderFunction & Mark;
}
