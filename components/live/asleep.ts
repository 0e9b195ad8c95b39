/**
 * A figure or claim in a page for frames, before anybody turns to it: its recorded result, and one button. What makes it live
 * is loaded at the first sign of a hand, or when it is asked for; a lesson with ten frames would else load ten figures.
 */
import { clearedPartOf } from "../parts.ts";
import { savesData } from "./near.ts";

/** Milliseconds after which a pointer that was let go has pressed nothing. */
const NO_PRESS = 300;

interface Waking {
  /** The part of the element where its controls will stand. */
  readonly part: string;
  /** What is on the button. */
  readonly label: string;
  /** Defines the element, and ends once its controls are there. @throws Error in a sentence */
  readonly load: () => Promise<unknown>;
  /** What the button does once the element is there. */
  readonly press: () => unknown;
}

/** Puts the button where the controls will stand. Returns what loads the rest, once; where that fails, the next call tries again. */
export function asleep(element: HTMLElement, { part, label, load, press }: Waking): () => Promise<void> {
  const controls = clearedPartOf(element, part);
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    className: "primary",
    textContent: label,
  });
  const said = document.createElement("p");
  said.className = "progress-text";
  said.setAttribute("role", "status");
  const row = document.createElement("div");
  row.className = "controls";
  row.append(button, said);
  const stand = document.createElement("div");
  stand.className = controls.className;
  stand.append(row);
  controls.hidden = true;
  controls.before(stand);

  let held = Promise.resolve();
  let waking: Promise<void> | null = null;
  const giveWay = () => {
    const hasFocus = document.activeElement === button;
    controls.hidden = false;
    stand.remove();
    if (hasFocus) controls.querySelector<HTMLElement>("button.primary")?.focus({ preventScroll: true });
  };
  const wake = (): Promise<void> => {
    waking ??= load()
      // A button that goes away while it is pressed would not be pressed.
      .then(() => held)
      .then(giveWay)
      .catch((error: Error) => {
        waking = null;
        said.textContent = error.message;
        throw error;
      });
    return waking;
  };

  button.addEventListener("pointerdown", () => {
    held = untilLetGo();
  });
  button.addEventListener("click", () => {
    said.textContent = "Starting …";
    void wake().then(press, () => {});
  });
  const stirs = ["pointerdown", "focusin", "keydown", ...(savesData() ? [] : ["pointerover"])];
  for (const stir of stirs) addEventListener(stir, () => void wake().catch(() => {}), { once: true });
  return wake;
}

/** Ends when what is pressed now was pressed, or let go without. */
function untilLetGo(): Promise<void> {
  return new Promise((done) => {
    addEventListener("click", () => done(), { once: true });
    addEventListener("pointercancel", () => done(), { once: true });
    addEventListener("pointerup", () => setTimeout(done, NO_PRESS), { once: true });
  });
}
