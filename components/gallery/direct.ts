/** Brings the figure of a page of the gallery into its state, as a reader does: by its buttons and fields. */
import { beset, FAULTS, goOffline } from "./faults.ts";
import type { StageId } from "./stages.ts";

/** A text that no field for a number takes. */
const NONSENSE = "some";

const figure = document.querySelector<HTMLElement>("live-figure");
const stage = document.querySelector<HTMLElement>("[data-stage]")?.dataset.stage as StageId | undefined;

/** What has to be so before the figure comes to life. */
const BEFORE: Readonly<Partial<Record<StageId, () => void>>> = {
  // A machine on which nothing long is quick.
  "not-run-yet": () => Object.defineProperty(navigator, "hardwareConcurrency", { value: 1 }),
  starting: () => beset(FAULTS.silent),
  running: () => beset(FAULTS.slow),
  paused: () => beset(FAULTS.slow),
  failed: () => beset(FAULTS.exhausted),
  "lost-device": () => beset(FAULTS.lost),
  refused: () => {
    const id = figure?.dataset.figure?.split("/")[1];
    if (location.search === "") location.replace(`?${id}.seed=${NONSENSE}`);
  },
};

const THEN: Readonly<Partial<Record<StageId, () => Promise<void> | void>>> = {
  "not-run-yet": () => type("seed", "2"),
  starting: () => press("Run"),
  running: () => press("Run"),
  paused: async () => {
    await press("Run");
    await until(() => stepsIn() > 0);
    await press("Pause");
  },
  finished: () => press("Run"),
  failed: () => press("Run"),
  offline: async () => {
    await until(() => buttonNamed("Run"));
    goOffline();
    await press("Run");
  },
  "lost-device": () => press("Run"),
  problem: async () => {
    const field = await until(() => figure?.querySelector<HTMLInputElement>(".field input.number"));
    enter(field, NONSENSE);
  },
  explorer: () => press("Go through the points"),
  rewind: async () => {
    await press("Run");
    await until(() => barText().includes("finished"));
    const slider = await until(() => figure?.querySelector<HTMLInputElement>(".rewind input:enabled"));
    slider.value = String(Math.floor(Number(slider.max) / 2));
    slider.dispatchEvent(new Event("input"));
  },
  readout: async () => {
    await until(() => buttonNamed("Run"));
    const plot = await until(() => figure?.querySelector<HTMLElement>("[data-plot]"));
    plot.focus();
    // Its words are loaded when the focus comes.
    await until(() => plot.parentElement?.querySelector(".readout"));
    await until(() => {
      plot.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
      return !plot.parentElement?.querySelector<HTMLElement>(".readout")?.hidden;
    });
  },
};

const barText = () => figure?.querySelector(".progress-text")?.textContent ?? "";

function stepsIn(): number {
  return Number.parseInt(/([\d,]+) steps/.exec(barText())?.[1]?.replaceAll(",", "") ?? "0", 10);
}

function buttonNamed(words: string): HTMLButtonElement | undefined {
  const buttons = [...(figure?.querySelectorAll<HTMLButtonElement>("button:enabled") ?? [])];
  return buttons.find(({ textContent }) => textContent.trim() === words);
}

async function press(words: string): Promise<void> {
  const button = await until(() => buttonNamed(words));
  button.focus({ preventScroll: true });
  button.click();
}

async function type(field: string, text: string): Promise<void> {
  enter(await until(() => figure?.querySelector<HTMLInputElement>(`input[id$="-${field}"]`)), text);
}

function enter(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event("change"));
}

/** Waits for something to be there. */
async function until<What>(look: () => What | undefined | null | false): Promise<What> {
  for (;;) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

if (stage) {
  BEFORE[stage]?.();
  await THEN[stage]?.();
}
