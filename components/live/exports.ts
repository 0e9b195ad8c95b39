/** A figure to take away: its numbers as CSV or JSON, its picture with all that belongs to it as SVG or PNG. */
import type { Device } from "../../src/engine/backends.ts";
import { resultOf, type Shown } from "../../src/experiments/drawing/drawing.ts";
import type { Experiment, FigureMeta, Measurement } from "../../src/experiments/experiment.ts";
import type { FigureState } from "../../src/runtime/figureState.ts";
import { late } from "../../src/runtime/late.ts";
import type { Origin } from "../../src/runtime/records/record.ts";
import { pngOfFigure, svgOfFigure } from "./exportedPicture.ts";
import { computedInWords, settingsInWords } from "./exportWords.ts";

export type ExportKind = "csv" | "json" | "svg" | "png" | "record";

interface Exported {
  readonly about: { readonly meta: Experiment; readonly figure: FigureMeta };
  readonly element: HTMLElement;
  readonly shown: readonly Shown[];
  readonly settings: FigureState;
  /** "<paper>/<figure>" */
  readonly name: string;
  /** The last report of each case that was run here. */
  readonly reports: readonly (Measurement | null)[];
  readonly lens: string;
  /** The address of the figure with its settings. */
  readonly link: string;
  /** Whether the figure stands at its start. */
  readonly isBefore: boolean;
  /** What computed the run that is shown, if one is. */
  readonly device: Device | null;
  /** Where the recorded result comes from. */
  readonly origin: Origin | null;
}

/** A file, by its name and content. */
export async function exportOf(kind: ExportKind, what: Exported): Promise<File> {
  const ending = kind === "record" ? "record.json" : kind;
  const name = `two-layers-${what.about.figure.id}-seed-${what.settings.seed}.${ending}`;
  const file = (content: BlobPart, type: string) => new File([content], name, { type });
  switch (kind) {
    case "csv":
      return file(csvOf(what.shown), "text/csv");
    case "json":
      return file(jsonOf(what), "application/json");
    case "svg":
      return file(svgOfFigure(what.element, wordsOf(what)), "image/svg+xml");
    case "png":
      return file(await pngOfFigure(what.element, wordsOf(what)), "image/png");
    case "record":
      return file(await recordIn(what), "application/json");
    default:
      return kind satisfies never;
  }
}

/** What can be executed again. @throws Error where nothing was run to its end here */
async function recordIn({
  name,
  about,
  element,
  shown,
  settings,
  reports,
  device,
}: Exported): Promise<string> {
  if (!device || !reports.every((each) => each?.finished))
    throw new Error("There is no record yet: run the figure to its end first.");
  const points = shown.map(({ parameters }) => ({
    experiment: about.meta.id,
    parameters,
    seed: settings.seed,
  }));
  const { recordOfFigure } = await late(() => import("../../src/runtime/records/record.ts"));
  const software = element.dataset.software ?? "";
  return `${JSON.stringify(recordOfFigure(name, points, reports, device, software), null, 1)}\n`;
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

/** What a picture says beside what the page shows. */
function wordsOf({ about, element, shown, settings, lens, link, ...how }: Exported) {
  const words = [
    ...settingsInWords(about, shown, settings.seed, lens),
    computedInWords({ meta: about.meta, shown, ...how }),
  ];
  // A value stays with its name, in one line.
  const inLine = words.map((each) => each.replace(": ", ":\u00a0")).join(" · ");
  return { settings: inLine, link, credit: creditOf(element) };
}

/** What the site is, on which paper, and under which licence. */
function creditOf(element: HTMLElement): string {
  return element.dataset.credit ?? "";
}

function jsonOf({ about, element, shown, settings, lens, link, device }: Exported): string {
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
  const { parameters, beside, lenses, seed, backend } = settings;
  const seen = {
    ...(about.figure.lens ? { lens } : {}),
    ...(beside ? { beside } : {}),
    ...(lenses ? { lenses } : {}),
  };
  const file = {
    title: about.figure.title,
    link,
    credit: creditOf(element),
    seed,
    settings: { parameters, seed, backend, ...seen },
    origin,
    cases,
  };
  return JSON.stringify(file, null, 1);
}
