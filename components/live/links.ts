/** Links of a page to one of its own figures with settings: they set the figure, without loading the page again. */

interface Opened extends HTMLElement {
  readonly open: (search: string) => void;
}

document.addEventListener("click", (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement | SVGAElement>("a[href*='#figure-']");
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (!link || !isPlain) return;
  const url = new URL(link.getAttribute("href") ?? "", location.href);
  if (url.pathname !== location.pathname || url.search === "") return;
  const place = document.querySelector(url.hash);
  const figure = place?.closest<Opened>("live-figure");
  if (!place || !figure) return;
  event.preventDefault();
  figure.open(url.search);
  place.scrollIntoView({ block: "start" });
});
