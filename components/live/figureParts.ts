/** Puts a drawing into the parts of a figure that the page already has. */
import { html, render } from "lit";
import { differenceInWords } from "../../src/experiments/drawing/difference.ts";
import {
  type Drawing,
  type Key,
  keysOf,
  type Shown,
  type Table,
  type View,
} from "../../src/experiments/drawing/drawing.ts";
import { numbersOf, tableOf } from "../../src/experiments/drawing/words.ts";
import type { Experiment } from "../../src/experiments/experiment.ts";
import { Picture } from "./picture.ts";
import type { Standing } from "./standing.ts";

/** What the reader has chosen to see. */
export interface Seen {
  /** Of a result that can be seen in one of several ways. */
  readonly lens: string;
  /** What is switched on. */
  readonly lenses: readonly string[];
  /** Whether the second of two cases was set beside the first, to be compared with it. */
  readonly isPair?: boolean;
}

function isSeen(lenses: readonly string[]) {
  return ({ lens }: View): boolean => lens === undefined || lenses.includes(lens);
}

/**
 * Milliseconds of a frame for what moves in the plots of a figure. Those that they are not enough for come first in the
 * next frame, and what is spent beyond is paid back by the frames after it, up to a limit.
 */
const BUDGET = 1;
const LARGEST_DEBT = -8 * BUDGET;

export class FigureParts {
  readonly #drawing: Drawing;
  readonly #meta: Experiment;
  readonly #placeOf: (name: string) => HTMLElement;
  readonly #places = new Map<string, HTMLElement>();
  /** Whose turn it was last, among the plots. */
  #turn = -1;
  /** What is left of the budget. */
  #left = 0;
  readonly #pictures = new Map<Element, { picture: Picture; drawn: readonly unknown[] }>();

  constructor(drawing: Drawing, meta: Experiment, placeOf: (name: string) => HTMLElement) {
    this.#drawing = drawing;
    this.#meta = meta;
    this.#placeOf = placeOf;
  }

  /**
   * Draws every plot of which something has changed, each where the page has its place; between two beats of a run only
   * what moves, and of that as much as there is time for. Returns whether anything is left for the next frame.
   */
  draw(shown: readonly Shown[], { lens, lenses }: Seen, isMoving: boolean, isBeat: boolean): boolean {
    const cells = this.#placeOf("cells");
    // From now on it is drawn here what is shown, and nothing has to be kept back.
    cells.closest(".begins-at-start")?.classList.remove("begins-at-start");
    if (isBeat) {
      this.#writeNumbers(shown);
      this.#writeLegend(shown);
    }
    const plots = this.#drawing.views
      .filter(isSeen(lenses))
      .flatMap((view) =>
        (view.per === "case" ? shown.map((each) => [each]) : [shown]).map((group, k) => ({ view, group, k })),
      );
    this.#left = Math.min(BUDGET, this.#left + BUDGET);
    for (const _ of plots) {
      if (!isBeat && this.#left <= 0) return true;
      this.#turn = (this.#turn + 1) % plots.length;
      const { view, group, k } = plots[this.#turn] as (typeof plots)[number];
      const begun = performance.now();
      this.#drawOne(view, group, this.#placeIn(cells, `${k} ${view.id}`), lens, isMoving, isBeat);
      if (!isBeat) this.#left = Math.max(LARGEST_DEBT, this.#left + begun - performance.now());
    }
    return false;
  }

  #drawOne(
    view: View,
    group: readonly Shown[],
    place: HTMLElement | null,
    lens: string,
    isMoving: boolean,
    isBeat: boolean,
  ): void {
    if (!place) return;
    const kept = this.#pictures.get(place) ?? { picture: new Picture(place), drawn: [] };
    if (!isBeat && kept.picture.isStill) return;
    const drawn = [
      lens,
      isMoving,
      ...group.flatMap(({ now, reference, parameters }) => [now, reference, parameters]),
    ];
    if (isSameList(drawn, kept.drawn)) return;
    this.#pictures.set(place, { ...kept, drawn });
    const options = view.plot(group, lens);
    if (isMoving) kept.picture.move(options, view.title, isBeat);
    else kept.picture.rest(options, `${view.title}. ${this.#drawing.describe(group)}`);
  }

  #placeIn(cells: HTMLElement, plot: string): HTMLElement | null {
    const place = this.#places.get(plot) ?? cells.querySelector<HTMLElement>(`[data-plot="${plot}"]`);
    if (place) this.#places.set(plot, place);
    return place;
  }

  /** Draws everything anew at the next opportunity: its places have another size. */
  forget(): void {
    for (const [place, kept] of this.#pictures) this.#pictures.set(place, { ...kept, drawn: [] });
  }

  #writeNumbers(shown: readonly Shown[]): void {
    const { numbers = [] } = this.#drawing;
    if (numbers.length === 0) return;
    const cells = this.#placeOf("cells");
    shown.forEach((each, k) => {
      const places = cells.querySelectorAll(`[data-numbers="${k}"]`);
      numbersOf(this.#meta, each, numbers).forEach(({ value }, j) => {
        const place = places[j];
        if (place && place.textContent !== value) place.textContent = value;
      });
    });
  }

  /** The keys, where other ones belong to what is drawn now. */
  #writeLegend(shown: readonly Shown[]): void {
    if (!this.#drawing.moreKeys) return;
    const keys = keysOf(this.#drawing, shown);
    const place = this.#placeOf("legend");
    const there = Array.from(place.children, (item) => item.textContent?.trim());
    if (
      !isSameList(
        keys.map(({ label }) => label),
        there,
      )
    )
      place.replaceChildren(...keys.map(itemOf));
  }

  /** What the plots show, for those who listen or read; of a run that is under way, of what is there so far. */
  say(shown: readonly Shown[], { badge, hasResult, instead }: Standing, seen?: Seen): void {
    const label = document.createElement("span");
    label.className = "badge";
    label.textContent = badge;
    const words = hasResult
      ? this.#said(shown, seen)
      : [this.#drawing.beforehand?.(shown), instead].filter(Boolean).join(" ");
    const place = this.#placeOf("sentence");
    if (place.textContent !== `${badge} ${words}`) place.replaceChildren(label, ` ${words}`);
  }

  /** What is true of the whole, through each lens that is on, and of two cases beside each other. */
  #said(shown: readonly Shown[], { lenses, isPair }: Seen = { lens: "", lenses: [] }): string {
    const [one, other] = shown;
    const isOn = (lens: string | undefined) => lens === undefined || lenses.includes(lens);
    const names = (this.#drawing.numbers ?? []).filter((name) => isOn(this.#meta.quantities[name]?.lens));
    return [
      this.#drawing.describe(shown),
      ...lenses
        .filter((lens) => shown.every((each) => this.#isSeenThrough(lens, each)))
        .map((lens) => this.#drawing.describeThrough?.(lens, shown)),
      isPair && one && other ? differenceInWords(this.#meta, [one, other], names) : "",
    ]
      .filter(Boolean)
      .join(" ");
  }

  /** Whether a result has anything that was seen through a lens; one that was on only later does not. */
  #isSeenThrough(lens: string, { now, reference }: Shown): boolean {
    const names = Object.keys((now ?? reference)?.quantities ?? {});
    return names.some((name) => this.#meta.quantities[name]?.lens === lens);
  }

  tabulate(shown: readonly Shown[]): void {
    renderTable(this.#placeOf("table"), tableOf(this.#drawing, this.#meta, shown));
  }

  /** What is done of the run, in words, where the drawing has some. */
  doneIn(shown: readonly Shown[]): string {
    return this.#drawing.done?.(shown) ?? "";
  }
}

/** As the page has it: a sample of the mark, and what it means. */
function itemOf({ label, colour, mark }: Key): HTMLElement {
  const sample = document.createElement("span");
  sample.className = "key";
  sample.dataset.mark = mark;
  sample.style.setProperty("--key", colour);
  sample.setAttribute("aria-hidden", "true");
  const item = document.createElement("li");
  item.append(sample, ` ${label}`);
  return item;
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, k) => each === other[k]);
}

export function renderTable(place: HTMLElement, { columns, rows }: Table): void {
  const show = (value: string | number) => (typeof value === "number" ? value.toLocaleString("en") : value);
  const fresh = document.createElement("div");
  render(
    html`<table>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first, ...rest]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${rest.map((value) => html`<td>${show(value)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`,
    fresh,
  );
  place.replaceChildren(...fresh.childNodes);
}
