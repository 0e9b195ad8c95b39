/** A table of a drawing as HTML that comes and goes. */
import { html, type TemplateResult } from "lit";
import type { Table } from "../../src/experiments/drawing/drawing.ts";

/** The first cell of a row says what the row is about. */
export function tableTemplate({ columns, rows }: Table): TemplateResult {
  return html`<table>
    <thead>
      <tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first, ...rest]) =>
          html`<tr><th scope="row">${first}</th>${rest.map((value) => html`<td class="number">${value}</td>`)}</tr>`,
      )}
    </tbody>
  </table>`;
}
