/** The options of a list that chooses the backend. */
import { html, type TemplateResult } from "lit";
import { BACKEND_LABELS, BACKENDS, type BackendChoice } from "../../src/engine/backends.ts";

export function backendOptions(chosen: BackendChoice): TemplateResult[] {
  const options = [
    ["auto", "best one here"],
    ...BACKENDS.map((backend) => [backend, BACKEND_LABELS[backend]] as const),
  ] as const;
  return options.map(
    ([value, label]) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`,
  );
}
