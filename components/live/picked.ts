/** What was picked last on a page, for the other figures that can be set to it: each offers it, none is changed by it. */

/** Settings with the texts of their values, and the figure on which they were picked. */
export interface Picked {
  readonly figure: string;
  readonly title: string;
  readonly texts: Readonly<Record<string, string>>;
}

class LastPick extends EventTarget {
  #latest: Picked | null = null;

  /** The latest pick, if another figure made it and a figure with these controls can take it. */
  for(figure: string, controls: readonly string[]): Picked | null {
    const latest = this.#latest;
    if (!latest || latest.figure === figure) return null;
    return Object.keys(latest.texts).every((name) => controls.includes(name)) ? latest : null;
  }

  take(picked: Picked): void {
    this.#latest = picked;
    this.dispatchEvent(new Event("change"));
  }
}

export const lastPick = new LastPick();
