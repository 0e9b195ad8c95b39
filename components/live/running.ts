/** What everything that runs in a page shows alike: which backend it is to have, and how long it has left. */
import { html, type TemplateResult } from "lit";
import { BACKEND_LABELS, BACKENDS, type BackendChoice } from "../../src/engine/backends.ts";

export interface BackendField {
  readonly id: string;
  readonly chosen: BackendChoice;
  readonly choose: (backend: BackendChoice) => void;
  readonly isDisabled?: boolean;
  /** Whether the label stands beside the list instead of over it. */
  readonly isInline?: boolean;
}

/** A list that chooses the backend, with its label. */
export function backendField(field: BackendField): TemplateResult {
  const { id, chosen, choose, isDisabled = false, isInline = false } = field;
  const options: readonly (readonly [BackendChoice, string])[] = [
    ["auto", "best one here"],
    ...BACKENDS.map((backend) => [backend, BACKEND_LABELS[backend]] as const),
  ];
  return html`<div class=${isInline ? "field inline" : "field"}>
    <label for=${id}>Computes on</label>
    <select id=${id} ?disabled=${isDisabled} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as BackendChoice)}>
      ${options.map(([value, label]) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`)}
    </select>
  </div>`;
}

/** Below this share of the work the time that it took says little about the rest. */
const TELLING_SHARE = 0.05;

/** ", about 12 s left", or nothing while that cannot be estimated; `begun` by `performance.now()`, at the share `from`. */
export function timeLeft(share: number, begun: number, from = 0): string {
  const gained = share - from;
  if (gained <= TELLING_SHARE) return "";
  const seconds = (performance.now() - begun) / 1000;
  return `, about ${Math.ceil((seconds * (1 - share)) / gained)} s left`;
}
