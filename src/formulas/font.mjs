// The font of the formulas: STIX Two Math, of which only the characters below are kept, 30 kB of 400. Written as
// font/stix-two-math.woff2, which is generated and not committed: `npm run formulas` makes it when it is out of date.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

/** @param {number} first @param {number} last code points */
const range = (first, last) =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, k) => first + k));

/** What formulas of the site may be made of. A test asks for the characters of all that there are. */
export const CHARACTERS = [
  range(0x20, 0x7e), // Latin
  range(0x391, 0x3c9), // Greek
  range(0x1d434, 0x1d467), // italic Latin, which a single letter becomes
  "ℎ",
  range(0x1d6e2, 0x1d71b), // italic Greek
  "\u2061±×·…′″‖→↦∈∉∑∏∫√∞≈≠≤≥≪≫∝∂∇⊤⟂∥⋅⋯−∘ℝℕ𝔼ℰℓ⟨⟩ˆ~‾¯ˉ⊙∣∼≃≡⌈⌉˙∗⟺≲≳≍𝖳ϵ",
].join("");

const here = fileURLToPath(new URL(".", import.meta.url));
const font = `${here}font/stix-two-math.woff2`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const source = createRequire(import.meta.url).resolve(
    "@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff",
  );
  const isUpToDate =
    existsSync(font) &&
    [source, fileURLToPath(import.meta.url)].every((file) => statSync(file).mtimeMs < statSync(font).mtimeMs);
  if (!isUpToDate) {
    mkdirSync(`${here}font`, { recursive: true });
    const bytes = await subsetFont(readFileSync(source), CHARACTERS, { targetFormat: "woff2" });
    writeFileSync(font, bytes);
    console.log(`formulas: ${bytes.length} bytes of STIX Two Math`);
  }
}
