/** What a file that is taken away says of where its numbers come from: what was set, and what computed. */
import { BACKEND_LABELS, type Device } from "../../src/engine/backends.ts";
import type { Shown } from "../../src/experiments/drawing/drawing.ts";
import { enumerated } from "../../src/experiments/drawing/words.ts";
import type { Experiment, FigureMeta } from "../../src/experiments/experiment.ts";
import { labelledPointsOf } from "../../src/experiments/labelledPoints.ts";
import { type Parameter, SEED, type Values } from "../../src/experiments/parameters.ts";
import type { Origin } from "../../src/runtime/records/record.ts";

/** Every control with its label, its symbol and its value; where cases differ, with the value of each. */
export function settingsInWords(
  { meta, figure }: { readonly meta: Experiment; readonly figure: FigureMeta },
  shown: readonly Shown[],
  seed: number,
  lens: string,
): string[] {
  const controls = figure.controls.flatMap((name) => {
    const parameter = meta.parameters[name];
    if (!parameter) return [];
    const values = shown.map(({ parameters }) => valueInWords(parameter, parameters[name] as Values[string]));
    return [`${labelOf(parameter)}: ${enumerated([...new Set(values)])}`];
  });
  const seen = figure.lens ? [`${labelOf(figure.lens)}: ${valueInWords(figure.lens, lens)}`] : [];
  return [...controls, ...seen, `${SEED.label}: ${valueInWords(SEED, seed)}`];
}

function labelOf({ label, symbol }: Parameter): string {
  return symbol ? `${label} ${symbol}` : label;
}

function valueInWords(parameter: Parameter, value: Values[string]): string {
  if (parameter.kind === "choice") return parameter.options[String(value)] ?? String(value);
  if (parameter.kind === "text") return String(value);
  if (parameter.kind === "labelled") return classesInWords(value as readonly number[]);
  const numbers = (Array.isArray(value) ? value : [value]).map(numberInWords);
  if (parameter.kind === "points")
    return numbers.flatMap((x, k) => (k % 2 === 0 ? [`(${x}, ${numbers[k + 1]})`] : [])).join(" ");
  const unit = "unit" in parameter && parameter.unit ? ` ${parameter.unit}` : "";
  return numbers.join(", ") + unit;
}

/** "40, of which 20 are in class +1". */
function classesInWords(flat: readonly number[]): string {
  const points = labelledPointsOf(flat);
  return `${points.length}, of which ${points.filter(({ label }) => label > 0).length} are in class +1`;
}

function numberInWords(value: unknown): string {
  return Number(value).toLocaleString("en", { maximumSignificantDigits: 15 }).replace("-", "−");
}

interface Computed {
  readonly meta: Experiment;
  readonly shown: readonly Shown[];
  /** Whether the figure stands at its start. */
  readonly isBefore: boolean;
  /** What computed the run in the page. */
  readonly device: Device | null;
  /** Where the recorded result comes from. */
  readonly origin: Origin | null;
}

/** Whose result it is, and how far it has come. */
export function computedInWords({ meta, shown, isBefore, device, origin }: Computed): string {
  if (isBefore) return "The start, before the run";
  const steps = shown.flatMap(({ now }) => (now ? [now.step] : []));
  if (steps.length > 0) {
    const isOnEngine = shown.some(({ parameters }) => meta.computes(parameters).on === "engine");
    const adapter = device?.adapter ? ` (${device.adapter})` : "";
    const where = device && isOnEngine ? `on ${BACKEND_LABELS[device.backend]}${adapter}` : "in float64";
    const ends = [...new Set([Math.min(...steps), Math.max(...steps)])].map(numberInWords);
    return `Run ${where}, after ${ends.join(" to ")} ${ends.join() === "1" ? "step" : "steps"}`;
  }
  if (!shown.some(({ reference }) => reference)) return "Not run yet";
  if (!origin) return "Recorded result";
  return `Recorded result, computed ${origin.precision === "float64" ? "in float64" : `on ${BACKEND_LABELS[origin.backend]}`}`;
}
