/** A figure to take away: its numbers as CSV or JSON, its plots as one SVG or PNG. */
import type { Device } from "../../src/engine/backends.ts";
import { resultOf, type Shown } from "../../src/experiments/drawing/drawing.ts";
import type { FigureState } from "../../src/runtime/permalink.ts";

export type ExportKind = "csv" | "json" | "svg" | "png";

interface Exported {
  /** The file's name without its extension. */
  readonly name: string;
  readonly element: HTMLElement;
  readonly shown: readonly Shown[];
  readonly settings: FigureState;
  readonly device: Device | null;
}

/** A file, by its name and content. */
export async function exportOf(kind: ExportKind, what: Exported): Promise<File> {
  const file = (content: BlobPart, type: string) => new File([content], `${what.name}.${kind}`, { type });
  switch (kind) {
    case "csv":
      return file(csvOf(what.shown), "text/csv");
    case "json":
      return file(jsonOf(what), "application/json");
    case "svg":
      return file(svgOf(what.element).source, "image/svg+xml");
    case "png":
      return file(await pngOf(what.element), "image/png");
    default:
      return kind satisfies never;
  }
}

/** Hands a file to the reader. */
export function download(file: File): void {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement("a"), { href: address, download: file.name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

/** One line per number: case, series, index, value. */
export function csvOf(shown: readonly Shown[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = shown.flatMap((each) => {
    const { quantities = {}, series = {} } = resultOf(each) ?? {};
    return [
      ...Object.entries(quantities).map(([name, value]) => [quoted(each.label), name, "", value].join(",")),
      ...Object.entries(series).flatMap(([name, values = []]) =>
        Array.from(values, (value, k) => [quoted(each.label), name, k, value].join(",")),
      ),
    ];
  });
  return `${["case,name,index,value", ...lines].join("\n")}\n`;
}

function jsonOf({ shown, settings, device }: Exported): string {
  const cases = shown.map((each) => {
    const result = resultOf(each);
    const series = Object.entries(result?.series ?? {}).map(([name, values = []]) => [
      name,
      Array.from(values),
    ]);
    return {
      label: each.label,
      parameters: each.parameters,
      step: result?.step,
      quantities: result?.quantities,
      series: Object.fromEntries(series),
    };
  });
  const origin = device ? { backend: device.backend, adapter: device.adapter } : "reference record";
  return JSON.stringify({ seed: settings.seed, origin, cases }, null, 1);
}

/** All plots of a figure, placed as on the page, with the colours that the page has now. */
function svgOf(element: HTMLElement): { source: string; width: number; height: number } {
  const cells = element.querySelector<HTMLElement>('[data-part="cells"]') as HTMLElement;
  const frame = cells.getBoundingClientRect();
  const style = getComputedStyle(element);
  const resolved = (text: string) =>
    text.replace(/var\((--[a-z0-9-]+)\)/g, (_, name: string) =>
      // The names of typefaces come in double quotes, which would end the attribute that they are put into.
      style.getPropertyValue(name).trim().replaceAll('"', "'"),
    );
  const plots = [...cells.querySelectorAll<SVGSVGElement>("[data-plot] > svg")].map((svg) => {
    const place = svg.getBoundingClientRect();
    const copy = svg.cloneNode(true) as SVGSVGElement;
    for (const [name, value] of Object.entries({
      x: place.left - frame.left,
      y: place.top - frame.top,
      width: place.width,
      height: place.height,
    })) {
      copy.setAttribute(name, String(Math.round(value)));
    }
    return resolved(new XMLSerializer().serializeToString(copy));
  });
  const labels = [...cells.querySelectorAll<HTMLElement>(".cell-label, .plot-title")].map((label) => {
    const place = label.getBoundingClientRect();
    const words = document.createElement("span");
    words.textContent = label.textContent;
    return `<text x="${Math.round(place.left - frame.left)}" y="${Math.round(place.top - frame.top + 15)}" font-size="14" font-family="sans-serif" fill="${style.getPropertyValue("--ink").trim()}">${words.innerHTML}</text>`;
  });
  const [width, height] = [Math.ceil(frame.width), Math.ceil(frame.height)];
  const ground = `<rect width="100%" height="100%" fill="${style.getPropertyValue("--panel").trim()}"/>`;
  const source = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${ground}${plots.join("")}${labels.join("")}</svg>`;
  return { source, width, height };
}

async function pngOf(element: HTMLElement): Promise<Blob> {
  const { source, width, height } = svgOf(element);
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
