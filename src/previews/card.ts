/**
 * The preview picture of a page, which other sites show beside a link to it: title, a few lines, pictures of the page, a
 * verdict, the name of the site. As SVG, in the colours of a light page; draws no picture itself.
 */
import { escaped, type Faces, SANS, SERIF } from "./faces.ts";

export const WIDTH = 1200;
export const HEIGHT = 630;
const MARGIN = 64;
const GAP = 48;
/** Where the line with the name of the site begins. */
const FOOT = HEIGHT - 96;

export interface PagePicture {
  /** An SVG element with styles of its own, without its place. */
  readonly source: string;
  readonly width: number;
  readonly height: number;
  /** What stands over it; empty for nothing. */
  readonly caption: string;
}

export interface Card {
  readonly title: string;
  readonly description: string;
  readonly pictures: readonly PagePicture[];
  /** How to read the pictures, at the foot. */
  readonly note: string;
  readonly verdict: string;
}

/** Colours by the names of the site's tokens: "--ink". */
export type Ink = (token: string) => string;

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const VERDICTS: Record<string, string> = { supported: "good", refuted: "bad" };

export function svgOfCard(card: Card, ink: Ink, faces: Pick<Faces, "widthOf">): string {
  const [first] = card.pictures;
  const areWide = first !== undefined && first.caption !== "" && first.width > 3 * first.height;
  const rows = areWide ? card.pictures.slice(0, 2) : [];
  const side = FOOT - MARGIN - 8;
  const picturesAcross = first && !areWide ? side : 0;
  const room = WIDTH - 2 * MARGIN - (picturesAcross && picturesAcross + GAP);
  const beneath = rows.map(heightOf);
  const textFoot = FOOT - beneath.reduce((sum, height) => sum + height + 12, 0);

  const parts: string[] = [`<rect width="${WIDTH}" height="${HEIGHT}" fill="${ink("--paper")}"/>`];
  let top = MARGIN;
  if (card.verdict) {
    const kind = VERDICTS[card.verdict] ?? "unsure";
    const width = faces.widthOf(card.verdict, SANS, 600, 28) + 32;
    parts.push(
      `<rect x="${MARGIN}" y="${top - 12}" width="${width}" height="44" rx="6" fill="${ink(`--${kind}-soft`)}"/>`,
      text(card.verdict, {
        x: MARGIN + 16,
        y: top + 19,
        size: 28,
        family: SANS,
        weight: 600,
        fill: ink(`--${kind}`),
      }),
    );
    top += 52;
  }
  const title = fitted(
    card.title,
    room,
    areWide ? 2 : 5,
    areWide ? [54, 48, 42, 36] : [60, 54, 48, 42],
    faces,
  );
  for (const line of title.lines) {
    top += title.size;
    parts.push(
      text(line, {
        x: MARGIN,
        y: top - 10,
        size: title.size,
        family: SERIF,
        weight: 600,
        fill: ink("--ink"),
      }),
    );
    top += title.size * 0.16;
  }
  top += 14;
  const leading = 40;
  const most = Math.max(0, Math.floor((textFoot - top) / leading));
  for (const line of sentencesIn(card.description, room, most, faces)) {
    top += leading;
    parts.push(
      text(line, { x: MARGIN, y: top - 10, size: 30, family: SANS, weight: 400, fill: ink("--muted") }),
    );
  }
  if (areWide) {
    let y = textFoot;
    for (const [k, picture] of rows.entries()) {
      y += 12;
      parts.push(
        text(picture.caption, {
          x: MARGIN,
          y: y + 26,
          size: 26,
          family: SANS,
          weight: 600,
          fill: ink("--ink"),
        }),
        placed(picture, {
          x: MARGIN,
          y: y + CAPTION,
          width: ACROSS,
          height: (beneath[k] as number) - CAPTION,
        }),
      );
      y += beneath[k] as number;
    }
  } else if (first) {
    const x = WIDTH - MARGIN - side;
    parts.push(
      `<rect x="${x}" y="${MARGIN - 12}" width="${side}" height="${side + 12}" rx="10" fill="${ink("--panel")}" stroke="${ink("--line")}" stroke-width="2"/>`,
      ...grid(card.pictures, { x: x + 20, y: MARGIN + 8, width: side - 40, height: side - 28 }),
    );
  }
  parts.push(
    `<path d="M${MARGIN} ${FOOT + 14}H${WIDTH - MARGIN}" stroke="${ink("--line")}" stroke-width="2"/>`,
    mark(MARGIN, FOOT + 30, 1.2, ink),
    text("Two Layers", {
      x: MARGIN + 52,
      y: FOOT + 60,
      size: 32,
      family: SERIF,
      weight: 600,
      fill: ink("--ink"),
    }),
    text(
      card.pictures.length > rows.length && areWide
        ? `${rows.length} of ${card.pictures.length} cases · ${card.note}`
        : card.note,
      {
        x: WIDTH - MARGIN,
        y: FOOT + 59,
        size: 26,
        family: SANS,
        weight: 400,
        fill: ink("--muted"),
        anchor: "end",
      },
    ),
  );
  if (!first) parts.push(`<g opacity="0.16">${mark(WIDTH - MARGIN - 300, FOOT - 310, 9.4, ink)}</g>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" color="${ink("--ink")}" font-family="${SANS}">${parts.join("\n")}</svg>`;
}

/** Room for the words over a wide picture, and its width. */
const CAPTION = 36;
const ACROSS = 640;

function heightOf({ width, height }: PagePicture): number {
  return CAPTION + ACROSS * (height / width);
}

/** As many columns as make the pictures largest. */
function grid(pictures: readonly PagePicture[], box: Box): string[] {
  const [{ width, height }] = pictures as [PagePicture];
  const gap = 12;
  const scaleIn = (columns: number) => {
    const rows = Math.ceil(pictures.length / columns);
    return Math.min(
      (box.width - gap * (columns - 1)) / columns / width,
      (box.height - gap * (rows - 1)) / rows / height,
    );
  };
  const columns = pictures
    .map((_, k) => k + 1)
    .reduce((best, each) => (scaleIn(each) > scaleIn(best) ? each : best));
  const rows = Math.ceil(pictures.length / columns);
  const cell = {
    width: (box.width - gap * (columns - 1)) / columns,
    height: (box.height - gap * (rows - 1)) / rows,
  };
  return pictures.map((picture, k) =>
    placed(picture, {
      x: box.x + (k % columns) * (cell.width + gap),
      y: box.y + Math.floor(k / columns) * (cell.height + gap),
      ...cell,
    }),
  );
}

/** In the middle of a box, as large as it can be. */
function placed({ source }: PagePicture, { x, y, width, height }: Box): string {
  return source.replace("<svg", `<svg x="${x}" y="${y}" width="${width}" height="${height}"`);
}

interface Setting {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly family: string;
  readonly weight: number;
  readonly fill: string;
  readonly anchor?: "start" | "end";
}

function text(words: string, { x, y, size, family, weight, fill, anchor = "start" }: Setting): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-family="${family}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escaped(words)}</text>`;
}

/** The sign of the site, as in the header of its pages. */
function mark(x: number, y: number, scale: number, ink: Ink): string {
  const lower = [6, 16, 26]
    .map((at) => `<circle cx="${at}" cy="24" r="4.5" fill="${ink("--linear")}"/>`)
    .join("");
  return `<g transform="translate(${x} ${y}) scale(${scale})"><path d="M6 23 16 8M16 23V8M26 23 16 8" fill="none" stroke="${ink("--critical")}" stroke-width="2"/><circle cx="16" cy="7.5" r="5" fill="${ink("--condensed")}"/>${lower}</g>`;
}

/** In the largest size in which it takes no more lines than there may be; cut in the smallest. */
function fitted(
  words: string,
  width: number,
  most: number,
  sizes: readonly number[],
  faces: Pick<Faces, "widthOf">,
) {
  const tries = sizes.map((size) => ({ size, lines: broken(words, width, SERIF, 600, size, faces) }));
  const found = tries.find(({ lines }) => lines.length <= most) ?? (tries.at(-1) as (typeof tries)[number]);
  return { size: found.size, lines: cut(found.lines, most) };
}

/** As many whole sentences as have room; where the first has not, its beginning. */
function sentencesIn(words: string, width: number, most: number, faces: Pick<Faces, "widthOf">): string[] {
  const sentences = words.split(/(?<=[.:?]) (?=[A-Z])/);
  for (let many = sentences.length; many > 0; many--) {
    const lines = broken(sentences.slice(0, many).join(" "), width, SANS, 400, 30, faces);
    if (lines.length <= most || many === 1) return cut(lines, most);
  }
  return [];
}

function cut(lines: readonly string[], most: number): string[] {
  if (lines.length <= most) return [...lines];
  const kept = lines.slice(0, most);
  return kept.map((line, k) => (k === most - 1 ? `${line.replace(/\s+\S+$/, "")} …` : line));
}

function broken(
  words: string,
  width: number,
  family: string,
  weight: number,
  size: number,
  { widthOf }: Pick<Faces, "widthOf">,
): string[] {
  const lines: string[] = [];
  for (const word of words.split(/\s+/)) {
    const longer = [lines.at(-1), word].filter((part) => part !== undefined).join(" ");
    if (lines.length > 0 && widthOf(longer, family, weight, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
