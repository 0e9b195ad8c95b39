/** Puts a drawing into the parts of a figure that the page already has. */
import { html, render } from "lit";
import type { Drawing, Shown, Table } from "../../src/experiments/drawing/drawing.ts";
import { draw } from "../../src/plots/draw.ts";

export { tableOf } from "../../src/experiments/drawing/words.ts";

/** Draws every plot of a figure anew, each where the page has its place. */
export function renderCells(
  cells: HTMLElement,
  drawing: Drawing,
  shown: readonly Shown[],
  lens: string,
): void {
  for (const view of drawing.views) {
    const groups = view.per === "case" ? shown.map((each) => [each]) : [shown];
    groups.forEach((group, k) => {
      const place = cells.querySelector(`[data-plot="${k} ${view.id}"]`);
      place?.replaceChildren(
        draw(view.plot(group, lens), `${view.title}. ${drawing.describe(group)}`, document),
      );
    });
  }
}

export function renderSentence(
  place: HTMLElement,
  drawing: Drawing,
  shown: readonly Shown[],
  isLive: boolean,
): void {
  const isReference = !isLive && shown.every(({ reference }) => reference);
  const badge = document.createElement("span");
  badge.className = "badge";
  badge.textContent = isLive ? "Your run" : isReference ? "Reference result" : "Not run yet";
  const expected = [drawing.beforehand?.(shown), "Press Run to train the network with these settings."];
  const words = isLive || isReference ? drawing.describe(shown) : expected.filter(Boolean).join(" ");
  place.replaceChildren(badge, ` ${words}`);
}

export function renderTable(place: HTMLElement, { columns, rows }: Table): void {
  const show = (value: string | number) => (typeof value === "number" ? value.toLocaleString("en") : value);
  const fresh = document.createElement("div");
  render(
    html`<table>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first, ...rest]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${rest.map((value) => html`<td>${show(value)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`,
    fresh,
  );
  place.replaceChildren(...fresh.childNodes);
}
