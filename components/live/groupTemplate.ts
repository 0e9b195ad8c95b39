/** Settings that belong together, under their heading where they have one. A template; what a field is, whoever has it says. */
import { html, type TemplateResult } from "lit";

interface Fields<Field> {
  /** Empty, where there is no heading. */
  readonly label: string;
  readonly controls: readonly Field[];
}

export function groupTemplate<Field>(
  { label, controls }: Fields<Field>,
  field: (control: Field) => unknown,
): TemplateResult {
  const fields = html`<div class="controls">${controls.map(field)}</div>`;
  return label
    ? html`<fieldset class="settings-group"><legend>${label}</legend>${fields}</fieldset>`
    : fields;
}
