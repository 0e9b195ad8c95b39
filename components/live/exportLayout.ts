/**
 * The picture of a figure that is taken away, laid out afresh: title, plots, numbers, legend, settings, link and credit
 * from top to bottom. From a description to SVG; measures letters by what it is given, and knows of no page.
 */
import type { Key } from "../../src/experiments/drawing/drawing.ts";

export interface PictureDescription {
  readonly title: string;
  /** What the plots show, for those who cannot see them. */
  readonly description: string;
  readonly cells: readonly PictureCell[];
  readonly legend: readonly Key[];
  /** In words: what was set, and what computed. */
  readonly settings: string;
  readonly link: string;
  readonly credit: string;
  readonly look: Look;
}

export interface PictureCell {
  readonly label: string;
  readonly plots: readonly {
    readonly title: string;
    readonly width: number;
    readonly height: number;
    /** An SVG element that needs nothing from outside. */
    readonly markup: string;
  }[];
  readonly numbers: readonly {
    readonly label: string;
    readonly items: readonly { readonly label: string; readonly value: string }[];
  }[];
}

/** Colours that every program understands, and typefaces. */
export interface Look {
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly ground: string;
  readonly family: string;
  /** Rules for typefaces that come along. */
  readonly faces?: string;
}

/** The width of a text, in pixels. */
export type Measure = (text: string, size: number, weight: number) => number;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export type Piece = Box &
  (
    | ({ readonly kind: "text"; readonly text: string; readonly href?: string } & Letters)
    | { readonly kind: "plot"; readonly markup: string }
    | { readonly kind: "mark"; readonly mark: Key["mark"]; readonly colour: string }
    | { readonly kind: "rule"; readonly colour: string }
  );

interface Letters {
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
}

/** What belongs together, with places of its own from its upper left corner on. */
interface Block {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

const MARGIN = 24;
/** Pixels between what is beside each other, and between plots and what belongs to other plots. */
const APART = 24;
/** No narrower, so that words have room, and no wider unless a plot is: the widest figure of the site. */
const LEAST_WIDTH = 460;
const MOST_WIDTH = 1100;
const LEADING = 1.35;
const MARK_WIDTH = 20;

/** Where everything is. */
export function laidOut(
  what: PictureDescription,
  measure: Measure,
): { readonly width: number; readonly height: number; readonly pieces: readonly Piece[] } {
  const { ink, muted, line } = what.look;
  const columns = columnsFor(what.cells);
  const width = Math.max(LEAST_WIDTH, columns.count * (columns.width + APART) - APART);
  const say = (words: string, size: number, weight: number, colour: string, within = width, href?: string) =>
    textBlock(words, { size, weight, colour }, within, measure, href);
  const numbersOf = ({ numbers }: PictureCell, within: number) =>
    numbers.map(({ label, items }) => {
      const each = items.map((item) =>
        stacked([say(item.label, 13, 400, muted, within), say(item.value, 15, 400, ink, within)], 1),
      );
      return stacked([say(label, 13, 600, ink, within), flowing(each, within, 18, 6)], 3);
    });
  const plotOf = ({ title, ...plot }: PictureCell["plots"][number], within: number) =>
    stacked([say(title, 13, 400, muted, within), blockOf({ kind: "plot", x: 0, y: 0, ...plot })], 4);
  const only = what.cells.length === 1 ? what.cells[0] : undefined;
  const cells = only
    ? stacked(
        [
          say(only.label, 15, 600, ink),
          inColumns(
            only.plots.map((plot) => [plotOf(plot, columns.width)]),
            columns,
          ),
          ...numbersOf(only, width),
        ],
        10,
      )
    : inColumns(
        what.cells.map((cell) => [
          say(cell.label, 15, 600, ink, columns.width),
          ...cell.plots.map((plot) => plotOf(plot, columns.width)),
          stacked(numbersOf(cell, columns.width), 8),
        ]),
        columns,
      );
  const legend = what.legend.map(({ label, colour, mark }) =>
    beside(
      blockOf({ kind: "mark", mark, colour, x: 0, y: 0, width: MARK_WIDTH, height: 14 * LEADING }),
      say(label, 14, 400, muted, width - MARK_WIDTH - 6),
      6,
    ),
  );
  const whole = stacked(
    [
      say(what.title, 19, 600, ink),
      cells,
      flowing(legend, width, 18, 4),
      stacked(
        [
          blockOf({ kind: "rule", colour: line, x: 0, y: 0, width, height: 1 }),
          say(what.settings, 13, 400, ink),
          say(what.link, 13, 400, muted, width, what.link),
          say(what.credit, 13, 400, muted),
        ],
        6,
      ),
    ],
    16,
  );
  return {
    width: Math.ceil(width + 2 * MARGIN),
    height: Math.ceil(whole.height + 2 * MARGIN),
    pieces: moved(whole, MARGIN, MARGIN),
  };
}

/** The same as SVG. */
export function svgOf(
  what: PictureDescription,
  measure: Measure,
): { readonly source: string; readonly width: number; readonly height: number } {
  const { width, height, pieces } = laidOut(what, measure);
  const { look } = what;
  const source = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${escaped(look.family)}">`,
    `<title>${escaped(what.title)}</title>`,
    `<desc>${escaped(what.description)}</desc>`,
    look.faces ? `<style>${escaped(look.faces)}</style>` : "",
    `<rect width="${width}" height="${height}" fill="${escaped(look.ground)}"/>`,
    ...pieces.map(drawn),
    "</svg>",
  ];
  return { source: source.filter(Boolean).join("\n"), width, height };
}

function drawn(piece: Piece): string {
  const { x, y, width, height } = piece;
  switch (piece.kind) {
    case "text": {
      const { text, size, weight, colour, href } = piece;
      const baseline = y + (height - size) / 2 + 0.8 * size;
      const words = `<text x="${short(x)}" y="${short(baseline)}" font-size="${size}" font-weight="${weight}" fill="${escaped(colour)}">${escaped(text)}</text>`;
      return href ? `<a href="${escaped(href)}">${words}</a>` : words;
    }
    case "plot":
      return `<g transform="translate(${short(x)} ${short(y)})">${piece.markup}</g>`;
    case "rule":
      return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${height}" fill="${escaped(piece.colour)}"/>`;
    case "mark":
      return markAt(piece.mark, escaped(piece.colour), x + width / 2, y + height / 2);
    default:
      return piece satisfies never;
  }
}

/** As the legend on the page has them. */
function markAt(mark: Key["mark"], colour: string, x: number, y: number): string {
  const [across, down] = [short(x), short(y)];
  const outline = `fill="none" stroke="${colour}" stroke-width="1.5"`;
  switch (mark) {
    case "dot":
      return `<circle cx="${across}" cy="${down}" r="5" fill="${colour}"/>`;
    case "ring":
      return `<circle cx="${across}" cy="${down}" r="4.25" ${outline}/>`;
    case "diamond":
      return `<path d="M${across},${short(y - 5.5)}L${short(x + 5.5)},${down}L${across},${short(y + 5.5)}L${short(x - 5.5)},${down}Z" ${outline}/>`;
    case "line":
    case "dashes":
      return `<path d="M${short(x - MARK_WIDTH / 2)},${down}H${short(x + MARK_WIDTH / 2)}" fill="none" stroke="${colour}" stroke-width="2"${mark === "dashes" ? ' stroke-dasharray="5 2.5"' : ""}/>`;
    default:
      return mark satisfies never;
  }
}

function short(number: number): string {
  return String(Number(number.toFixed(2)));
}

/** Text as XML has it; what XML cannot have at all is left out. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

interface Columns {
  readonly count: number;
  readonly width: number;
}

/** As many columns as there is room for, and rows as equal as they can be; of a single case its plots are the columns. */
function columnsFor(cells: readonly PictureCell[]): Columns {
  const widths = cells.flatMap(({ plots }) => plots.map(({ width }) => width));
  const width = Math.ceil(Math.max(0, ...widths)) || LEAST_WIDTH;
  const items = Math.max(1, cells.length === 1 ? (cells[0]?.plots.length ?? 0) : cells.length);
  const room = Math.max(1, Math.floor((MOST_WIDTH + APART) / (width + APART)));
  const rows = Math.ceil(items / room);
  return { count: Math.ceil(items / rows), width };
}

/** Cells side by side, the parts of those in a row at one height. */
function inColumns(cells: readonly (readonly Block[])[], { count, width }: Columns): Block {
  const rows = Array.from({ length: Math.ceil(cells.length / count) }, (_, k) =>
    cells.slice(k * count, (k + 1) * count),
  );
  const blocks = rows.map((row) => {
    const parts = Math.max(0, ...row.map((cell) => cell.length));
    const levels = Array.from({ length: parts }, (_, part) => {
      const pieces = row.flatMap((cell, k) => (cell[part] ? moved(cell[part], k * (width + APART), 0) : []));
      const height = Math.max(0, ...row.map((cell) => cell[part]?.height ?? 0));
      return { width: row.length * (width + APART) - APART, height, pieces };
    });
    return stacked(levels, 10);
  });
  return stacked(blocks, APART);
}

function blockOf(piece: Piece): Block {
  return { width: piece.width, height: piece.height, pieces: [piece] };
}

function moved({ pieces }: Block, x: number, y: number): Piece[] {
  return pieces.map((piece) => ({ ...piece, x: piece.x + x, y: piece.y + y }));
}

/** One below the other; what is empty takes no room. */
function stacked(blocks: readonly Block[], gap: number): Block {
  let height = 0;
  const pieces: Piece[] = [];
  for (const block of blocks) {
    if (block.height === 0) continue;
    if (height > 0) height += gap;
    pieces.push(...moved(block, 0, height));
    height += block.height;
  }
  return { width: Math.max(0, ...blocks.map(({ width }) => width)), height, pieces };
}

function beside(left: Block, right: Block, gap: number): Block {
  return {
    width: left.width + gap + right.width,
    height: Math.max(left.height, right.height),
    pieces: [...left.pieces, ...moved(right, left.width + gap, 0)],
  };
}

/** Side by side as far as there is room, then on a new line. */
function flowing(blocks: readonly Block[], within: number, gap: number, between: number): Block {
  const lines: Block[] = [];
  for (const block of blocks) {
    const last = lines.at(-1);
    if (last && last.width + gap + block.width <= within) lines[lines.length - 1] = beside(last, block, gap);
    else lines.push(block);
  }
  return stacked(lines, between);
}

function textBlock(words: string, letters: Letters, within: number, measure: Measure, href?: string): Block {
  const widthOf = (text: string) => measure(text, letters.size, letters.weight);
  const height = letters.size * LEADING;
  const lines = linesOf(words, within, widthOf).map((text, k): Piece => {
    const place = { x: 0, y: k * height, width: widthOf(text), height };
    return { kind: "text", text, ...letters, ...place, ...(href ? { href } : {}) };
  });
  return {
    width: Math.max(0, ...lines.map(({ width }) => width)),
    height: lines.length * height,
    pieces: lines,
  };
}

/** Lines that are no longer than there is room for; a word that is longer by itself is broken. */
export function linesOf(words: string, within: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words.split(/[ \t\n\r]+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (widthOf(longer) <= within) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    line = "";
    for (const letter of word) {
      if (line && widthOf(line + letter) > within) {
        lines.push(line);
        line = "";
      }
      line += letter;
    }
  }
  return line ? [...lines, line] : lines;
}
