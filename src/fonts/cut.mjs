// The faces of the text, cut from those of their packages: what src/styles/fonts.css says of a file is what it has, its
// weights and its characters, and of the typeface's refinements those that the styles ask for. 69 kB of 131 for what most
// pages show. Written into src/fonts/cut/, which is generated and not committed: `npm run fonts` makes it when it is out of date.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

const sheet = fileURLToPath(new URL("../styles/fonts.css", import.meta.url));
const { resolve } = createRequire(import.meta.url);

/** Spacing, ligatures and accents, which every text has, and the figures of tables. */
const FEATURES = [
  "kern",
  "liga",
  "clig",
  "calt",
  "rlig",
  "rclt",
  "ccmp",
  "locl",
  "mark",
  "mkmk",
  "tnum",
  "lnum",
];

/** A file that the styles name: the package's from which it is cut, and what of it is kept. */
const FACE =
  /font-weight: (?<min>\d+) (?<max>\d+);.*?url\("\.\.\/fonts\/(?<file>cut\/(?<family>[a-z0-9-]+?)-(?<style>normal|italic)[a-z-]*\.woff2)"\).*?unicode-range:(?<ranges>[^;]+);/gs;

/**
 * The characters of a range of Unicode, as styles write it: "U+20-7E, U+A0".
 *
 * @param {string} ranges
 */
function charactersOf(ranges) {
  return ranges
    .split(",")
    .flatMap((range) => {
      const [first = 0, last = first] = range
        .trim()
        .replace("U+", "")
        .split("-")
        .map((digits) => Number.parseInt(digits, 16));
      return Array.from({ length: last - first + 1 }, (_, k) => String.fromCodePoint(first + k));
    })
    .join("");
}

for (const { groups } of readFileSync(sheet, "utf8").matchAll(FACE)) {
  const { min, max, file, family, style, ranges } = /** @type {Record<string, string>} */ (groups);
  const source = resolve(`@fontsource-variable/${family}/files/${family}-latin-wght-${style}.woff2`);
  const target = fileURLToPath(new URL(`${file}`, import.meta.url));
  const isUpToDate =
    existsSync(target) &&
    [source, sheet, fileURLToPath(import.meta.url)].every(
      (each) => statSync(each).mtimeMs < statSync(target).mtimeMs,
    );
  if (isUpToDate) continue;
  mkdirSync(dirname(target), { recursive: true });
  const bytes = await subsetFont(readFileSync(source), charactersOf(ranges ?? ""), {
    targetFormat: "woff2",
    variationAxes: { wght: { min: Number(min), max: Number(max) } },
    keepFeatures: FEATURES,
  });
  writeFileSync(target, bytes);
  console.log(`fonts: ${bytes.length} bytes of ${file}`);
}
