/** The claims as they were at each commit that touched them, from the history of the repository. Runs git. */
import { execFileSync } from "node:child_process";
import { globSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { experimentNamed } from "../../catalogue/experiments.ts";
import type { Version } from "../../claims/changes.ts";
import type { Claim } from "../../claims/claim.ts";
import type { Experiment } from "../../experiments/experiment.ts";
import { type Commit, commitsIn, FORM, git } from "../../history.ts";

const MOST_BYTES = 1 << 28;

/** The commits that touched claims, or what they take from their experiments, oldest first. */
export function commitsOfClaims(root: string): Commit[] {
  return commitsIn(
    git(
      root,
      "log",
      "--reverse",
      "--topo-order",
      FORM,
      "--",
      "src/claims",
      ":(glob)src/experiments/**/meta.ts",
    ),
  );
}

/** The commit with which the first reference record of each claim came, by the claim's id. */
export function firstRecords(root: string): Map<string, Commit> {
  const log = git(
    root,
    "log",
    "--topo-order",
    "--diff-filter=A",
    "--no-renames",
    FORM,
    "--name-only",
    "--",
    "content/records/claims",
  );
  const first = new Map<string, Commit>();
  let commit: Commit | undefined;
  for (const line of log.split("\n")) {
    commit = commitsIn(line)[0] ?? commit;
    const id = /^content\/records\/claims\/(.+)\.json$/.exec(line)?.[1];
    if (id && commit) first.set(id, commit);
  }
  return first;
}

/** All commits up to this one, oldest first: their places say what came before what. */
export function orderOf(root: string): Map<string, number> {
  const hashes = git(root, "rev-list", "--reverse", "--topo-order", "HEAD").trim().split("\n");
  return new Map(hashes.map((hash, place) => [hash, place]));
}

/**
 * The claims at a commit, by id: its files are put into a folder and loaded as they were, so that what counts is what they
 * said, and not how they said it. @throws whatever they throw with the packages of today
 */
export async function claimsAt(root: string, { hash }: Commit): Promise<Map<string, Version>> {
  const folder = mkdtempSync(join(tmpdir(), "two-layers-claims-"));
  try {
    execFileSync("tar", ["-x", "-C", folder], {
      input: execFileSync("git", ["archive", hash, "package.json", "src"], {
        cwd: root,
        maxBuffer: MOST_BYTES,
      }),
    });
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    // The first claims stood in one file.
    const files = globSync(["src/claims/*/*.ts", "src/claims/phaseDiagram.ts"], { cwd: folder });
    const versions = new Map<string, Version>();
    for (const file of files) {
      const exported: Record<string, unknown> = await import(pathToFileURL(join(folder, file)).href);
      const paper = file.split("/").at(-2) ?? "";
      for (const [name, value] of Object.entries(exported).flatMap(listed)) {
        if (!isClaim(value)) continue;
        const { id = `${paper}/${name}` } = value;
        versions.set(id, versionOf(value, await defaultsOf(value, folder)));
      }
    }
    return versions;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The parts of a claim of today on which its verdict rests. */
export function versionNow(claim: Claim): Version {
  return versionOf(claim as unknown as AnyClaim, experimentNamed(claim.experiment).defaults);
}

/** A claim as any commit had it: parameters were `parameters` once, and stood alone in a control. */
interface AnyClaim extends Pick<Version, "statement" | "statistic" | "seeds"> {
  readonly id?: string;
  readonly experiment?: string;
  readonly meta?: Pick<Experiment, "defaults">;
  readonly cases: readonly {
    readonly label: string;
    readonly measures?: string;
    readonly quantity?: string;
    readonly accept: Version["cases"][number]["accept"];
    readonly at?: Values;
    readonly parameters?: Values;
    readonly control: { readonly at?: Values; readonly parameters?: Values };
  }[];
}
type Values = Readonly<Record<string, unknown>>;

/** What a list exports is that of its members. */
function listed([name, value]: [string, unknown]): [string, unknown][] {
  return Array.isArray(value) ? value.map((each): [string, unknown] => [name, each]) : [[name, value]];
}

function isClaim(value: unknown): value is AnyClaim {
  return typeof value === "object" && value !== null && "cases" in value && "statement" in value;
}

/** Defaults of the experiment of a claim, in the folder of its time. */
async function defaultsOf({ meta, experiment = "" }: AnyClaim, folder: string): Promise<Values> {
  if (meta) return meta.defaults;
  const exported: Record<string, unknown> = await import(
    pathToFileURL(join(folder, "src/experiments", experiment, "meta.ts")).href
  );
  const found = Object.values(exported).find(
    (value) => typeof value === "object" && value !== null && "defaults" in value,
  ) as { defaults: Values } | undefined;
  return found?.defaults ?? {};
}

function versionOf({ statement, statistic, seeds, cases }: AnyClaim, defaults: Values): Version {
  return {
    statement,
    statistic,
    seeds: [...seeds],
    cases: cases.map(({ label, measures, quantity = "", accept, control, ...given }) => {
      const at = given.at ?? given.parameters ?? {};
      const controlAt = control.at ?? control.parameters ?? {};
      return {
        label,
        measures: measures ?? quantity,
        accept,
        named: [...new Set([...Object.keys(at), ...Object.keys(controlAt)])].sort(),
        at: { ...defaults, ...at },
        control: { ...defaults, ...controlAt },
      };
    }),
  };
}
