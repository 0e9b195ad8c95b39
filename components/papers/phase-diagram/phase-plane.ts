/**
 * The phase diagram as a plane to pick a point on. A second way, for a pointer, to what the two sliders beside it do
 * for everybody, and so hidden from assistive technology.
 */
import { svg, type TemplateResult } from "lit";
import type { NumberParameter } from "../../../src/experiments/parameters.ts";
import { boundary, regimeAt } from "../../../src/theory/phaseDiagram.ts";
import { meantBy } from "../../live/hand.ts";
import type { Settable } from "../../live/setting.ts";

const SIDE = 220;
/** A named point takes a pointer that is so near. */
const REACH = 7;
const MARGIN = { left: 34, bottom: 30, top: 6, right: 8 };
/** Its size, in its own units. */
export const PLANE = { width: SIDE + MARGIN.left + MARGIN.right, height: SIDE + MARGIN.top + MARGIN.bottom };

/** What stands at the axes. */
export interface AxisNames {
  readonly across: string;
  readonly up: string;
}

export function picker(figure: Settable, axes: AxisNames = { across: "γ", up: "γ′" }): TemplateResult {
  const across = figure.about.meta.parameters.gamma as NumberParameter;
  const up = figure.about.meta.parameters.gammaPrime as NumberParameter;
  const [gamma, gammaPrime] = [
    Number(figure.controlValue("gamma")),
    Number(figure.controlValue("gammaPrime")),
  ];
  const x = (value: number) =>
    MARGIN.left + (SIDE * (value - across.minimum)) / (across.maximum - across.minimum);
  const y = (value: number) => MARGIN.top + (SIDE * (up.maximum - value)) / (up.maximum - up.minimum);
  const corners = (points: readonly (readonly [number, number])[]) =>
    points.map(([g, h]) => `${x(g)},${y(h)}`).join(" ");
  const edge = [up.minimum, 0, up.maximum].map((value) => [boundary(value), value] as const);
  const [left, right] = [across.minimum, across.maximum];

  const pick = (event: PointerEvent) => {
    const meant = meantBy(event);
    if (meant === "taken back") figure.leaveAsItWas();
    if (meant !== "moving" && meant !== "done") return;
    const frame = (event.currentTarget as SVGSVGElement).getBoundingClientRect();
    const scale = PLANE.width / frame.width;
    const share = (position: number, margin: number) =>
      Math.min(1, Math.max(0, (position * scale - margin) / SIDE));
    const toStep = ({ minimum, maximum, step }: NumberParameter, part: number) =>
      String(Number((Math.round((minimum + part * (maximum - minimum)) / step) * step).toFixed(4)));
    const [left, top] = [(event.clientX - frame.left) * scale, (event.clientY - frame.top) * scale];
    const near = named.find(
      ({ parameters: { gamma: g, gammaPrime: h } }) =>
        Math.hypot(x(Number(g)) - left, y(Number(h)) - top) < REACH,
    );
    const gamma = near
      ? String(near.parameters.gamma)
      : toStep(across, share(event.clientX - frame.left, MARGIN.left));
    const gammaPrime = near
      ? String(near.parameters.gammaPrime)
      : toStep(up, 1 - share(event.clientY - frame.top, MARGIN.top));
    figure.setParameters({ gamma, gammaPrime }, meant === "moving");
  };
  const named = placesOf(figure.about.figure.presets ?? []);
  const tick = (value: number) => String(value).replace("-", "−");

  return svg`<svg class="phase-plane" aria-hidden="true" viewBox="0 0 ${PLANE.width} ${PLANE.height}"
      @pointerdown=${pick} @pointermove=${pick} @pointerup=${pick} @pointercancel=${pick}>
    <polygon fill="var(--linear-soft)" points=${corners([[left, up.minimum], ...edge, [left, up.maximum]])}></polygon>
    <polygon fill="var(--condensed-soft)" points=${corners([...edge, [right, up.maximum], [right, up.minimum]])}></polygon>
    <polyline fill="none" stroke="var(--critical)" stroke-width="2.5" points=${corners(edge)}></polyline>
    <text x=${x(left) + 8} y=${y(up.minimum) - 10} fill="var(--linear)">linear</text>
    <text x=${x(right) - 8} y=${y(up.minimum) - 10} text-anchor="end" fill="var(--condensed)">condensed</text>
    <rect x=${MARGIN.left} y=${MARGIN.top} width=${SIDE} height=${SIDE} fill="none" stroke="var(--line-strong)"></rect>
    ${[0.5, 1, 1.5, 2].map((value) => svg`<text x=${x(value)} y=${MARGIN.top + SIDE + 16} text-anchor="middle">${tick(value)}</text>`)}
    ${[-0.5, 0, 0.5].map((value) => svg`<text x=${MARGIN.left - 5} y=${y(value) + 4} text-anchor="end">${tick(value)}</text>`)}
    <text x=${MARGIN.left + SIDE / 2} y=${MARGIN.top + SIDE + 28} text-anchor="middle">${axes.across}</text>
    ${
      axes.up.length > 2
        ? svg`<text transform=${`translate(7 ${MARGIN.top + SIDE / 2}) rotate(-90)`} text-anchor="middle">${axes.up}</text>`
        : svg`<text x="8" y=${y(0.27)} text-anchor="middle">${axes.up}</text>`
    }
    ${named.map(
      ({
        names,
        parameters: { gamma: g = 1, gammaPrime: h = 0 },
      }) => svg`<g><title>${names.join(", ")}</title>
      <circle cx=${x(Number(g))} cy=${y(Number(h))} r="4" fill="var(--ink)" stroke="var(--panel)"></circle></g>`,
    )}
    <circle class="state" cx=${x(gamma)} cy=${y(gammaPrime)} r="7" fill=${`var(--${regimeAt(gamma, gammaPrime)})`} stroke="var(--panel)" stroke-width="2"></circle>
  </svg>`;
}

type Presets = NonNullable<Settable["about"]["figure"]["presets"]>;

/** The points that have a name, each once, with all its names. */
function placesOf(presets: Presets) {
  const places = new Map<string, { names: string[]; parameters: Presets[number]["parameters"] }>();
  for (const { label, parameters } of presets) {
    const key = JSON.stringify(parameters);
    const { names } = places.get(key) ?? { names: [] };
    places.set(key, { names: [...names, label], parameters });
  }
  return [...places.values()];
}
