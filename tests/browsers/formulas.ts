// Measures the formulas of a page where they are drawn: an expression for the page. What it takes for wrong is what an engine
// that does not know MathML or a style of it does: nothing is seen, parts stand beside each other, a fraction in a line is
// as large as one by itself, a bracket hangs out of its place.
const script = () => {
  const wrong: string[] = [];
  const formulas = [...document.querySelectorAll("math")].filter((math) => math.checkVisibility());
  for (const math of formulas) {
    const tex = math.querySelector("annotation")?.textContent ?? "";
    const em = Number.parseFloat(getComputedStyle(math).fontSize);
    const complain = (what: string) => wrong.push(`${what}: ${tex}`);
    const box = math.getBoundingClientRect();
    if (box.width < 0.2 * em || box.height < 0.3 * em) complain(`is ${box.width} by ${box.height}`);
    for (const fraction of math.querySelectorAll("mfrac")) {
      const [above, below] = [...fraction.children].map((each) => each.getBoundingClientRect());
      if (!above || !below || above.bottom > below.top + 0.2 * em) complain("a fraction is not stacked");
      const isInLine =
        math.getAttribute("display") !== "block" && !fraction.closest("mstyle[displaystyle=true]");
      const size = Number.parseFloat(getComputedStyle(fraction.children[0] as Element).fontSize);
      if (isInLine && size > 0.8 * em) complain("a fraction in a line is large");
    }
    for (const raised of math.querySelectorAll("msup")) {
      const [base, exponent] = [...raised.children].map((each) => each.getBoundingClientRect());
      const middle = (rect?: DOMRect) => (rect ? rect.top + rect.height / 2 : Number.NaN);
      if (!(middle(exponent) < middle(base))) complain("an exponent is not raised");
    }
    for (const operator of math.querySelectorAll("mo")) {
      const range = document.createRange();
      range.selectNodeContents(operator);
      const [ink, place] = [range.getBoundingClientRect(), operator.getBoundingClientRect()];
      if (ink.width > 0 && ink.left < place.left - 0.2 * em) complain("an operator hangs out of its place");
    }
  }
  return { count: formulas.length, wrong };
};

export const measured = `(${script})()`;
