/** What is asked in a page before something is replaced or forgotten. */
import { html, type TemplateResult } from "lit";

export interface Question {
  /** What would happen, in a sentence. */
  readonly says: string;
  /** What agreeing is called. */
  readonly yes: string;
  readonly agree: () => void;
}

/** The question with its two buttons; `settled` is called on either, before what is agreed to. */
export function questionTemplate({ says, yes, agree }: Question, settled: () => void): TemplateResult {
  return html`<p role="alert">${says}</p>
    <p class="controls">
      <button
        type="button"
        class="primary"
        @click=${() => {
          settled();
          agree();
        }}
      >
        ${yes}
      </button>
      <button type="button" @click=${settled}>Leave it as it is</button>
    </p>`;
}
