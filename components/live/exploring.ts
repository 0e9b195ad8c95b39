/** Offers to go through a figure point by point; what does so is loaded when the offer is taken. */
import type { Explorer } from "./ofPaper.ts";

/** A button for everybody, and the pictures themselves for pointers. */
export function offerExplorer(
  figure: {
    readonly placeOf: (name: string) => HTMLElement;
    readonly placesOf: (name: string) => readonly HTMLElement[];
  },
  load: () => Promise<Explorer>,
): void {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Go through the points";
  const hint = document.createElement("p");
  hint.className = "progress-text";
  hint.textContent = "Or click a point of the map to see what is known of it.";
  let isTaken = false;
  const take = async (choose: (explorer: Explorer) => void) => {
    if (isTaken) return;
    isTaken = true;
    try {
      choose(await load());
    } catch (error) {
      isTaken = false;
      hint.textContent = (error as Error).message;
    }
  };
  button.addEventListener("click", () => void take((explorer) => explorer.choose(0, true)));
  figure.placeOf("explorer").replaceChildren(button, hint);
  for (const place of figure.placesOf("points"))
    place.addEventListener(
      "click",
      ({ clientX, clientY }) => void take((explorer) => explorer.chooseAt(clientX, clientY)),
    );
}
