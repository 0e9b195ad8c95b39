/** The dialog with the code that puts a figure or a claim into another page. Loaded when it is asked for. */
import { html, nothing, render } from "lit";
import { embedCode } from "./embedCode.ts";

/** Pixels around what is measured: the margins of the page in the frame, and the line beneath. */
const AROUND = 90;

/** Shows the code for an element at an address, in a dialog. */
export function showEmbedCode(element: HTMLElement, address: string, title: string): void {
  const { frame, script } = embedCode(address, title, Math.ceil(element.offsetHeight) + AROUND);
  const page = new URL(element.dataset.embed ?? "", location.href).href;
  const about = page.slice(0, page.lastIndexOf("/embed/") + "/embed/".length);
  const isFigure = element.localName === "live-figure";
  const dialog = document.createElement("dialog");
  dialog.className = "embed-code";
  dialog.ariaLabel = "Embed";
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      show("It is in your clipboard.");
    } catch {
      show("The browser does not let this page use the clipboard; select the code and copy it.");
    }
  };
  const block = (label: string, text: string) => html`<label class="field">
      ${label}
      <textarea readonly rows=${text.includes("\n") ? 7 : 4} spellcheck="false" @focus=${({ target }: Event) => (target as HTMLTextAreaElement).select()} .value=${text}></textarea>
    </label>
    <button type="button" class="quiet" @click=${() => void copy(text)}>Copy</button>`;
  const show = (said: string) =>
    render(
      html`<p>Put this into your own page. ${isFigure ? "It has the settings that the figure has now." : nothing}</p>
        ${block("The frame", frame)}
        ${block("Once a page, if you like: each frame gets the height that it needs", script)}
        <p role="status">${said || nothing}</p>
        <div class="controls">
          <a href=${about}>How a page and its frame speak to each other</a>
          <button type="button" class="primary" @click=${() => dialog.close()}>Close</button>
        </div>`,
      dialog,
    );
  show("");
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
