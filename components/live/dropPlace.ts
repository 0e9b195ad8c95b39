/** A place of a page onto which files can be dropped. A template; what is done with them, whoever has it says. */
import { html, type TemplateResult } from "lit";

/** An element that has such a place. */
interface Host {
  /** Whether something is being held over it. */
  isOver: boolean;
}

export function dropPlace(
  host: Host,
  take: (dropped: DataTransfer) => void,
  within: unknown,
): TemplateResult {
  return html`<div
    class="drop"
    ?data-over=${host.isOver}
    @dragover=${(event: DragEvent) => {
      event.preventDefault();
      host.isOver = true;
    }}
    @dragleave=${() => {
      host.isOver = false;
    }}
    @drop=${(event: DragEvent) => {
      event.preventDefault();
      host.isOver = false;
      if (event.dataTransfer) take(event.dataTransfer);
    }}
  >
    ${within}
  </div>`;
}
