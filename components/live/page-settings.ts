/** <page-settings>: sets what holds for all figures of the page. */
import { html, LitElement } from "lit";
import { pageSettings } from "./pageSettings.ts";
import { backendField } from "./running.ts";

class PageSettingsElement extends LitElement {
  override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    pageSettings.addEventListener("change", () => this.requestUpdate());
  }

  override render() {
    return html`<details class="page-settings">
      <summary>How the figures run</summary>
      <div class="controls">
        ${backendField({ id: "page-backend", chosen: pageSettings.backend, choose: (backend) => pageSettings.set({ backend }) })}
        <label class="check">
          <input
            type="checkbox"
            .checked=${pageSettings.isWatched}
            @change=${({ target }: Event) => pageSettings.set({ isWatched: (target as HTMLInputElement).checked })}
          />
          Slow enough to watch
        </label>
      </div>
    </details>`;
  }
}

customElements.define("page-settings", PageSettingsElement);
