/** The parts of a page's own HTML that an element of it brings to life, by their names in `data-part`. */

/** @throws Error where the HTML does not have it. */
export function partOf(element: HTMLElement, name: string): HTMLElement {
  const found = element.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (!found) throw new Error(`<${element.localName}> lacks its part “${name}”.`);
  return found;
}

/** All parts of a name, in the order of the page; none where the HTML does not have it. */
export function partsOf(element: HTMLElement, name: string): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(`[data-part="${name}"]`)];
}

/** The part without what stood in it for readers without a script. */
export function clearedPartOf(element: HTMLElement, name: string): HTMLElement {
  const part = partOf(element, name);
  part.replaceChildren();
  return part;
}
