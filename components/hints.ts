/**
 * Opens and closes the popovers of components/Hint.astro: what browsers with interest invokers do by themselves, for
 * those without. A tap, by which Hint.astro has one shown, for all: a finger cannot hover.
 *
 * A hint stays while the pointer is on it, so that it can be read with a magnifier, and goes at Escape, at a press
 * elsewhere, and when pointer or focus have moved on.
 */

/** Milliseconds for which a pointer rests on a link before its hint comes, and is away before it goes. */
const REST = 250;

const isNative = "interestForElement" in HTMLAnchorElement.prototype;
let opened: { readonly link: Element; readonly hint: HTMLElement } | undefined;
let waiting: ReturnType<typeof setTimeout> | undefined;

const at = ({ target }: Event) => (target instanceof Element ? target : null);
const linkAt = (event: Event) => at(event)?.closest<HTMLElement>("a[interestfor]") ?? null;
const isInHint = (event: Event) => at(event)?.closest(".hint") === opened?.hint;

export function show(link: HTMLElement): void {
  const hint = document.getElementById(link.getAttribute("interestfor") ?? "");
  if (!hint?.showPopover || hint.matches(":popover-open")) return;
  hide();
  hint.showPopover({ source: link });
  if (!CSS.supports("position-area", "block-start")) placeBelow(link, hint);
  opened = { link, hint };
}

function hide(): void {
  clearTimeout(waiting);
  if (opened?.hint.matches(":popover-open")) opened.hint.hidePopover();
  opened = undefined;
}

/** Where a browser cannot place one element beside another. */
function placeBelow(link: Element, hint: HTMLElement): void {
  const { left, bottom } = link.getBoundingClientRect();
  hint.style.left = `${Math.max(8, Math.min(left, innerWidth - hint.offsetWidth - 8))}px`;
  hint.style.top = `${bottom}px`;
}

function soon(act: () => void): void {
  clearTimeout(waiting);
  waiting = setTimeout(act, REST);
}

addEventListener("pointerdown", (event) => {
  if (opened && !isInHint(event) && linkAt(event) !== opened.link) hide();
});

if (!isNative) {
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = linkAt(event);
    if (link) soon(() => show(link));
    else if (opened && isInHint(event)) clearTimeout(waiting);
    else soon(hide);
  });
  document.addEventListener("focusin", (event) => {
    const link = linkAt(event);
    if (link?.matches(":focus-visible")) show(link);
    else if (!isInHint(event)) hide();
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide();
  });
  // What the hand that had this loaded is on.
  const link = document.querySelector<HTMLElement>("a[interestfor]:hover, a[interestfor]:focus-visible");
  if (link) soon(() => show(link));
}
