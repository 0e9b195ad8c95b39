// Makes a built site keep a strict Content-Security-Policy of its own: without styles in the text of its pages, with the
// policy in each page and, for hosts that read such a file, as a header in _headers.
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

/** What pages need, and no more: scripts, styles and data of their own, WebAssembly, and pictures that they make. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob: data:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** What a host says with every file, if it can. Without the last, a frame in a sandbox loads none of them. */
export const HEADERS = {
  "Content-Security-Policy": POLICY,
  "X-Content-Type-Options": "nosniff",
  "Access-Control-Allow-Origin": "*",
};

/** Its pages have a script in their text, and are not of the published site. */
const GALLERY = "gallery/";

/** @returns {import("astro").AstroIntegration} */
export function policy() {
  let base = "/";
  return {
    name: "policy",
    hooks: {
      "astro:config:done": ({ config }) => {
        base = `/${config.base}/`.replace(/\/+/g, "/");
      },
      "astro:build:done": ({ dir }) => {
        const folder = fileURLToPath(dir);
        const rules = new Map();
        const pages = globSync("**/*.html", { cwd: folder }).map((file) => {
          const path = join(folder, file);
          return { file, path, ...withoutStyles(readFileSync(path, "utf8"), rules) };
        });
        const sheet = [...rules].map(([name, style]) => `.${name}{${style}}`).join("\n");
        const name = `assets/places.${digest(sheet)}.css`;
        writeFileSync(join(folder, name), sheet);
        const meta = `<meta http-equiv="content-security-policy" content="${POLICY}">`;
        for (const { file, path, html, hadStyles } of pages) {
          const own = hadStyles ? `<link rel="stylesheet" href="${base}${name}">` : "";
          writeFileSync(
            path,
            inHead(html, file.startsWith(normalize(GALLERY)) ? own : `${meta}${own}`, file),
          );
        }
        writeFileSync(join(folder, "_headers"), headersFile(base));
        writeFileSync(join(folder, ".nojekyll"), "");
      },
    },
  };
}

/**
 * A page with more in its head, right after its encoding, so that it holds for all that follows.
 *
 * @param {string} html
 * @param {string} more
 * @param {string} file what an error calls the page
 */
function inHead(html, more, file) {
  const charset = /<meta charset="utf-8"\s*\/?>/i;
  if (!charset.test(html)) throw new Error(`${file} names no encoding, so that its policy has no place.`);
  return html.replace(charset, (found) => `${found}${more}`);
}

/** A tag that begins an element, and an attribute in it: either may have the other's signs within its quotes. */
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;
const ATTRIBUTE = /\s([^\s"'=<>/]+)=("[^"]*"|'[^']*')/g;

/**
 * A page whose style attributes are classes, which a sheet defines.
 *
 * @param {string} html
 * @param {Map<string, string>} rules the declarations of each class; those of this page are added
 * @returns {{ html: string, hadStyles: boolean }}
 */
export function withoutStyles(html, rules) {
  let hadStyles = false;
  const without = html.replace(TAG, (tag) => {
    let name = "";
    const bare = tag.replace(ATTRIBUTE, (whole, attribute, quoted) => {
      if (attribute.toLowerCase() !== "style") return whole;
      const declarations = quoted.slice(1, -1).replaceAll("&quot;", '"').replaceAll("&amp;", "&");
      name = `p-${digest(declarations)}`;
      rules.set(name, declarations);
      return "";
    });
    if (name === "") return tag;
    hadStyles = true;
    const classed = bare.replace(ATTRIBUTE, (whole, attribute, quoted) =>
      attribute.toLowerCase() === "class" ? ` class=${quoted[0]}${name} ${quoted.slice(1)}` : whole,
    );
    return classed === bare ? bare.replace(/^<[\w-]+/, `$& class="${name}"`) : classed;
  });
  return { html: without, hadStyles };
}

/**
 * The file from which Netlify and Cloudflare Pages take the headers of a site.
 *
 * @param {string} base where the site is, with both its slashes
 */
export function headersFile(base) {
  const lines = Object.entries(HEADERS).map(([name, value]) => `  ${name}: ${value}`);
  const forever = "  Cache-Control: public, max-age=31536000, immutable";
  return [
    `${base}*`,
    ...lines,
    `${base}assets/*`,
    forever,
    `${base}sw.js`,
    "  Cache-Control: no-cache",
    "",
  ].join("\n");
}

/** @param {string} text */
function digest(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}
