/** Colours of the page, names of variables and mixtures among them, as a canvas understands them. */

/** What the style of an element comes to that has this colour. */
export function computedColour(colour: string): string {
  if (!sample.isConnected) document.body.append(sample);
  sample.style.color = colour;
  return getComputedStyle(sample).color;
}

/** Stays in the page: to take it out and put it back for a colour would have all of the page looked through. */
const sample = Object.assign(document.createElement("i"), { hidden: true });

const INKS = new Map<string, string>();
// Another theme has other colours.
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => INKS.clear());

/** The same, looked up once as long as the theme stays. */
export function inkOf(colour: string): string {
  const ink = INKS.get(colour) ?? computedColour(colour);
  INKS.set(colour, ink);
  return ink;
}
