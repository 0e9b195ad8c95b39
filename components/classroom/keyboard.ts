/**
 * Keeps the keyboard where somebody works when an element draws itself anew: where what had the focus has given way, what is
 * marked with data-next gets it.
 */
export class Keyboard {
  #wasInside = false;

  /** To be called before the drawing. */
  note(root: Element): void {
    this.#wasInside = root.contains(document.activeElement);
  }

  /** To be called after it. */
  goOn(root: Element): void {
    if (!this.#wasInside || document.activeElement !== document.body) return;
    root.querySelector<HTMLElement>("[data-next]")?.focus({ preventScroll: true });
  }
}
