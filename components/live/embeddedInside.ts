/** A figure or a claim of a page for frames, as the page around sees it. Loaded with the figure or claim itself. */
import { BACKENDS, type BackendChoice } from "../../src/engine/backends.ts";
import type { Values } from "../../src/experiments/parameters.ts";
import { textOfValue } from "../../src/experiments/parameterTexts.ts";
import type { FromFrame, What } from "../../src/runtime/embedded/messages.ts";
import { late } from "../../src/runtime/late.ts";
import { addressWith, readState } from "../../src/runtime/permalink.ts";
import type { ClaimRecord } from "../../src/runtime/records/record.ts";
import type { FigureRun } from "./figureRun.ts";
import type { FigureSettings } from "./figureSettings.ts";
import type { Figure } from "./picking.ts";

/** What is asked of <live-figure> and <claim-check> here. */
export interface LiveFigure extends HTMLElement, Pick<Figure, "about"> {
  readonly updateComplete: Promise<boolean>;
  readonly settings: FigureSettings;
  readonly runs: FigureRun;
  open(search: string): void;
  run(): Promise<unknown>;
  stop(): void;
}
export interface ClaimCheck extends HTMLElement {
  readonly updateComplete: Promise<boolean>;
  readonly phase: string;
  readonly progress: { readonly share: number } | null;
  readonly message: string;
  readonly made: readonly ClaimRecord[];
  backend: BackendChoice;
  check(): Promise<void>;
  cancel(): void;
}

export type Said<Kind extends FromFrame["kind"]> = Omit<
  Extract<FromFrame, { kind: Kind }>,
  "from" | "kind" | keyof What
>;
type Result = Said<"result">;

/** A figure or a claim, as the page around sees it. */
export interface Inside {
  readonly state: () => Said<"state">;
  /** What went wrong, in sentences. */
  readonly problems: () => readonly string[];
  /** Something new for every result, null where there is none. */
  readonly finished: () => object | null;
  readonly result: () => Promise<Result>;
  /** Returns sentences on what is refused; then nothing is set. */
  readonly set: (parameters: Values) => Promise<readonly string[]>;
  readonly run: () => unknown;
  readonly stop: () => void;
}

export function figureInside(figure: LiveFigure): Inside {
  const { about, settings, runs } = figure;
  const { meta, figure: shown } = about;
  const name = figure.dataset.figure ?? "";
  const points = () =>
    settings.cases.map((_, k) => ({
      experiment: meta.id,
      parameters: settings.parametersOf(k),
      seed: settings.state.seed,
    }));
  return {
    state: () => {
      const { parameters, seed, backend } = settings.state;
      const running = runs.phase === "running" || runs.phase === "starting";
      return { parameters: { ...parameters, seed, backend }, running, progress: runs.progress };
    },
    problems: () =>
      runs.phase === "failed" || runs.phase === "idle" ? runs.problems.map(({ sentence }) => sentence) : [],
    finished: () => (runs.phase === "done" && runs.device ? runs.measured : null),
    result: async () => {
      const { measured, device } = runs;
      const of = points();
      const [{ recordOfFigure }, { SOFTWARE }] = await late(() =>
        Promise.all([
          import("../../src/runtime/records/record.ts"),
          import("../../src/runtime/keep/software.ts"),
        ]),
      );
      if (!device) throw new Error("Nothing was run.");
      const { cases, digest } = recordOfFigure(name, of, measured, device, SOFTWARE);
      return {
        cases: cases.map(({ quantities }, k) => ({ label: settings.cases[k]?.label ?? "", quantities })),
        digest,
        reference: whole(figure.dataset.record),
      };
    },
    set: async (parameters) => {
      // What refuses settings may have to be loaded; a run says so where it cannot be.
      const prepared = () => meta.prepare?.().catch(() => {});
      await prepared();
      const url = new URL(addressWith("https://figure.invalid/", shown, settings.state));
      for (const [key, value] of Object.entries(parameters))
        url.searchParams.set(`${shown.id}.${key}`, textOfValue(value));
      const { state, refused } = readState(url.search, meta, shown);
      if (refused.length > 0) return refused;
      settings.setBackend(state.backend);
      figure.open(url.search);
      await prepared();
      return [];
    },
    run: () => figure.run(),
    stop: () => figure.stop(),
  };
}

const CHOICES: readonly BackendChoice[] = ["auto", ...BACKENDS];

export function claimInside(check: ClaimCheck): Inside {
  const isRunning = () => check.phase === "running";
  return {
    state: () => ({
      parameters: { backend: check.backend },
      running: isRunning(),
      progress: isRunning() ? (check.progress?.share ?? 0) : check.made.length > 0 ? 1 : 0,
    }),
    problems: () => (check.phase === "failed" ? [check.message] : []),
    finished: () => check.made.at(-1) ?? null,
    result: async () => {
      const record = check.made.at(-1) as ClaimRecord;
      const { linkTo } = await late(() => import("../../src/runtime/records/recordLink.ts"));
      return {
        cases: record.cases.map(({ label, quantity, values }) => ({
          label,
          quantities: { [quantity]: values },
        })),
        verdict: record.verdict,
        digest: record.digest,
        reference: whole(check.dataset.record),
        record: linkTo(record, whole(check.dataset.verify)),
      };
    },
    set: async ({ backend, ...others }) => {
      const [other] = Object.keys(others);
      if (other)
        return [`A claim has no setting “${other.slice(0, 40)}”, only backend: its runs are what it says.`];
      const choice = CHOICES.find((each) => each === backend);
      if (!choice) return [`The backend must be ${CHOICES.join(", ")}.`];
      if (isRunning()) return ["The claim is being checked; stop that first."];
      check.backend = choice;
      return [];
    },
    run: () => {
      if (!isRunning()) void check.check();
    },
    stop: () => check.cancel(),
  };
}

function whole(address = ""): string {
  return new URL(address, document.baseURI).href;
}
