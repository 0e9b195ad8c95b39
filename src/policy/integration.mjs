// Makes a built site keep a strict Content-Security-Policy of its own: without styles in the text of its pages, with the
// policy in each page and, for hosts that read such a file, as a header in _headers.
import { createHash } from "node:crypto";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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

const HEADERS = { "Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff" };

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
          const head = file.startsWith(GALLERY) ? own : `${meta}${own}`;
          writeFileSync(
            path,
            html.replace(/<meta charset="utf-8">/i, (charset) => `${charset}${head}`),
          );
        }
        writeFileSync(join(folder, "_headers"), headersFile(base));
        writeFileSync(join(folder, ".nojekyll"), "");
      },
    },
  };
}

/**
 * A page whose style attributes are classes, which a sheet defines.
 *
 * @param {string} html
 * @param {Map<string, string>} rules the declarations of each class; those of this page are added
 * @returns {{ html: string, hadStyles: boolean }}
 */
export function withoutStyles(html, rules) {
  let hadStyles = false;
  const without = html.replace(/<[a-z][^>]*?\sstyle="[^"]*"[^>]*>/gi, (tag) => {
    hadStyles = true;
    let name = "";
    const bare = tag.replace(/\sstyle="([^"]*)"/i, (_, style) => {
      const declarations = style.replaceAll("&quot;", '"').replaceAll("&amp;", "&");
      name = `p-${digest(declarations).slice(0, 6)}`;
      rules.set(name, declarations);
      return "";
    });
    return /\sclass="/.test(bare)
      ? bare.replace(/\sclass="/, `$&${name} `)
      : bare.replace(/^<[\w-]+/, `$& class="${name}"`);
  });
  return { html: without, hadStyles };
}

/** @param {string} base */
function headersFile(base) {
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
