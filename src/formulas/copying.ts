/** A formula that is copied is its TeX between dollars, once, and what stands around it is copied as it is. */

document.addEventListener("copy", (event) => {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !event.clipboardData) return;
  const range = selection.getRangeAt(0).cloneRange();
  for (const [node, extend] of [
    [range.startContainer, (math: Element) => range.setStartBefore(math)],
    [range.endContainer, (math: Element) => range.setEndAfter(math)],
  ] as const) {
    const math = (node instanceof Element ? node : node.parentElement)?.closest("math");
    if (math) extend(math);
  }
  const copied = range.cloneContents();
  const formulas = copied.querySelectorAll("math");
  if (formulas.length === 0) return;
  for (const hidden of copied.querySelectorAll("[popover]")) hidden.remove();
  for (const math of formulas) {
    const dollars = math.getAttribute("display") === "block" ? "$$" : "$";
    math.replaceWith(dollars + (math.querySelector("annotation")?.textContent ?? "") + dollars);
  }
  const place = document.createElement("div");
  place.append(copied);
  event.clipboardData.setData("text/html", place.innerHTML);
  event.clipboardData.setData("text/plain", place.textContent ?? "");
  event.preventDefault();
});

// It is loaded for what it does.
export {};
