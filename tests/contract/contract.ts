/**
 * What must hold of every experiment, whatever it is about. Each fault comes back as a sentence that names the file and
 * the cure; an experiment without faults gives none. Runs the cheapest part of the experiment at its defaults, on the
 * backend that is open.
 */
import { begin, type Run } from "../../src/experiments/driver/course.ts";
import type { Experiment, Measured, Measurement, Sweep } from "../../src/experiments/experiment.ts";
import { measuredFrom } from "../../src/experiments/measured.ts";
import type { Values } from "../../src/experiments/parameters.ts";
import { keyOf } from "../../src/experiments/request.ts";

/** The files of an experiment, as they were found. */
export interface Files {
  readonly meta: Experiment;
  readonly run: Run;
  readonly sweep: Sweep | null;
  /** Names of quantities and series that its records have, besides those of the run here. */
  readonly recorded: ReadonlySet<string>;
}

/** Seconds that a part, and a whole at the defaults, may be estimated at. */
const MOST_OF_PART = 30;
const MOST_OF_WHOLE = 300;

export async function faultsOf(files: Files): Promise<string[]> {
  const { meta } = files;
  const place = (file: string) => `src/experiments/${meta.id}/${file}.ts`;
  const { part, faults } = partOf(files, place);
  try {
    const whole = await driven(files.run, part, meta.frameStride(part.parameters));
    const last = whole.at(-1);
    if (!last) return [...faults, `${place("run")}: the run reports nothing. Let it end with a report.`];
    return [
      ...faults,
      ...faultsOfReports(whole, place),
      ...(await dependsOnStride(files, part, last, place)),
      ...(await losesItsWay(files, part, last, place)),
      ...faultsOfGroups(meta, place),
      ...faultsOfNames(await withPresets(files), last, joinedWith(files.sweep, part, last), place),
    ];
  } catch (error) {
    return [...faults, `${place("run")}: ${(error as Error).message}`];
  }
}

type Place = (file: string) => string;
interface Part {
  readonly parameters: Values;
  readonly seed: number;
}

/** The cheapest part of the experiment at its defaults. */
function partOf({ meta, sweep }: Files, place: Place): { part: Part; faults: string[] } {
  const { defaults } = meta;
  const parts = sweep ? sweep.parts(defaults, 1) : [{ parameters: defaults, seed: 1 }];
  const [cheapest] = parts.toSorted((one, other) => meta.cost(one.parameters) - meta.cost(other.parameters));
  const part = cheapest ?? { parameters: defaults, seed: 1 };
  const seconds = meta.cost(part.parameters);
  const isEstimate = Number.isFinite(seconds) && seconds > 0;
  return {
    part,
    faults: [
      ...(isEstimate ? [] : [`${place("meta")}: cost gives ${seconds}; it must estimate seconds.`]),
      ...(seconds > MOST_OF_PART || meta.cost(defaults) > MOST_OF_WHOLE
        ? [`${place("meta")}: the defaults cost ${meta.cost(defaults)} s; choose smaller ones.`]
        : []),
      ...(sweep ? faultsOfSweep(meta, sweep, part, place) : []),
    ],
  };
}

function faultsOfSweep(meta: Experiment, sweep: Sweep, part: Part, place: Place): string[] {
  const again = sweep.parts(part.parameters, part.seed);
  const key = (one: Part) => keyOf({ experiment: meta.id, ...one });
  const isOne = again.length === 1 && again.every((one) => key(one) === key(part));
  return isOne
    ? []
    : [`${place("sweep")}: a part comes apart into other runs again; parts() of a part must give that part.`];
}

/** All reports of a run. */
async function driven(run: Run, part: Part, stride: number, from?: unknown): Promise<Measurement[]> {
  const reports: Measurement[] = [];
  const { signal } = new AbortController();
  const course = await begin(run, part, signal);
  for await (const report of course.drive({ stride, signal, from, checkpointDue: () => true }))
    reports.push(structuredClone(report));
  return reports;
}

function faultsOfReports(reports: readonly Measurement[], place: Place): string[] {
  const shares = reports.map(({ progress }) => progress);
  const isRising = shares.every((share, k) => share >= 0 && share <= 1 && share >= (shares[k - 1] ?? 0));
  const ends = reports.map(({ finished }) => finished);
  return [
    ...(isRising ? [] : [`${place("run")}: progress falls back or leaves 0 to 1.`]),
    ...(ends.indexOf(true) === ends.length - 1
      ? []
      : [`${place("run")}: the last report, and no other, must be finished.`]),
  ];
}

async function dependsOnStride(
  { meta, run }: Files,
  part: Part,
  last: Measurement,
  place: Place,
): Promise<string[]> {
  const other = (await driven(run, part, 7 * meta.frameStride(part.parameters) + 3)).at(-1);
  const different = other ? differences(last, other) : ["everything"];
  return different.length === 0
    ? []
    : [
        `${place("run")}: the result depends on how often is reported (${different.join(", ")}). Measure from the arguments of “measure” alone, and keep what is looked at on the way in “trace”.`,
      ];
}

async function losesItsWay(
  { meta, run }: Files,
  part: Part,
  last: Measurement,
  place: Place,
): Promise<string[]> {
  const stride = Math.max(1, Math.floor(last.step / 6));
  const reports = await driven(run, part, Math.min(stride, meta.frameStride(part.parameters)));
  const middle = reports[Math.floor((reports.length - 1) / 2)];
  if (!middle || middle.finished || middle.checkpoint === undefined) return [];
  const resumed = (await driven(run, part, meta.frameStride(part.parameters), middle.checkpoint)).at(-1);
  const different = resumed ? differences(last, resumed) : ["everything"];
  return different.length === 0
    ? []
    : [
        `${place("run")}: a run that goes on from step ${middle.step} ends elsewhere (${different.join(", ")}). Keep all that changes in the state or in “trace”, nothing beside them.`,
      ];
}

/** Names of what is not the same to the bit. */
function differences(one: Measurement, other: Measurement): string[] {
  const names = (from: Measured) => [...Object.keys(from.quantities), ...Object.keys(from.series)];
  const bits = (from: Measured, name: string) => [
    ...(from.series[name] ?? []),
    ...(from.quantities[name] === undefined ? [] : [from.quantities[name]]),
  ];
  const same = (a: readonly number[], b: readonly number[]) =>
    a.length === b.length && a.every((value, k) => Object.is(value, b[k]));
  const all = [...new Set([...names(one), ...names(other)])];
  return all.filter((name) => !same(bits(one, name), bits(other, name)));
}

/** The report of a whole of one part. */
function joinedWith(sweep: Sweep | null, { parameters }: Part, last: Measured): Measured {
  const whole = sweep ? measuredFrom(sweep.join([last], parameters)) : last;
  return {
    quantities: { ...last.quantities, ...whole.quantities },
    series: { ...last.series, ...whole.series },
  };
}

/** The same, where names that presets of its figures measure count as recorded; they are run where a name is missing only. */
async function withPresets(files: Files): Promise<Files> {
  const { meta, run, sweep, recorded } = files;
  const declared = [...Object.keys(meta.quantities), ...Object.keys(meta.series)];
  const presets = meta.figures.flatMap(({ presets = [] }) => presets);
  const found = new Set(recorded);
  for (const { parameters: given } of presets) {
    if (declared.every((name) => found.has(name))) break;
    const parameters = { ...meta.defaults, ...given } as Values;
    if (meta.cost(parameters) > MOST_OF_PART) continue;
    const parts = sweep ? sweep.parts(parameters, 1) : [{ parameters, seed: 1 }];
    const last: (Measured | null)[] = [];
    for (const part of parts)
      last.push((await driven(run, part, 100 * meta.frameStride(part.parameters))).at(-1) ?? null);
    const whole = sweep ? measuredFrom(sweep.join(last, parameters)) : last[0];
    for (const each of [whole?.quantities, whole?.series])
      for (const name of Object.keys(each ?? {})) found.add(name);
  }
  return { ...files, recorded: found };
}

/** Settings of figures with groups that are in none of them, or in two, and what is in one and no setting. */
function faultsOfGroups({ figures }: Experiment, place: Place): string[] {
  return figures.flatMap(({ id, controls, groups }) => {
    if (!groups) return [];
    const settings = new Set([...controls, "seed"]);
    const all = groups.flatMap((group) => group.controls);
    const countOf = (name: string) => all.filter((each) => each === name).length;
    return [...settings.union(new Set(all))]
      .filter((name) => !settings.has(name) || countOf(name) !== 1)
      .map((name) =>
        settings.has(name)
          ? `${place("meta")}: the setting “${name}” of the figure “${id}” is in ${countOf(name)} of its groups; put it in one.`
          : `${place("meta")}: a group of the figure “${id}” has “${name}”, which is none of its controls. Take it out.`,
      );
  });
}

function faultsOfNames(
  { meta, recorded }: Files,
  ofRun: Measured,
  ofWhole: Measured,
  place: Place,
): string[] {
  const declared = { quantities: Object.keys(meta.quantities), series: Object.keys(meta.series) };
  const namesIn = (from: Measured) => ({
    quantities: Object.keys(from.quantities),
    series: Object.keys(from.series),
  });
  const [byRun, measured] = [namesIn(ofRun), namesIn(ofWhole)];
  const fileOf = (kind: "quantities" | "series", name: string) =>
    place(byRun[kind].includes(name) ? "run" : "sweep");
  return (["quantities", "series"] as const).flatMap((kind) => [
    ...measured[kind]
      .filter((name) => !declared[kind].includes(name))
      .map(
        (name) =>
          `${fileOf(kind, name)} measures “${name}”, which is not among the ${kind} of ${place("meta")}.`,
      ),
    ...declared[kind]
      .filter((name) => !measured[kind].includes(name) && !recorded.has(name))
      .map(
        (name) =>
          `${place("meta")} declares “${name}” among its ${kind}, and nothing measures it: no run, figure, preset or claim. Measure it, or take it out.`,
      ),
  ]);
}
