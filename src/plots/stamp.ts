/**
 * Dots as pixels. To fill a path of thousands of dots takes a canvas tens of milliseconds; to set their pixels takes less
 * than one. Dots that overlap are no darker there, as in one path.
 */

/** How much of every pixel is covered, in the last of its four channels. */
export type Sheet = Pick<ImageData, "data" | "width" | "height">;

/** Pixels from the first to before the last. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Places of a middle within a pixel that are told apart, on each axis. */
const PHASES = 4;

/** The pixels of a dot about a place within a pixel: where they are from that one, and how much of each is covered. */
interface Stamp {
  readonly across: Int8Array;
  readonly down: Int8Array;
  readonly covered: Uint8Array;
}

/** By diameter and phase. */
const STAMPS = new Map<number, Stamp[]>();

function stampsOf(diameter: number): Stamp[] {
  const known = STAMPS.get(diameter) ?? [];
  STAMPS.set(diameter, known);
  return known;
}

function stampOf(diameter: number, phase: number): Stamp {
  const reach = reachOf(diameter);
  const [across, down, covered]: [number[], number[], number[]] = [[], [], []];
  for (let row = -reach; row <= reach; row++)
    for (let column = -reach; column <= reach; column++) {
      const right = column + 0.5 - ((phase % PHASES) + 0.5) / PHASES;
      const below = row + 0.5 - (Math.floor(phase / PHASES) + 0.5) / PHASES;
      const share = Math.min(1, diameter / 2 + 0.5 - Math.sqrt(right * right + below * below));
      if (share <= 0) continue;
      across.push(column);
      down.push(row);
      covered.push(Math.round(255 * share));
    }
  return { across: Int8Array.from(across), down: Int8Array.from(down), covered: Uint8Array.from(covered) };
}

/** Pixels from the one in which a dot has its middle to the farthest that it touches. */
function reachOf(diameter: number): number {
  return Math.ceil(diameter / 2 + 0.5);
}

/** Sets the pixels of dots about places in pixels, those of them that are on the sheet. Returns a box with all of them in it. */
export function stampDots(
  { data, width, height }: Sheet,
  x: Float64Array,
  y: Float64Array,
  diameter: number,
): Box {
  const stamps = stampsOf(diameter);
  const reach = reachOf(diameter);
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let k = 0; k < x.length; k++) {
    const column = Math.floor(x[k] as number);
    const row = Math.floor(y[k] as number);
    const isNear = column >= -reach && row >= -reach && column < width + reach && row < height + reach;
    // Of what is no number, too.
    if (!isNear) continue;
    const phase =
      PHASES * Math.floor(PHASES * ((y[k] as number) - row)) +
      Math.floor(PHASES * ((x[k] as number) - column));
    stamps[phase] ??= stampOf(diameter, phase);
    const { across, down, covered } = stamps[phase];
    for (let pixel = 0; pixel < covered.length; pixel++) {
      const i = column + (across[pixel] as number);
      const j = row + (down[pixel] as number);
      if (i < 0 || j < 0 || i >= width || j >= height) continue;
      const at = 4 * (j * width + i) + 3;
      if ((covered[pixel] as number) > (data[at] as number)) data[at] = covered[pixel] as number;
    }
    if (column < left) left = column;
    if (column > right) right = column;
    if (row < top) top = row;
    if (row > bottom) bottom = row;
  }
  return {
    left: Math.max(0, left - reach),
    top: Math.max(0, top - reach),
    right: Math.min(width, right + reach + 1),
    bottom: Math.min(height, bottom + reach + 1),
  };
}

/** Dots of one colour and size, as they were painted last on a canvas. */
interface Layer {
  readonly context: OffscreenCanvasRenderingContext2D;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly box: Box;
}

/** What a canvas keeps for its dots: a sheet, which is empty in between, and layers by colour and size. */
interface Kept {
  readonly sheet: ImageData;
  readonly layers: Map<string, Layer>;
}

const KEPT = new WeakMap<HTMLCanvasElement, Kept>();

function keptFor(canvas: HTMLCanvasElement): Kept {
  const { width, height } = canvas;
  const known = KEPT.get(canvas);
  if (known?.sheet.width === width && known.sheet.height === height) return known;
  const kept = { sheet: new ImageData(width, height), layers: new Map() };
  KEPT.set(canvas, kept);
  return kept;
}

/** Paints dots about places in pixels of the canvas, in its ink and as opaque as it is set to. */
export function paintDots(
  context: CanvasRenderingContext2D,
  x: Float64Array,
  y: Float64Array,
  diameter: number,
): void {
  const { sheet, layers } = keptFor(context.canvas);
  const name = `${context.fillStyle} ${diameter}`;
  const known = layers.get(name);
  const layer =
    known && isSame(known.x, x) && isSame(known.y, y)
      ? known
      : stamped(sheet, known?.context, { x, y, diameter, ink: context.fillStyle });
  if (!layer) return;
  layers.set(name, layer);
  const { left, top, right, bottom } = layer.box;
  const [width, height] = [right - left, bottom - top];
  if (width <= 0 || height <= 0) return;
  context.save();
  context.resetTransform();
  context.drawImage(layer.context.canvas, left, top, width, height, left, top, width, height);
  context.restore();
}

interface Dots {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly diameter: number;
  readonly ink: string | CanvasGradient | CanvasPattern;
}

/** A layer with these dots, on the canvas of an earlier one, if there is one. */
function stamped(
  sheet: ImageData,
  before: OffscreenCanvasRenderingContext2D | undefined,
  { x, y, diameter, ink }: Dots,
): Layer | null {
  const context = before ?? new OffscreenCanvas(sheet.width, sheet.height).getContext("2d");
  if (!context) return null;
  const box = stampDots(sheet, x, y, diameter);
  const { left, top, right, bottom } = box;
  const [width, height] = [right - left, bottom - top];
  if (width > 0 && height > 0) {
    context.putImageData(sheet, 0, 0, left, top, width, height);
    for (let row = top; row < bottom; row++)
      sheet.data.fill(0, 4 * (row * sheet.width + left), 4 * (row * sheet.width + right));
    Object.assign(context, { globalCompositeOperation: "source-in", fillStyle: ink });
    context.fillRect(left, top, width, height);
  }
  return { context, x, y, box };
}

function isSame(one: Float64Array, other: Float64Array): boolean {
  if (one.length !== other.length) return false;
  for (let k = 0; k < one.length; k++) if (one[k] !== other[k]) return false;
  return true;
}
