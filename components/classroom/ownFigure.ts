/** The live figure of a task: set to what is the student's own, and asked for the record of what it has run. */

import type { TaskWithFigure } from "../../src/assignments/assignment.ts";
import { freedomOf, outOfRange } from "../../src/assignments/ownRun.ts";
import type { Personal } from "../../src/assignments/personal.ts";
import { textInLine } from "../../src/experiments/parameterTexts.ts";
import { late } from "../../src/runtime/late.ts";
import { addressWith, readState } from "../../src/runtime/permalink.ts";
import type { FigureRecord } from "../../src/runtime/records/record.ts";
import type { LiveFigure } from "../live/embeddedInside.ts";

/** Where runs are made whose bits anybody can check. */
const BACKEND = "wasm";

/** Sets a figure to a student's own settings, and runs nothing. What the student has chosen, as the page's address has it, stays. */
export function setToOwn(figure: LiveFigure, task: TaskWithFigure, personal: Personal): void {
  const { figure: shown, meta } = figure.about;
  const { locked, hidden, free } = freedomOf(task, personal, shown);
  const { state } = readState(location.search, meta, shown);
  const chosen = Object.fromEntries(Object.entries(state.parameters).filter(([name]) => free.includes(name)));
  const own = {
    ...state,
    beside: null,
    lenses: state.lenses ?? task.lenses ?? null,
    parameters: { ...personal.parameters, ...chosen },
    seed: personal.seed,
  };
  figure.dataset.lockedBy = "Drawn for you.";
  figure.settings.setBackend(BACKEND);
  figure.open(new URL(addressWith(location.href, shown, { ...own, locked, hidden })).search);
}

/** Settings of a task that are the student's own, as they are read: label and value. */
export function ownInWords(
  figure: LiveFigure,
  task: TaskWithFigure,
  { parameters, seed }: Personal,
): [string, string][] {
  const { meta } = figure.about;
  const { given = {} } = task;
  const shown = Object.entries(parameters).filter(([name]) => !Object.hasOwn(given, name));
  return [
    ...shown.map(([name, value]): [string, string] => {
      const parameter = meta.parameters[name];
      if (!parameter || value === undefined) return [name, String(value)];
      const { label, symbol } = parameter;
      return [symbol ? `${label}, ${symbol}` : label, textInLine(parameter, value)];
    }),
    ["Seed", String(seed)],
  ];
}

/** What the student has set beyond what the task allows, in sentences. */
export function problemsOf(figure: LiveFigure, { free = {} }: TaskWithFigure): string[] {
  const { meta } = figure.about;
  const set = Object.entries(figure.settings.parametersOf(0)).filter(([name]) => Object.hasOwn(free, name));
  return outOfRange(Object.fromEntries(set), free, meta);
}

/** The record of what a figure has run to its end. @throws Error where it has not */
export async function recordOf(figure: LiveFigure): Promise<FigureRecord> {
  const { about, settings, runs } = figure;
  const { recordOfFigure } = await late(() => import("../../src/runtime/records/record.ts"));
  const points = settings.cases.map((_, k) => ({
    experiment: about.meta.id,
    parameters: settings.parametersOf(k),
    seed: settings.state.seed,
  }));
  if (!runs.device) throw new Error("Nothing was run.");
  const { figure: name = "", software = "" } = figure.dataset;
  return recordOfFigure(name, points, runs.measured, runs.device, software);
}
