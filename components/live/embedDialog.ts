/** The dialog with the code that puts a figure or a claim into another page, and with the link that a teacher gives out. */
import { html, nothing, render } from "lit";
import type { FigureState } from "../../src/runtime/figureState.ts";
import { toCopy } from "../toCopy.ts";
import { embedCode } from "./embedCode.ts";
import { groupTemplate } from "./groupTemplate.ts";

/** Pixels around what is measured: the margins of the page in the frame, and the line beneath. */
const AROUND = 90;

/** What nobody who follows a link can change, or even sees. */
export type Limits = Pick<FigureState, "locked" | "hidden">;

/** What is to be embedded. */
export interface Embeddable {
  readonly title: string;
  /** Its settings, where it has some: under headings, or without one. */
  readonly groups?: readonly { readonly label: string; readonly controls: readonly Named[] }[];
  /** Those that are locked and hidden now. */
  readonly limits?: Limits;
  /** The addresses of the frame, and of the page that it stands in here. */
  readonly frame: (limits: Limits) => string;
  readonly link?: (limits: Limits) => string;
}

/** A setting. */
interface Named {
  readonly name: string;
  readonly label: string;
}

const ACCESS = ["can be set", "is shown, but locked", "is not shown"] as const;

/** Shows the code for an element, in a dialog. */
export function showEmbedCode(element: HTMLElement, what: Embeddable): void {
  const { title, groups = [], link } = what;
  const page = new URL(element.dataset.embed ?? "", location.href).href;
  const about = page.slice(0, page.lastIndexOf("/embed/") + "/embed/".length);
  const dialog = document.createElement("dialog");
  dialog.className = "embed-code";
  dialog.ariaLabel = "Embed";
  let limits: Limits = what.limits ?? { locked: [], hidden: [] };
  const block = (label: string, text: string) => toCopy(label, text, (said) => show(said));
  const accessTo = (name: string) =>
    limits.hidden.includes(name) ? 2 : limits.locked.includes(name) ? 1 : 0;
  const give = (name: string, access: number) => {
    const without = (names: readonly string[]) => names.filter((each) => each !== name);
    const [locked, hidden] = [without(limits.locked), without(limits.hidden)];
    limits = {
      locked: access === 1 ? [...locked, name] : locked,
      hidden: access === 2 ? [...hidden, name] : hidden,
    };
    show("");
  };
  const accessField = ({ name, label }: Named) =>
    html`<label class="field"
      >${label}
      <select @change=${({ target }: Event) => give(name, (target as HTMLSelectElement).selectedIndex)}>
        ${ACCESS.map((words, access) => html`<option ?selected=${accessTo(name) === access}>${words}</option>`)}
      </select></label
    >`;
  const forClass = () => html`<details class="for-class">
    <summary>For a class: settings that stay as they are</summary>
    <p>Frame and link keep what you lock here. It is a help against slips, not against anybody who edits the address.</p>
    ${groups.map(({ label, controls }) => groupTemplate({ label, controls }, accessField))}
  </details>`;
  const show = (said: string) => {
    const { frame, script } = embedCode(what.frame(limits), title, Math.ceil(element.offsetHeight) + AROUND);
    render(
      html`<p>Put this into your own page. ${link ? "It has the settings that the figure has now." : nothing}</p>
        ${block("The frame", frame)}
        ${block("Once a page, if you like: each frame gets the height that it needs", script)}
        ${link ? block("Or a link to the figure in its article", link(limits)) : nothing}
        ${groups.length > 0 ? forClass() : nothing}
        <p role="status">${said || nothing}</p>
        <div class="controls">
          <a href=${about}>How a page and its frame speak to each other</a>
          <button type="button" class="primary" @click=${() => dialog.close()}>Close</button>
        </div>`,
      dialog,
    );
  };
  show("");
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
