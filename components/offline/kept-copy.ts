/** <kept-copy>: says what this browser keeps of the site to work without a connection, and takes it away or allows it again. */
import { accept, decline, whatIsKept } from "./keptCopy.ts";
import { container, isDeclined } from "./register.ts";

class KeptCopy extends HTMLElement {
  connectedCallback(): void {
    void this.#show();
  }

  async #show(): Promise<void> {
    if (!container()) return this.#say("This browser does not let the site keep anything here.");
    if (isDeclined())
      return this.#say("Nothing is kept, as you asked.", "Allow it again", async () => accept());
    const { pages, bytes } = await whatIsKept().catch(() => ({ pages: 0, bytes: 0 }));
    if (pages === 0) return this.#say("So far this browser keeps nothing.", "Keep nothing", decline);
    const size = `${(bytes / 1e6).toFixed(1)} MB`;
    return this.#say(
      `This browser keeps ${pages} pages and what they run on, ${size} in all.`,
      "Remove it",
      decline,
    );
  }

  #say(sentence: string, label?: string, act?: () => Promise<void>): void {
    const said = Object.assign(document.createElement("p"), { textContent: sentence });
    this.replaceChildren(said);
    if (!label || !act) return;
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
    button.addEventListener("click", () => {
      button.disabled = true;
      void act().then(() => this.#show());
    });
    said.append(" ", button);
  }
}

customElements.define("kept-copy", KeptCopy);
