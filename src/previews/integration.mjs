// The pictures that other sites show beside a link to a page: drawn from the pages once they are built, so that they show
// what the pages show. Each is where the page says in og:image.
import { globSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { renderAsync } from "@resvg/resvg-js";
import sharp from "sharp";
import { svgOfCard } from "./card.ts";
import { openFaces } from "./faces.ts";
import { previewOf } from "./page.ts";

const tokens = readFileSync(new URL("../styles/tokens.css", import.meta.url), "utf8");
/** The colour of a token on a light page, whose values come first. @param {string} token @returns {string} */
function ink(token) {
  const [, other, colour] = new RegExp(`\\s${token}: (?:var\\((.*?)\\)|(#[0-9a-f]+));`).exec(tokens) ?? [];
  if (other) return ink(other);
  if (!colour) throw new RangeError(`src/styles/tokens.css has no colour ${token}.`);
  return colour;
}

/** @returns {import("astro").AstroIntegration} */
export function previews() {
  let base = "/";
  return {
    name: "previews",
    hooks: {
      "astro:config:done": ({ config }) => {
        base = `${config.base.replace(/\/$/, "")}/`;
      },
      "astro:build:done": async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        /** @param {string} address */
        const fileOf = (address) =>
          join(folder, new URL(address, "https://site.invalid").pathname.slice(base.length));
        /** @type {Map<string, string>} */
        const styles = new Map();
        /** @param {string} address */
        const stylesOf = (address) => {
          const known = styles.get(address) ?? readFileSync(fileOf(address), "utf8");
          styles.set(address, known);
          return known;
        };
        const faces = await openFaces();
        let drawn = 0;
        /** The picture before, which is painted while the next page is read. */
        let underWay = Promise.resolve();
        try {
          for (const page of globSync("**/*.html", { cwd: folder })) {
            const preview = previewOf(readFileSync(join(folder, page), "utf8"), stylesOf);
            if (!preview) continue;
            const svg = svgOfCard(preview.card, ink, faces).replace(/var\((--[\w-]+)\)/g, (_, token) =>
              ink(token),
            );
            await underWay;
            underWay = paint(svg, faces, fileOf(preview.address));
            drawn++;
          }
          await underWay;
        } finally {
          faces.close();
        }
        logger.info(`${drawn} pictures drawn`);
      },
    },
  };
}

/**
 * @param {string} svg
 * @param {import("./faces.ts").Faces} faces
 * @param {string} file
 */
async function paint(svg, { font }, file) {
  const { pixels, width, height } = await renderAsync(svg, { font });
  mkdirSync(dirname(file), { recursive: true });
  // A picture of few colours: with a palette it is a third as large, and looks the same.
  await sharp(pixels, { raw: { width, height, channels: 4 } })
    .png({ palette: true, effort: 4 })
    .toFile(file);
}
