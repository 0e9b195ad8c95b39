/**
 * Grades one file: what it says is checked, what was run is run again, and every score is made of the rerun. Nothing of a score
 * is taken from the file. A number in words, a flag for whatever a teacher should look at.
 */
import { figureNamed } from "../../catalogue/experiments.ts";
import type { FigureRecord } from "../../runtime/records/record.ts";
import {
  type AnyScore,
  type AnyScores,
  type Assignment,
  type Find,
  hasFigure,
  type Measure,
  type Outcome,
  type Predict,
  type Refute,
  type Task,
  type TaskWithFigure,
} from "../assignment.ts";
import { missedOf, numberOf, wantedInWords } from "../criteria.ts";
import { brokenAt, editionOf, firstOf, type HandIn, lastOf } from "../handIn.ts";
import { departuresFromTask } from "../ownRun.ts";
import { type Personal, personalOf } from "../personal.ts";
import type { Flag, Graded, GradedTask } from "./graded.ts";
import type { Rerun } from "./rerun.ts";

export interface GradingOptions {
  /** As the teacher's link has it. */
  readonly assignment: Assignment;
  /** The same, whole. */
  readonly whole: Assignment;
  readonly scores: AnyScores;
  readonly rerun: (record: FigureRecord) => Promise<Rerun>;
  /** Of the students who handed in, those whose run of a task a record is, by name and number. */
  readonly ownersOf: (task: string, record: FigureRecord) => readonly string[];
}

/** @throws the signal's reason, of what reruns */
export async function gradeHandIn(file: string, handIn: HandIn, options: GradingOptions): Promise<Graded> {
  const { assignment, whole } = options;
  const tasks: GradedTask[] = [];
  for (const [name, task] of Object.entries(assignment.tasks))
    tasks.push(await gradeTask(name, task, handIn, options));
  return {
    file,
    assignment: whole.id,
    title: whole.title,
    student: handIn.student,
    lastAt: handIn.entries.at(-1)?.at ?? "",
    tasks,
    flags: flagsOfFile(handIn, whole),
  };
}

function flagsOfFile(handIn: HandIn, whole: Assignment): Flag[] {
  const broken = brokenAt(handIn);
  return [
    ...(broken === null
      ? []
      : [
          {
            kind: "edited",
            says: `Entry ${broken + 1} does not follow from those before it: the file was changed after it was saved.`,
          } as const,
        ]),
    ...(handIn.edition === editionOf(whole)
      ? []
      : [
          {
            kind: "another edition",
            says: "The tasks were others when the student began: what is compared is today’s.",
          } as const,
        ]),
  ];
}

async function gradeTask(
  name: string,
  task: Task,
  handIn: HandIn,
  options: GradingOptions,
): Promise<GradedTask> {
  const { title, points: of } = task;
  if (!hasFigure(task)) {
    const said = lastOf(handIn, name, "text");
    const { rubric = [] } = options.scores[name] ?? {};
    return said
      ? {
          task: name,
          title,
          points: null,
          of,
          because: ["For a person to read."],
          text: said.text,
          rubric,
          flags: [],
        }
      : { task: name, title, points: 0, of, because: ["Nothing was written."], flags: [] };
  }
  const none = (because: string, flags: readonly Flag[] = []): GradedTask => ({
    task: name,
    title,
    points: 0,
    of,
    because: [because],
    flags,
  });
  const run = task.kind === "predict" ? firstOf(handIn, name, "run") : lastOf(handIn, name, "run");
  if (!run) return none("No run was handed in.");
  const record = Object.hasOwn(handIn.records, run.run) ? handIn.records[run.run] : undefined;
  if (!record)
    return none("The record of the run is missing.", [
      edited("The file names a run whose record it does not have."),
    ]);
  if (record.wholeDigest !== run.run)
    return none("The record is not that of the run.", [
      edited("A record stands under the digest of another one."),
    ]);
  const personal = personalOf(handIn.assignment, name, task, handIn.student.number);
  const departures = departuresFromTask(record, task, personal, figureNamed(task.figure));
  if (departures.length > 0)
    return none(departures.join(" "), [departureFlag(name, record, departures, options)]);
  const { finding, outcome } = await options.rerun(record);
  if (finding.verdict === "differs")
    return none("The record is not what its run comes to.", [
      { kind: "forged", says: finding.because.slice(0, 3).join(" ") },
    ]);
  if (!outcome || finding.verdict === "cannot be checked")
    return none(`The run cannot be checked: ${finding.because[0] ?? ""}`);
  const scored = scoreOf(name, task, outcome, personal, handIn, options.scores[name] ?? {}, record);
  return { task: name, title, of, ...scored };
}

function edited(says: string): Flag {
  return { kind: "edited", says };
}

function departureFlag(
  name: string,
  record: FigureRecord,
  departures: readonly string[],
  { ownersOf }: GradingOptions,
): Flag {
  const owners = ownersOf(name, record);
  return owners.length > 0
    ? { kind: "settings of another student", says: `The run is that of ${owners.join(", ")}.` }
    : { kind: "not the task", says: departures.join(" ") };
}

type Scored = Pick<GradedTask, "points" | "because" | "flags">;

function scoreOf(
  name: string,
  task: TaskWithFigure,
  outcome: Outcome,
  { parameters }: Personal,
  handIn: HandIn,
  score: AnyScore,
  record: FigureRecord,
): Scored {
  switch (task.kind) {
    case "predict":
      return ofPrediction(name, task, score, score.truth?.(outcome, parameters), handIn);
    case "measure": {
      const settings = { ...record.cases[0]?.parameters, ...parameters };
      return ofMeasurement(name, task, Number(score.truth?.(outcome, settings)), handIn);
    }
    case "find":
      return ofSearch(task, outcome, record);
    case "refute":
      return ofRefutation(task, outcome);
    default:
      return task satisfies never;
  }
}

function ofPrediction(
  name: string,
  { points, answer }: Predict,
  { within }: AnyScore,
  truth: string | number | undefined,
  handIn: HandIn,
): Scored {
  const said = firstOf(handIn, name, "prediction");
  if (!said) return { points: 0, because: ["Nothing was predicted."], flags: [] };
  const placeOf = (kind: "prediction" | "run") =>
    handIn.entries.findIndex((entry) => entry.task === name && entry.kind === kind);
  if (placeOf("run") < placeOf("prediction"))
    return {
      points: 0,
      because: ["The run stands before the prediction."],
      flags: [
        { kind: "predicted after the run", says: "In the file, the run stands before the prediction." },
      ],
    };
  const broken = brokenAt(handIn);
  if (broken !== null && broken <= placeOf("run"))
    return {
      points: 0,
      because: ["The file was changed, so that nobody can say what was told first."],
      flags: [{ kind: "predicted after the run", says: "The order of prediction and run cannot be told." }],
    };
  if ("choices" in answer) {
    const words = (choice: unknown) => answer.choices[String(choice)] ?? String(choice);
    return said.value === truth
      ? { points, because: [`Predicted “${words(said.value)}”, and so it is.`], flags: [] }
      : { points: 0, because: [`Predicted “${words(said.value)}”; it is “${words(truth)}”.`], flags: [] };
  }
  const [all, half] = within ?? [0, 0];
  const off = Math.abs(Number(said.value) - Number(truth)) / Math.abs(Number(truth));
  const share = off <= all ? 1 : off <= half ? 0.5 : 0;
  return {
    points: points * share,
    because: [`Predicted ${said.value}; it is ${shown(Number(truth))}.`],
    flags: [],
  };
}

function ofMeasurement(name: string, { points, atMost }: Measure, truth: number, handIn: HandIn): Scored {
  const said = lastOf(handIn, name, "number");
  if (!said) return { points: 0, because: ["No number was given."], flags: [] };
  const words = `Measured ${said.value} ± ${said.uncertainty}; the run has ${shown(truth)}`;
  if (Math.abs(said.value - truth) > said.uncertainty)
    return { points: 0, because: [`${words}, which is outside.`], flags: [] };
  if (said.uncertainty > atMost)
    return {
      points: points / 2,
      because: [`${words}, which is inside; an uncertainty of more than ${atMost} says little.`],
      flags: [],
    };
  return { points, because: [`${words}, which is inside.`], flags: [] };
}

function ofSearch({ points, wanted, least, figure }: Find, outcome: Outcome, record: FigureRecord): Scored {
  const missed = missedOf(wanted, outcome);
  if (missed.length > 0) return { points: 0, because: missedInWords(missed, figure, outcome), flags: [] };
  if (!least) return { points, because: ["The run comes to what was asked for."], flags: [] };
  const value = Number(record.cases[0]?.parameters[least.parameter]);
  const [all, half] = least.upTo;
  const share = value <= all ? 1 : value <= half ? 0.5 : 0.25;
  const { meta } = figureNamed(figure);
  const label = meta.parameters[least.parameter]?.label ?? least.parameter;
  const bounds = `up to ${all} for all points, up to ${half} for half of them, a quarter above`;
  return {
    points: points * share,
    because: [`The run comes to what was asked for, with “${label}” ${value}: ${bounds}.`],
    flags: [],
  };
}

function ofRefutation({ points, holds, wanted = [], figure }: Refute, outcome: Outcome): Scored {
  const missed = missedOf(wanted, outcome);
  if (missed.length > 0) return { points: 0, because: missedInWords(missed, figure, outcome), flags: [] };
  const broken = missedOf(holds, outcome);
  return broken.length > 0
    ? {
        points,
        because: ["What was said no longer holds there.", ...missedInWords(broken, figure, outcome)],
        flags: [],
      }
    : { points: 0, because: ["What was said still holds there."], flags: [] };
}

function missedInWords(
  missed: readonly Parameters<typeof wantedInWords>[0][],
  figure: string,
  outcome: Outcome,
): string[] {
  const { meta, figure: described } = figureNamed(figure);
  const cases = described.cases.map(({ label }) => label);
  return missed.map((each) => {
    const value = numberOf(each, outcome);
    return `${wantedInWords(each, meta, cases)}; the run has ${value === undefined ? "none" : shown(value)}.`;
  });
}

function shown(value: number): string {
  return Number(value.toPrecision(4)).toString();
}
