/** A text that is there to be copied: a field that is selected when it has the focus, and a button. */
import { html, type TemplateResult } from "lit";

/** @param say what came of the button, in a sentence */
export function toCopy(label: string, text: string, say: (said: string) => void): TemplateResult {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      say("It is in your clipboard.");
    } catch {
      say("The browser does not let this page use the clipboard; select the code and copy it.");
    }
  };
  return html`<label class="field">
      ${label}
      <textarea readonly rows=${text.includes("\n") ? 7 : 4} spellcheck="false" @focus=${({ target }: Event) => (target as HTMLTextAreaElement).select()} .value=${text}></textarea>
    </label>
    <button type="button" class="quiet" aria-label=${`Copy: ${label}`} @click=${() => void copy()}>Copy</button>`;
}
