// A formula as a line of letters, for where no formula can stand: an excerpt among what a search has found. Read from its MathML.

/** @typedef {import("hast").Element} Element */
/** @typedef {import("hast").ElementContent} ElementContent */

/** Letters and signs that can be raised, and lowered. */
const RAISED = pairs(
  "0123456789+−=()abcdefghijklmnoprstuvwxyzβγδφχ′",
  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵝᵞᵟᵠᵡ′",
);
const LOWERED = pairs("0123456789+−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ");

/** Signs that stand between blanks. */
const BETWEEN = /^[=≠≈≃≅∼~<>≤≥≪≫∝→←∈⊂+−±·×⋅:]$/u;
/** Signs that nobody sees. */
const UNSEEN = /[\u2061-\u2064]/gu;

/**
 * @param {ElementContent} node of MathML
 * @returns {string}
 */
export function inLetters(node) {
  if (node.type === "text") return node.value.replace(UNSEEN, "").trim();
  if (node.type !== "element") return "";
  const [first = "", second = "", third = ""] = node.children.map(inLetters);
  switch (node.tagName) {
    case "annotation":
      return "";
    case "mo":
      if (node.properties.separator) return `${first} `;
      return node.properties.form !== "prefix" && BETWEEN.test(first) ? ` ${first} ` : first;
    case "mi":
      return first.length > 1 ? ` ${first} ` : first;
    case "mspace":
      return " ";
    case "msup":
      return first + script(second, RAISED, "^");
    case "msub":
    case "munder":
      return first + script(second, LOWERED, "_") + after(first);
    case "msubsup":
    case "munderover":
      return first + script(second, LOWERED, "_") + script(third, RAISED, "^") + after(first);
    case "mover":
      return first;
    case "mfrac":
      return `${enclosed(first)}/${enclosed(second)}`;
    case "msqrt":
      return `√${enclosed(node.children.map(inLetters).join(""))}`;
    case "mtr":
      return `${node.children.map(inLetters).join(" ")} `;
    default:
      return node.children.map(inLetters).join("").replace(/ {2,}/g, " ");
  }
}

/** @param {string} from @param {string} to @returns {ReadonlyMap<string, string>} */
function pairs(from, to) {
  const images = [...to];
  return new Map([...from].map((sign, k) => [sign, /** @type {string} */ (images[k])]));
}

/** @param {string} text @param {ReadonlyMap<string, string>} images @param {string} mark for what has none */
function script(text, images, mark) {
  const signs = [...text.replaceAll(" ", "")];
  if (signs.every((sign) => images.has(sign))) return signs.map((sign) => images.get(sign)).join("");
  return mark + enclosed(text.trim());
}

/** The blank after a sum or the like, whose scripts would run into what it sums. @param {string} base */
function after(base) {
  return /^[∑∏∫]$|\p{L}{2}/u.test(base) ? " " : "";
}

/** @param {string} text in brackets, unless it is one thing */
function enclosed(text) {
  return [...text].length === 1 || /^(\p{L}+|[\d.]+)$/u.test(text) ? text : `(${text.trim()})`;
}
