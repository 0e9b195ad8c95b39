// Finds what stands in the folders, and writes it down for those who import it: experiments, claims and companions are
// entered nowhere by hand. `npm run prepared` calls it before everything that needs the lists; they are not committed.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of a paper in which its experiments keep what they share; every other one is an experiment. */
const SHARED = "setting";

/** What each file of an experiment is for, and whether there is no experiment without it. */
const PARTS = {
  meta: { does: "describes the experiment", isNeeded: true },
  run: { does: "computes it", isNeeded: true },
  plot: { does: "draws it", isNeeded: false },
  sweep: { does: "says how it comes apart", isNeeded: false },
};

/** A part that is missing; the message names its file and what to do. */
export class MissingPart extends Error {}

/**
 * @typedef {{ id: string, paper: string, parts: string[] }} FoundExperiment
 * @typedef {{ papers: string[], experiments: FoundExperiment[], claims: Record<string, string[]> }} Found
 */

/**
 * What stands in the folders below a root.
 *
 * @param {string} root
 * @returns {Found}
 * @throws {MissingPart}
 */
export function find(root) {
  const experimentsOf = join(root, "src/experiments");
  const claimsOf = join(root, "src/claims");
  const articles = filesIn(join(root, "content/papers"), ".mdx").map((name) => name.slice(0, -4));
  const ours = ["driver", "found"];
  const papers = [
    ...new Set([
      ...articles,
      ...foldersIn(experimentsOf).filter((name) => !ours.includes(name)),
      ...foldersIn(claimsOf),
    ]),
  ].sort(byName);
  for (const paper of papers) {
    need(root, `content/papers/${paper}.mdx`, "is the article of the companion", `paper ${paper}`);
    need(root, `src/experiments/${paper}`, "has its experiments, a folder each", `paper ${paper}`);
    need(root, `src/claims/${paper}`, "has its claims", `paper ${paper}`);
    need(
      root,
      `components/papers/${paper}/Picture.astro`,
      "is its picture on the front page",
      `paper ${paper}`,
    );
  }
  const experiments = papers.flatMap((paper) =>
    foldersIn(join(experimentsOf, paper))
      .filter((name) => name !== SHARED)
      .map((name) => experimentIn(root, paper, name)),
  );
  const claims = Object.fromEntries(papers.map((paper) => [paper, filesIn(join(claimsOf, paper), ".ts")]));
  return { papers, experiments, claims };
}

/** @param {string} root @param {string} paper @param {string} name @returns {FoundExperiment} */
function experimentIn(root, paper, name) {
  const parts = Object.entries(PARTS).flatMap(([part, { does, isNeeded }]) => {
    const file = `src/experiments/${paper}/${name}/${part}.ts`;
    if (isNeeded) need(root, file, does, `experiment ${paper}/${name}`);
    return existsSync(join(root, file)) ? [part] : [];
  });
  return { id: `${paper}/${name}`, paper, parts };
}

/** @param {string} root @param {string} file @param {string} does @param {string} maker */
function need(root, file, does, maker) {
  if (existsSync(join(root, file))) return;
  throw new MissingPart(
    `${file} is missing: it ${does}. Write it; “npm run new -- ${maker}” makes a first one.`,
  );
}

/** @param {string} one @param {string} other */
function byName(one, other) {
  return one < other ? -1 : 1;
}

/** @param {string} folder */
function foldersIn(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  // An empty folder, which git leaves behind when files move, is no experiment.
  const isFolder = (/** @type {string} */ name) => readdirSync(join(folder, name)).length > 0;
  return entries
    .flatMap((entry) => (entry.isDirectory() && isFolder(entry.name) ? [entry.name] : []))
    .sort(byName);
}

/** @param {string} folder @param {string} ending */
function filesIn(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort(byName);
}

/**
 * The files that say what was found, by their paths below the root.
 *
 * @param {Found} found
 * @returns {Record<string, string>}
 */
export function filesFor({ papers, experiments, claims }) {
  /** @param {string} part */
  const having = (part) => experiments.filter(({ parts }) => parts.includes(part));
  /** @param {string} part @param {string} type @param {string} says */
  const loaders = (part, type, says) => [
    `/** ${says}, loaded when asked for. */`,
    `import type { ${type} } from "${type === "Drawing" ? "../drawing.ts" : type === "Run" ? "../driver/course.ts" : "../experiment.ts"}";`,
    "",
    `export const FOUND: Readonly<Record<string, () => Promise<{ ${NAMES[part]}: ${type} }>>> = {`,
    ...having(part).map(({ id }) => `  "${id}": () => import("../${id}/${part}.ts"),`),
    "};",
  ];
  /** @type {[path: string, lines: string[]][]} */
  const files = [
    ...papers.map(
      (paper) =>
        /** @type {[string, string[]]} */ ([
          `src/experiments/found/${paper}.ts`,
          metasOf(experiments, paper),
        ]),
    ),
    ...papers.map(
      (paper) =>
        /** @type {[string, string[]]} */ ([
          `src/experiments/found/${paper}.drawn.ts`,
          metasOf(having("plot"), paper),
        ]),
    ),
    ["src/experiments/found/papers.ts", papersFile(papers)],
    ["src/experiments/found/all.ts", allFile(papers)],
    ["src/experiments/found/runs.ts", loaders("run", "Run", "What runs each experiment")],
    ["src/experiments/found/drawings.ts", loaders("plot", "Drawing", "What draws each experiment")],
    ["src/experiments/found/sweeps.ts", loaders("sweep", "Sweep", "How each sweep comes apart")],
    ["src/claims/found.ts", claimsFile(claims)],
  ];
  return Object.fromEntries(files.map(([path, lines]) => [path, `${[FIRST_LINE, ...lines].join("\n")}\n`]));
}

const FIRST_LINE = "// written by src/experiments/find.mjs from what stands in the folders; not committed";
/** @type {Record<string, string>} */
const NAMES = { run: "run", plot: "drawing", sweep: "sweep" };

/** @param {FoundExperiment[]} experiments @param {string} paper */
function metasOf(experiments, paper) {
  const own = experiments.filter((each) => each.paper === paper);
  return [
    `/** The experiments on ${paper}. */`,
    'import type { Meta } from "../experiment.ts";',
    ...own.map(({ id }, k) => `import { meta as meta${k} } from "../${id}/meta.ts";`),
    "",
    "export const FOUND: Readonly<Record<string, Meta>> = {",
    ...own.map(({ id }, k) => `  "${id}": meta${k},`),
    "};",
  ];
}

/** @param {string[]} papers */
function papersFile(papers) {
  return [
    "/** The experiments of each paper that are drawn, loaded when a page shows its figures. */",
    'import type { Meta } from "../experiment.ts";',
    "",
    "export const FOUND: Readonly<Record<string, () => Promise<{ FOUND: Readonly<Record<string, Meta>> }>>> = {",
    ...papers.map((paper) => `  "${paper}": () => import("./${paper}.drawn.ts"),`),
    "};",
  ];
}

/** @param {string[]} papers */
function allFile(papers) {
  return [
    "/** The experiments of all papers. */",
    ...papers.map((paper, k) => `import { FOUND as paper${k} } from "./${paper}.ts";`),
    "",
    `export const FOUND = { ${papers.map((_, k) => `...paper${k}`).join(", ")} };`,
  ];
}

/** @param {Record<string, string[]>} claims */
function claimsFile(claims) {
  const files = Object.entries(claims).flatMap(([paper, names]) => names.map((name) => `${paper}/${name}`));
  return [
    "/** The files of claims of each paper. */",
    ...files.map((file, k) => `import * as file${k} from "./${file}";`),
    "",
    "export const FOUND: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {",
    ...files.map((file, k) => `  "${file}": file${k},`),
    "};",
  ];
}

/** Writes the files that are not as they should be. @param {string} root */
export function write(root) {
  for (const [path, text] of Object.entries(filesFor(find(root)))) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`found: wrote ${path}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    write(fileURLToPath(new URL("../../", import.meta.url)));
  } catch (error) {
    if (!(error instanceof MissingPart)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
