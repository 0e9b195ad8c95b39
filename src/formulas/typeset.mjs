// A formula in TeX as MathML, which browsers draw themselves: no style and no script of ours is needed to read it. Its TeX
// stays with it, for whoever copies it. Temml sets it; what stands here are the few things that it does not.
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import temml from "temml";

/** @typedef {import("hast").Element} Element */

/**
 * What Temml says by a style, which a host with a strict policy for styles would drop, and the class that says the same in
 * src/styles/formulas.css.
 *
 * @type {Record<string, string[]>}
 */
const CLASSES = {
  "display:block math;": [],
  "math-depth:0;": ["full-size"],
  "padding-left:0em;padding-right:0em;": ["close"],
  "padding-left:1em;padding-right:0em;": ["apart"],
};

/** Elements whose children stand in a row. */
const ROWS = ["mrow", "mtd", "msqrt", "mstyle"];
/** Elements with an index or an exponent. */
const SCRIPTED = ["msub", "msup", "msubsup"];
const FACTORS = ["mn", "msub", "msup", "msubsup", "mfrac", "msqrt", "mrow"];
const THIN = "0.167em";
const FUNCTION_APPLICATION = "\u2061";

/**
 * @param {string} tex
 * @param {boolean} [isDisplay] on a line of its own, with large operators
 * @returns {Element} a math element
 * @throws {Error} that says what is no formula
 */
export function typesetTree(tex, isDisplay = false) {
  const options = { displayMode: isDisplay, annotate: true, strict: true, throwOnError: true };
  const [math] = fromHtml(temml.renderToString(tex, options), { fragment: true }).children;
  const element = /** @type {Element} */ (math);
  putRight(element, tex);
  return element;
}

/**
 * The same as HTML.
 *
 * @param {string} tex
 * @param {boolean} [isDisplay]
 */
export function typeset(tex, isDisplay = false) {
  return toHtml(typesetTree(tex, isDisplay));
}

/** @param {Element} element @param {string} tex */
function putRight(element, tex) {
  const { style, ...properties } = element.properties;
  if (style !== undefined) {
    const classes = CLASSES[String(style)];
    if (!classes) throw new Error(`“${tex}” needs the style “${style}”, for which there is no class yet.`);
    const before = /** @type {string[]} */ (properties.className ?? []);
    element.properties = { ...properties, className: [...before, ...classes] };
  }
  // An operator alone is no operator there: WebKit would leave its spaces around it.
  if (SCRIPTED.includes(element.tagName))
    for (const script of element.children.slice(1))
      if (script.type === "element" && script.tagName === "mo")
        script.properties = { ...script.properties, lspace: "0em", rspace: "0em" };
  const children = element.children.flatMap((child) =>
    child.type === "element" ? /** @type {typeof element.children} */ (numbersOf(child)) : [child],
  );
  element.children = children.flatMap((child, k) => {
    const last = children[k - 1];
    const follows = ROWS.includes(element.tagName) && last?.type === "element" && child.type === "element";
    return follows && isFactor(last) && isFunction(child) ? [tag("mspace", { width: THIN }), child] : [child];
  });
  for (const child of element.children) if (child.type === "element") putRight(child, tex);
}

/** TeX leaves a thin space between a factor and a function. @param {Element} element */
function isFactor(element) {
  if (element.tagName === "mi") return /\p{L}/u.test(textOf(element));
  return (
    FACTORS.includes(element.tagName) || (element.tagName === "mo" && element.properties.form === "postfix")
  );
}

/** The name of a function and what applies it, in a row of their own. @param {Element} element */
function isFunction({ tagName, children: [name, applied] }) {
  return (
    tagName === "mrow" &&
    name?.type === "element" &&
    /^\p{L}{2,}$/u.test(textOf(name)) &&
    applied?.type === "element" &&
    textOf(applied) === FUNCTION_APPLICATION
  );
}

/** Two numbers with a comma between them, which Temml takes for one; but digits in threes are one. @param {Element} element */
function numbersOf(element) {
  const text = textOf(element);
  if (element.tagName !== "mn" || !text.includes(",") || /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text))
    return [element];
  return text
    .split(",")
    .flatMap((number, k) => [
      ...(k > 0 ? [tag("mo", { separator: "true" }, ",")] : []),
      tag("mn", {}, number),
    ]);
}

/** @param {Element} element */
function textOf({ children: [only] }) {
  return only?.type === "text" ? only.value : "";
}

/** @param {string} tagName @param {import("hast").Properties} properties @param {string} [text] @returns {Element} */
function tag(tagName, properties, text) {
  return { type: "element", tagName, properties, children: text ? [{ type: "text", value: text }] : [] };
}
