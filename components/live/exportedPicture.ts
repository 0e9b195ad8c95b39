/**
 * Reads off a figure on the page what its picture is made of, with the colours and typefaces that the page has now, and
 * paints it. Where everything goes is in exportLayout.ts.
 */
import type { Key } from "../../src/experiments/drawing/drawing.ts";
import { type Look, type Measure, type PictureCell, type PictureDescription, svgOf } from "./exportLayout.ts";
import { computedColour } from "./inks.ts";

/** What the page does not show in so many words. */
interface Words {
  readonly settings: string;
  readonly link: string;
  readonly credit: string;
}

const COLOURED = ["fill", "stroke", "color", "stop-color"];
/** A typeface that readers may have instead; lines have room for its letters, too. */
const ELSEWHERE = "Arial, sans-serif";

export function svgOfFigure(figure: HTMLElement, words: Words): string {
  const { description, measure } = readOff(figure, words);
  return svgOf(description, measure).source;
}

/** Twice as large, in the page's own typeface. */
export async function pngOfFigure(figure: HTMLElement, words: Words): Promise<Blob> {
  const { description, measure } = readOff(figure, words);
  const look = { ...description.look, faces: await facesOf(description.look.family) };
  const { source, width, height } = svgOf({ ...description, look }, measure);
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await picture.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: 2 * width, height: 2 * height });
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) =>
      blob ? resolve(blob) : reject(new Error("This browser could not make the picture.")),
    );
  });
}

function readOff(figure: HTMLElement, words: Words): { description: PictureDescription; measure: Measure } {
  const colours = new Colours(figure);
  const family = colours.resolved("var(--sans)");
  const look: Look = {
    ink: colours.plain("var(--ink)"),
    muted: colours.plain("var(--muted)"),
    line: colours.plain("var(--line)"),
    ground: colours.plain("var(--panel)"),
    family,
  };
  const cells = Array.from(figure.querySelectorAll<HTMLElement>(".cell:not([hidden])"), (cell) =>
    cellOf(cell, colours),
  );
  // Names of lenses among the keys have no colour.
  const legend = [...figure.querySelectorAll<HTMLElement>(".legend li:not([hidden])")].flatMap(
    (item): Key[] => {
      const key = item.querySelector<HTMLElement>(".key");
      if (!key) return [];
      const colour = colours.plain(getComputedStyle(key).getPropertyValue("--key"));
      return [{ label: textOf(item), colour, mark: key.dataset.mark as Key["mark"] }];
    },
  );
  return {
    description: {
      title: textOf(figure.querySelector(".figure-title")),
      description: textOf(figure.querySelector(".sentence")),
      cells,
      legend,
      ...words,
      look,
    },
    measure: measureIn(family),
  };
}

function cellOf(cell: HTMLElement, colours: Colours): PictureCell {
  const plots = Array.from(cell.querySelectorAll(".plot:has([data-plot])"), (plot) => {
    const title = textOf(plot.querySelector(".plot-title"));
    // What a swipe would bring is there; what is drawn for another width or another moment is not.
    const shown = [...plot.querySelectorAll<SVGSVGElement>("[data-plot] > svg")].filter((svg) =>
      svg.checkVisibility(),
    );
    return shown.map((svg) => {
      const { width, height } = svg.viewBox.baseVal;
      return { title, width, height, markup: markupOf(svg, colours) };
    });
  });
  const numbers = Array.from(cell.querySelectorAll(".case-numbers dl"), (list) => ({
    label: textOf(list.previousElementSibling),
    items: Array.from(list.querySelectorAll("div:not([hidden]) > dt"), (term) => ({
      label: textOf(term),
      value: textOf(term.nextElementSibling),
    })),
  }));
  return { label: textOf(cell.querySelector(":scope > .cell-label")), plots: plots.flat(), numbers };
}

function textOf(element: Element | null): string {
  return element?.textContent?.replace(/\s+/g, " ").trim() ?? "";
}

/** A copy of a plot at the size for which it was drawn, that needs nothing of the page. */
function markupOf(svg: SVGSVGElement, colours: Colours): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const { width, height } = svg.viewBox.baseVal;
  // Rules by which a page lays a plot out would give it another size here.
  for (const style of copy.querySelectorAll("style")) style.remove();
  for (const name of ["class", "role", "aria-label"]) copy.removeAttribute(name);
  for (const [name, value] of Object.entries({ width, height })) copy.setAttribute(name, String(value));
  for (const element of [copy, ...copy.querySelectorAll<SVGElement>("*")]) {
    for (const { name, value } of [...element.attributes])
      if (name !== "style" && /var\(|color-mix\(/.test(value))
        element.setAttribute(name, COLOURED.includes(name) ? colours.plain(value) : colours.resolved(value));
    // A background is that of the picture.
    const styles = [...element.style].filter((name) => !name.startsWith("background"));
    for (const name of styles) {
      const value = element.style.getPropertyValue(name);
      element.setAttribute(name, COLOURED.includes(name) ? colours.plain(value) : colours.resolved(value));
    }
    element.removeAttribute("style");
  }
  return new XMLSerializer().serializeToString(copy);
}

/** The page's names for colours and typefaces, looked up. */
class Colours {
  readonly #style: CSSStyleDeclaration;
  readonly #known = new Map<string, string>();
  readonly #pixel: CanvasRenderingContext2D;

  constructor(element: HTMLElement) {
    this.#style = getComputedStyle(element);
    const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
    this.#pixel = canvas.getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
  }

  /** Without names of variables. */
  resolved(text: string): string {
    const found = text.replace(/var\((--[\w-]+)\)/g, (_, name: string) =>
      this.#style.getPropertyValue(name).trim(),
    );
    return found === text ? text : this.resolved(found);
  }

  /** A colour that is neither a name of the page nor a mixture: "rgb(0, 103, 168)". */
  plain(colour: string): string {
    if (/^(none|currentcolor|transparent|url\(.*)$/i.test(colour)) return colour;
    const known = this.#known.get(colour) ?? this.#looked(this.resolved(colour));
    this.#known.set(colour, known);
    return known;
  }

  #looked(colour: string): string {
    const pixel = this.#pixel;
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = computedColour(colour);
    pixel.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha = 255] = pixel.getImageData(0, 0, 1, 1).data;
    const solid = `${red}, ${green}, ${blue}`;
    return alpha === 255 ? `rgb(${solid})` : `rgba(${solid}, ${(alpha / 255).toFixed(3)})`;
  }
}

/** The wider of the page's typeface and of what may stand in for it. */
function measureIn(family: string): Measure {
  const context = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
  return (text, size, weight) =>
    Math.max(
      ...[family, ELSEWHERE].map((each) => {
        context.font = `${weight} ${size}px ${each}`;
        return context.measureText(text).width;
      }),
    );
}

/** The rules of the page for the first of some typefaces, with its files in them. */
async function facesOf(family: string): Promise<string> {
  const [first = ""] = family.split(",");
  const faces = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .filter(({ style }) => bare(style.getPropertyValue("font-family")) === bare(first));
  return (await Promise.all(faces.map(withFile))).join("\n");
}

function bare(name: string): string {
  return name.trim().replace(/["']/g, "");
}

/** A picture still has a typeface that is at hand, where the file cannot be had. */
async function withFile({ cssText, parentStyleSheet }: CSSFontFaceRule): Promise<string> {
  const [rule, address] = /url\(["']?([^"')]+)["']?\)/.exec(cssText) ?? [];
  if (!rule || !address) return "";
  try {
    const response = await fetch(new URL(address, parentStyleSheet?.href ?? location.href));
    if (!response.ok) return "";
    const inline = await addressOf(await response.blob());
    return cssText.replace(rule, () => `url("${inline}")`);
  } catch {
    return "";
  }
}

/** A file as an address that has all of it. */
function addressOf(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
