// Hundreds of records that say something false, of every claim and every figure, each sealed anew by whoever made it: none is
// found to be confirmed, and none to agree. What a rerun gives is the reference record, which tests/records executes again;
// the records themselves, as they are and as from WebGPU, are never accused.
import { describe, expect, it } from "vitest";
import { EXPERIMENTS, experimentNamed } from "../../../../src/catalogue/experiments.ts";
import { figureName } from "../../../../src/catalogue/names.ts";
import { LEDGER } from "../../../../src/claims/ledger.ts";
import { parseRecord, RecordError } from "../../../../src/runtime/records/readRecord.ts";
import {
  appraise,
  type Finding,
  findingOnClaim,
  findingOnFigure,
} from "../../../../src/runtime/records/recheck.ts";
import type { ClaimRecord, FigureRecord } from "../../../../src/runtime/records/record.ts";
import { SOFTWARE } from "../../../../src/software.ts";
import { forged, referenceText, resealed } from "./recordsFor.ts";

// biome-ignore lint/suspicious/noExplicitAny: false records are what their types forbid.
type Loose = any;
type Falsification = (record: Loose) => void;

/** What is found of a text, where a rerun gives this record. */
function foundBeside(text: string, rerun: ClaimRecord | FigureRecord): Finding {
  try {
    const record = parseRecord(text);
    const appraisal = appraise(record, { software: SOFTWARE, cores: 2 });
    if ("finding" in appraisal) return appraisal.finding;
    return "figure" in record
      ? findingOnFigure(record, rerun as FigureRecord)
      : findingOnClaim(record, rerun as ClaimRecord);
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return { verdict: "cannot be checked", because: [error.message] };
  }
}

/** A rerun on the seeds of a record, which are some of the reference's. */
function onSeedsOf(record: Loose, reference: ClaimRecord): ClaimRecord {
  const chosen = (values: readonly number[]) =>
    record.seeds.map((seed: number) => values[reference.seeds.indexOf(seed)]);
  return {
    ...reference,
    cases: reference.cases.map((each) => ({
      ...each,
      values: chosen(each.values),
      control: { ...each.control, values: chosen(each.control.values) },
    })),
  };
}

const onWebGPU: Falsification = (record) => {
  record.origin = { ...record.origin, backend: "webgpu", adapter: "a card" };
};
/** The largest number of a list, where a change is one of its size. */
const placeOfLargest = (values: number[]) =>
  values.reduce((most, value, k) => (Math.abs(value) > Math.abs(values[most] as number) ? k : most), 0);
const nudged = (values: number[], by: (value: number) => number) => {
  const k = placeOfLargest(values);
  values[k] = by(values[k] as number);
};
const nextAfter = (value: number) => value * (1 + 2 ** -50) || 5e-324;

const OF_CLAIMS: Record<string, Falsification> = {
  "a last bit": ({ cases }) => nudged(cases[0].values, nextAfter),
  "a last bit of a control": ({ cases }) => nudged(cases.at(-1).control.values, nextAfter),
  "a value near a bound": ({ cases }) => {
    const [minimum, maximum] = cases[0].accept;
    cases[0].values[0] += 1e-9 * Math.max(Math.abs(minimum ?? 0), Math.abs(maximum ?? 0));
  },
  "a verdict": (record) => {
    record.verdict = record.verdict === "refuted" ? "supported" : "refuted";
  },
  "no verdict": (record) => {
    record.verdict = null;
  },
  "one seed, with a verdict": (record) => {
    record.seeds = record.seeds.slice(0, 1);
    for (const each of record.cases) {
      each.values = each.values.slice(0, 1);
      each.control.values = each.control.values.slice(0, 1);
    }
  },
  "the worst seed, with a verdict": (record) => {
    const worst = placeOfLargest(record.cases[0].values);
    record.seeds = [record.seeds[worst]];
    for (const each of record.cases) {
      each.values = [each.values[worst]];
      each.control.values = [each.control.values[worst]];
    }
    record.verdict = "refuted";
  },
  "values of WebGPU that are others": (record) => {
    onWebGPU(record);
    nudged(record.cases[0].values, (value) => (value === 0 ? 0.7 : 1.7 * value));
  },
  "a case left out": ({ cases }) => cases.pop(),
  "a case twice": ({ cases }) => cases.push(cases[0]),
  "case and control changed over": ({ cases }) => {
    const { values, control } = cases[0];
    cases[0].values = control.values;
    control.values = values;
  },
  "an interval": ({ cases }) => {
    cases[0].accept = [null, 1e9];
  },
  "a quantity": ({ cases }) => {
    cases[0].quantity = "anything";
  },
  "a precision": ({ origin }) => {
    origin.precision = origin.precision === "float64" ? "float32" : "float64";
  },
  "other software": ({ origin }) => {
    origin.software = "pytorch 2.1";
  },
  "an adapter of WebAssembly": ({ origin }) => {
    origin.adapter = "checked by JMLR";
  },
  "a duration before time": (record) => {
    record.seconds = -1e300;
  },
};

const OF_FIGURES: Record<string, Falsification> = {
  "a last bit": ({ cases }) => {
    const [name, value] = Object.entries(cases[0].quantities)[0] as [string, number];
    cases[0].quantities[name] = nextAfter(value);
  },
  "every curve, on WebGPU": (record) => {
    onWebGPU(record);
    for (const each of record.cases)
      for (const name of Object.keys(each.series)) each.series[name] = each.series[name].map(() => 0.123);
  },
  "every curve reversed, on WebGPU": (record) => {
    onWebGPU(record);
    for (const each of record.cases)
      for (const values of Object.values(each.series)) (values as number[]).reverse();
  },
  "a renamed curve, on WebGPU": (record) => {
    onWebGPU(record);
    const { series } = record.cases[0];
    const [name = ""] = Object.keys(series);
    series.renamed = series[name];
    delete series[name];
  },
  "a curve left out, on WebGPU": (record) => {
    onWebGPU(record);
    record.cases[0].series = {};
  },
  "a quantity left out, on WebGPU": (record) => {
    onWebGPU(record);
    record.cases[0].quantities = {};
  },
  "steps, on WebGPU": (record) => {
    onWebGPU(record);
    record.cases[0].step = 3 * record.cases[0].step + 7;
  },
  "a case left out": ({ cases }) => cases.pop(),
  "a case twice": ({ cases }) => cases.push(cases[0]),
  settings: ({ cases }) => {
    const [name, value] = Object.entries(cases[0].parameters).find(
      ([, each]) => typeof each === "number",
    ) as [string, number];
    cases[0].parameters[name] = value / 2 || 0.5;
  },
  "an experiment": (record) => {
    record.experiment = "phase-diagram/none";
  },
};

/** What a list is of where float32 moves each number by itself. */
const MANY = new Set(["neurons", "nodes", "examples"]);
/** Honest lists of these differ by more than two that are exchanged: of 3,600 pairs, and of a thousand examples' times. */
const TOO_MANY = new Set(["similarity", "time"]);
/** What is nearer to the truth, in the mean over a list, is no lie that anyone could tell from rounding. */
const LEAST_LIE = 0.1;

/** The same numbers, said twice or otherwise: false to whoever reads the first. */
const OF_TEXTS: Record<string, (text: string) => string> = {
  "a verdict said twice": (text) => text.replace("{", '{"verdict":"refuted",'),
  "cases said twice, once with an escape": (text) => text.replace("{", '{"c\\u0061ses":[],'),
  "a signed zero": (text) => text.replace(/"(seconds|seed)":[\d.]+/, '"$1":-0'),
  "more digits than there are": (text) =>
    text.replace(/"(seconds|seed)":(\d+)/, '"$1":$2.00000000000000000001'),
};

const claims = LEDGER.map(({ id }) => `claims/${id}`);
const figures = EXPERIMENTS.flatMap((meta) =>
  meta.figures.map((each) => `figures/${figureName(meta, each)}`),
);
const isGood = ({ verdict }: Finding) => verdict === "confirmed" || verdict === "agrees";

describe("of records that say something false", () => {
  let made = 0;
  const expectFound = (name: string, what: string, text: string, rerun: ClaimRecord | FigureRecord) => {
    if (text === referenceText(name)) return;
    made++;
    const finding = foundBeside(text, rerun);
    expect(isGood(finding), `${name}, ${what}: ${finding.verdict}, ${finding.because.join(" ")}`).toBe(false);
    expect(finding.because.join("").length, what).toBeGreaterThan(20);
  };

  it.each(Object.entries(OF_CLAIMS))("none of a claim with a change of %s is let pass", (what, falsify) => {
    for (const name of claims) {
      const reference = JSON.parse(referenceText(name)) as ClaimRecord;
      const record = forged(name, falsify);
      if (
        JSON.stringify({ ...record, wholeDigest: "" }) === JSON.stringify({ ...reference, wholeDigest: "" })
      )
        continue;
      expectFound(name, what, JSON.stringify(record), onSeedsOf(record, reference));
    }
  });

  it.each(Object.entries(OF_FIGURES))("none of a figure with a change of %s is let pass", (what, falsify) => {
    // A third of them each: some have the results of thousands of neurons.
    const turn = Object.keys(OF_FIGURES).indexOf(what);
    for (const name of figures.filter((_, k) => (k + turn) % 3 === 0))
      expectFound(name, what, JSON.stringify(forged(name, falsify)), JSON.parse(referenceText(name)));
  });

  it.each(Object.entries(OF_TEXTS))("none with %s is let pass", (what, falsify) => {
    for (const name of claims)
      expectFound(name, what, falsify(referenceText(name)), JSON.parse(referenceText(name)));
  });

  it("none is let pass under the name of another claim or figure", () => {
    for (const names of [claims, figures])
      names.forEach((name, k) => {
        const other = names[(k + 1) % names.length] as string;
        const rename = (record: Loose) => {
          const id = other.replace(/^\w+\//, "");
          if ("figure" in record) record.figure = id;
          else record.claim = id;
        };
        expectFound(name, other, JSON.stringify(forged(name, rename)), JSON.parse(referenceText(other)));
      });
  });

  it("there were more than a thousand", () => {
    expect(made).toBeGreaterThan(1000);
  });
});

/** A list that is not what came out, of the same length; the list as it is where a change of this kind says nothing of it. */
const OF_LISTS: Record<
  string,
  (values: readonly number[], another: readonly number[] | undefined) => readonly number[]
> = {
  "of another order": (values) => [...values.slice(7), ...values.slice(0, 7)],
  invented: (values) => values.map((_, k) => meanOf(values) * (2 * ((k * 0.618) % 1))),
  "made even": (values) => values.map(() => meanOf(values)),
  smoothed: (values) =>
    values.map((value, k) => ((values[k - 1] ?? value) + value + (values[k + 1] ?? value)) / 3),
  "of another case": (values, another) => (another?.length === values.length ? another : values),
  "with its tenth number elsewhere": (values) =>
    values.length < 200
      ? values.map((value, k) => (k === 9 ? value + 2 * meanOf(values.map(Math.abs)) : value))
      : values,
  "with one number in forty on the other side": (values) =>
    values.length >= 200 ? values.map((value, k) => (k % 40 === 0 ? -value : value)) : values,
  "with its ends exchanged": (values) => {
    const [least, most] = [values.indexOf(Math.min(...values)), values.indexOf(Math.max(...values))];
    return values.map((value, k) => values[k === least ? most : k === most ? least : k] ?? value);
  },
  "three looks later": (values) => [...values.slice(0, 3), ...values.slice(0, -3)],
  "a number short": (values) => values.slice(0, -1),
};
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
/** The mean distance of two lists over the mean size: a tenth is no rounding. */
const apart = (one: readonly number[], other: readonly number[]) =>
  one.length === other.length
    ? meanOf(one.map((value, k) => Math.abs(value - (other[k] as number)))) / meanOf(one.map(Math.abs))
    : 1;

describe("of false lists in records from WebGPU", () => {
  const onEngine = figures.filter(
    (name) => (JSON.parse(referenceText(name)) as FigureRecord).origin.precision === "float32",
  );
  it.each(Object.entries(OF_LISTS))("none that is %s is let pass", (what, falsify) => {
    const tooLittle = what.startsWith("with") ? 0 : LEAST_LIE;
    let made = 0;
    for (const name of onEngine) {
      const rerun = JSON.parse(referenceText(name)) as FigureRecord;
      const { series: kinds } = experimentNamed(rerun.experiment);
      for (const [listName, values] of Object.entries(rerun.cases[0]?.series ?? {})) {
        const shape = kinds[listName]?.shape ?? [];
        if (what === "three looks later" ? shape.join() !== "looks" : !shape.some((each) => MANY.has(each)))
          continue;
        const lie = falsify(values, rerun.cases.at(-1)?.series[listName]);
        if (what === "with its ends exchanged" && TOO_MANY.has(listName)) continue;
        if (apart(lie, values) <= tooLittle || values.length < 20 || values.every(Number.isInteger)) continue;
        made++;
        const said = structuredClone(rerun) as Loose;
        onWebGPU(said);
        said.cases[0].series[listName] = lie;
        const finding = findingOnFigure(said, rerun);
        expect.soft(finding.verdict, `${name}, ${listName} ${what}`).toBe("differs");
      }
    }
    expect(made).toBeGreaterThan(5);
  });
});

describe("of honest records", () => {
  it.each([...claims, ...figures])("%s is confirmed as it is, and agrees as one from WebGPU", (name) => {
    const text = referenceText(name);
    const rerun = JSON.parse(text);
    expect(foundBeside(text, rerun)).toMatchObject({ verdict: "confirmed" });
    if (rerun.origin.precision === "float64") return;
    const there = JSON.stringify(forged(name, onWebGPU));
    expect(foundBeside(there, rerun)).toMatchObject({ verdict: "agrees" });
    expect(resealed(JSON.parse(there))).toEqual(JSON.parse(there));
  });
});

it("a verdict that hangs on rounding cannot be checked, though the numbers agree", () => {
  const besideBound = (factor: number) =>
    forged("claims/phase-diagram/A2", (record) => {
      onWebGPU(record);
      const [, maximum] = record.cases[0].accept;
      record.cases[0].values = record.cases[0].values.map(() => maximum * factor);
      record.verdict = factor > 1 ? "refuted" : "supported";
    });
  const [inside, outside] = [besideBound(1 - 1e-5), besideBound(1 + 1e-5)];
  const rerun = { ...inside, origin: { ...inside.origin, backend: "wasm", adapter: null } };
  expect(foundBeside(JSON.stringify(inside), rerun).verdict).toBe("agrees");
  const { verdict, because } = foundBeside(JSON.stringify(outside), rerun);
  expect(because[0]).toMatch(
    /verdict hangs on rounding: the record says “refuted”, the rerun comes to “supported”/,
  );
  expect(verdict).toBe("cannot be checked");
});
