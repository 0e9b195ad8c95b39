/**
 * The site's typefaces for pictures that are drawn without a browser: as files that the renderer reads, which takes no
 * WOFF2, and as widths of characters, by which text is broken into lines.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Resvg, type ResvgRenderOptions } from "@resvg/resvg-js";
import { decompress } from "wawoff2";

export const SERIF = "Source Serif 4";
/** What the files call themselves: they were cut from a font that varies, whose first weight it is; 400 and 600 are in them. */
export const SANS = "Source Sans 3 ExtraLight";

const packages = fileURLToPath(new URL("../../node_modules/@fontsource/", import.meta.url));
/** Of fixed weight: the renderer does not vary the fonts that pages use. Letters beyond Latin are in files of their own. */
const FILES = ["latin", "latin-ext", "greek"].flatMap((script) => [
  `source-serif-4/files/source-serif-4-${script}-600-normal.woff2`,
  `source-sans-3/files/source-sans-3-${script}-400-normal.woff2`,
  `source-sans-3/files/source-sans-3-${script}-600-normal.woff2`,
]);
/** Has the signs of mathematics that no text face has; a TrueType file already. */
const SIGNS = fileURLToPath(
  new URL("../../node_modules/katex/dist/fonts/KaTeX_Main-Regular.ttf", import.meta.url),
);

export interface Faces {
  readonly font: NonNullable<ResvgRenderOptions["font"]>;
  /** Width of a line of text in pixels, kerning left out. */
  widthOf(text: string, family: string, weight: number, size: number): number;
  /** Deletes the files. */
  close(): void;
}

export async function openFaces(): Promise<Faces> {
  const folder = mkdtempSync(join(tmpdir(), "two-layers-faces-"));
  const fontFiles = [SIGNS];
  for (const [k, file] of FILES.entries()) {
    const path = join(folder, `${k}.ttf`);
    writeFileSync(path, await decompress(readFileSync(join(packages, file))));
    fontFiles.push(path);
  }
  const font = { loadSystemFonts: false, fontFiles, defaultFontFamily: SANS };
  const widths = new Map<string, number>();
  const widthOfOne = (character: string, family: string, weight: number) => {
    const key = `${weight} ${family} ${character}`;
    let width = widths.get(key);
    if (width === undefined) {
      // Between two bars, since a space by itself covers nothing.
      const across = (between: string) =>
        new Resvg(
          `<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="200"><text y="100" font-size="100" font-family="${family}" font-weight="${weight}" xml:space="preserve">|${escaped(between)}|</text></svg>`,
          { font },
        ).getBBox()?.width ?? 0;
      width = (across(character) - across("")) / 100;
      widths.set(key, width);
    }
    return width;
  };
  return {
    font,
    widthOf: (text, family, weight, size) =>
      size *
      Array.from(text, (character) => widthOfOne(character, family, weight)).reduce((a, b) => a + b, 0),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Text as it stands in XML. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
