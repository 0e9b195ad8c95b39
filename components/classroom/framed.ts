/**
 * An assignment in a frame: without the site's header and footer; what leads to other pages opens beside; its height is told; and
 * its forms work in a sandbox, too.
 */
import { tellPageAround } from "./pageAround.ts";

if (parent !== window) {
  document.documentElement.dataset.framed = "";
  let last = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height !== last) tellPageAround({ kind: "size", height });
    last = height;
  }).observe(document.body);
  addEventListener("click", ({ target }) => openBeside(target), { capture: true });
  addEventListener("click", submitHere);
}

function openBeside(target: EventTarget | null): void {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  if (link && !link.download && link.href.split("#")[0] !== location.href.split("#")[0])
    link.target = "_blank";
}

/** A sandbox that allows no forms does not even say that one was to be sent. Those of this page are sent nowhere. */
function submitHere(event: MouseEvent): void {
  const { target } = event;
  const button = target instanceof Element ? target.closest<HTMLButtonElement>("button[type=submit]") : null;
  if (!button?.form) return;
  event.preventDefault();
  if (button.form.reportValidity())
    button.form.dispatchEvent(
      new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter: button }),
    );
}
