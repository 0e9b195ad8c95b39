/** Reads off a built page what its preview picture is made of, with the styles that the page gives to its pictures. */
import { formatHex, interpolate } from "culori";
import juice from "juice";
import { parseHTML } from "linkedom";
import type { Card, PagePicture } from "./card.ts";
import { SANS } from "./faces.ts";

/** More would be too small to see. */
const MOST_PICTURES = 60;

export interface Preview {
  /** Address of the picture, as the page gives it. */
  readonly address: string;
  readonly card: Card;
}

/**
 * What a page says of itself to other sites, and its SVG inside elements with `data-preview`, whose value stands over it.
 * `data-preview-note` and `data-preview-verdict` are read wherever they are. Null for a page that names no picture.
 * @param stylesOf the text of a stylesheet, by its address
 */
export function previewOf(html: string, stylesOf: (address: string) => string): Preview | null {
  const { document } = parseHTML(html);
  const meta = (name: string) =>
    document.querySelector(`meta[property="${name}"]`)?.getAttribute("content") ?? "";
  const address = meta("og:image");
  if (!address) return null;
  const styles = [
    ...[...document.querySelectorAll("link[rel=stylesheet]")].map((link) =>
      stylesOf(link.getAttribute("href") ?? ""),
    ),
    ...[...document.querySelectorAll("style")].map((style) => style.textContent ?? ""),
  ].join("\n");
  const attribute = (name: string) => document.querySelector(`[${name}]`)?.getAttribute(name) ?? "";
  const places = [...document.querySelectorAll("[data-preview]")].slice(0, MOST_PICTURES);
  return {
    address,
    card: {
      title: meta("og:title"),
      description: meta("og:description"),
      note: attribute("data-preview-note"),
      verdict: attribute("data-preview-verdict"),
      pictures: pictures(places, styles),
    },
  };
}

function pictures(places: readonly Element[], styles: string): PagePicture[] {
  const found = places.flatMap((place) => {
    const svg = place.localName === "svg" ? place : place.querySelector("svg");
    return svg ? [{ svg, caption: place.getAttribute("data-preview") ?? "" }] : [];
  });
  if (found.length === 0) return [];
  // Its place says how large it is; a name may hold “>”, and nobody reads it.
  for (const { svg } of found)
    for (const name of ["width", "height", "font-family", "aria-label", "role"]) svg.removeAttribute(name);
  const together = `<div>${found.map(({ svg }) => svg.outerHTML).join("")}</div>`;
  const styled = juice.inlineContent(together, forPictures(styles), {
    resolveCSSVariables: true,
    xmlMode: true,
    inlinePseudoElements: false,
    applyWidthAttributes: false,
    applyHeightAttributes: false,
  });
  const sources = styled.match(/<svg[\s\S]*?<\/svg>/g) ?? [];
  return found.map(({ svg, caption }, k) => {
    const [, , width = 1, height = 1] = (svg.getAttribute("viewBox") ?? "").split(/\s+/).map(Number);
    return { source: plain(valued(sources[k] as string, styles)), width, height, caption };
  });
}

/** Without rules for other screens, which a picture does not have, and without what is loaded. */
function forPictures(styles: string): string {
  return styles.replace(/@font-face\s*{[^}]*}/g, "");
}

/** With the colours that attributes name, as a page has them in light. */
function valued(source: string, styles: string): string {
  return source.replace(
    /var\((--[\w-]+)\)/g,
    (name, property: string) => new RegExp(`${property}:\\s*([^;}]+)`).exec(styles)?.[1]?.trim() ?? name,
  );
}

/** What CSS may say and a drawing of its own does not understand, said otherwise; its size is given where it is placed. */
function plain(source: string): string {
  const [tag = ""] = /<svg[^>]*>/.exec(source) ?? [];
  const bare = tag.replace(
    /(^|[;"\s])((max-|min-)?(width|height|inline-size|block-size)|--[\w-]+|display):[^;"]*;?/g,
    "$1",
  );
  return (bare + source.slice(tag.length))
    .replace(/currentcolor/gi, "currentColor")
    .replace(/color-mix\(in oklab, ([^,]+) ([\d.]+)%, ([^,()]+)\)/g, mixed)
    .replace(/[⁰¹²³⁴-⁹⁻]+/g, raised)
    .replace(
      /font:\s*(?:[\w-]+\s+)*?([\d.]+(?:px|rem))[^;"]*/g,
      (_, size: string) => `font-size: ${inPixels(size)}`,
    )
    .replace(/font-size:\s*([\d.]+rem)/g, (_, size: string) => `font-size: ${inPixels(size)}`)
    .replace(/font-family:[^;"]*(?:&quot;[^;"]*)*;?/g, "")
    .replace("<svg", `<svg font-family="${SANS}"`);
}

/** A share of one colour in another, which only browsers can mix. */
function mixed(_: string, one: string, percent: string, other: string): string {
  return formatHex(interpolate([other.trim(), one.trim()], "oklab")(Number(percent) / 100));
}

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";

/** The faces at hand have no raised digits of their own. */
function raised(digits: string): string {
  const level = Array.from(digits, (digit) => "0123456789−"[RAISED.indexOf(digit)]).join("");
  return `<tspan font-size="70%" baseline-shift="super">${level}</tspan>`;
}

function inPixels(size: string): string {
  return size.endsWith("rem") ? `${16 * Number.parseFloat(size)}px` : size;
}
