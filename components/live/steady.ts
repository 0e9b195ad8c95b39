/**
 * What stands below words that change while a run goes on stays where it is: their place has room for as many lines as it
 * has had, until it gets another width.
 */

/** Keeps in `--room` how high each element has been at its width. What is to come at first has its room by the page's styles. */
export function keepHeights(elements: Iterable<HTMLElement>): void {
  const widths = new Map<Element, number>();
  const observer = new ResizeObserver((entries) => {
    for (const { target, borderBoxSize } of entries) {
      const { inlineSize = 0, blockSize = 0 } = borderBoxSize[0] ?? {};
      const isAsWide = Math.abs(inlineSize - (widths.get(target) ?? inlineSize)) < 1;
      widths.set(target, inlineSize);
      const { style } = target as HTMLElement;
      if (isAsWide) style.setProperty("--room", `${blockSize}px`);
      else style.removeProperty("--room");
    }
  });
  for (const element of elements) observer.observe(element, { box: "border-box" });
}
