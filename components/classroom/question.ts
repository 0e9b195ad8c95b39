/** What is asked in a page before something is replaced or forgotten. */
import { html, nothing, type TemplateResult } from "lit";

export interface Question {
  /** What would happen, in a sentence. */
  readonly says: string;
  /** What agreeing is called. */
  readonly yes: string;
  readonly agree: () => void;
}

/** An element that asks, and asks no more once either button is pressed. */
interface Host {
  asked: Question | null;
}

/** The question of an element, if it has one, with its two buttons. */
export function questionOf(host: Host): TemplateResult | typeof nothing {
  if (!host.asked) return nothing;
  const { says, yes, agree } = host.asked;
  const settled = () => {
    host.asked = null;
  };
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
