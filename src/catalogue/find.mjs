// Finds what stands in the folders, and writes it down for those who import it: experiments, claims and companions are
// entered nowhere by hand. `npm run prepared` calls it before everything that needs the lists; they are not committed.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folders of a paper in which its experiments keep what they share; every other one is an experiment. */
const SHARED = ["setting", "lenses", "found"];
/** Has experiments and a page, but no paper of its own: the companions' network, through all their eyes. */
const LABORATORY = "laboratory";
/** Folders of src/experiments that are no paper's. */
const ROOMS = ["driver", "drawing"];
/** Where the lists are written. */
const LISTS = "src/catalogue/found";
/** Where the lenses of the laboratory are, and where their lists are written. */
const LENSES = `src/experiments/${LABORATORY}/lenses`;
const LISTS_OF_LENSES = `src/experiments/${LABORATORY}/found`;

/** What each file of an experiment is for, and whether there is no experiment without it. */
const PARTS = {
  meta: { does: "describes the experiment", isNeeded: true },
  run: { does: "computes it", isNeeded: true },
  plot: { does: "draws it", isNeeded: false },
  sweep: { does: "says how it comes apart", isNeeded: false },
};

/** What each file of a lens is for: all are needed. */
const PARTS_OF_LENS = { meta: "describes the lens", look: "measures through it", plot: "draws what it sees" };

/** Where assignments are, a folder each beside what they share. */
const ASSIGNMENTS = "src/assignments";
const ROOMS_OF_ASSIGNMENTS = ["grading", "scorm"];
/** What each assignment has, `<assignment>` being its name. */
const PARTS_OF_ASSIGNMENT = {
  "src/assignments/<assignment>/tasks.ts": "says what is to be done",
  "src/assignments/<assignment>/scores.ts": "says how answers are scored, and what solves a task",
  "content/assignments/<assignment>.mdx": "is what a student reads",
  "content/guides/<assignment>.mdx": "is what its teacher reads",
};

/** A part that is missing; the message names its file and what to do. */
export class MissingPart extends Error {}

/**
 * @typedef {{ id: string, paper: string, parts: string[] }} FoundExperiment
 * @typedef {{ papers: string[], experiments: FoundExperiment[], claims: string[], lenses: string[], assignments: string[] }} Found
 */

/** What each companion has, `<paper>` being its name. */
const COMPANION = {
  "content/papers/<paper>.mdx": "is the article of the companion",
  "src/experiments/<paper>": "has its experiments, a folder each",
  "src/claims/<paper>": "has its claims",
  "components/papers/<paper>/Picture.astro": "is its picture on the front page and at its top",
};

/**
 * What stands in the folders below a root.
 *
 * @param {string} root
 * @returns {Found}
 * @throws {MissingPart}
 */
export function find(root) {
  const articles = filesIn(join(root, "content/papers"), ".mdx").map((name) => name.slice(0, -4));
  const folders = ["src/experiments", "src/claims"].flatMap((folder) => foldersIn(join(root, folder)));
  const places = [...new Set([...articles, ...folders])].filter((name) => !ROOMS.includes(name)).sort(byName);
  const papers = places.filter((name) => name !== LABORATORY);
  for (const paper of papers)
    for (const [path, does] of Object.entries(COMPANION))
      need(root, path.replace("<paper>", paper), does, `paper ${paper}`);
  const experiments = places.flatMap((paper) =>
    foldersIn(join(root, "src/experiments", paper))
      .filter((name) => !SHARED.includes(name))
      .map((name) => experimentIn(root, paper, name)),
  );
  const claims = papers.flatMap((paper) =>
    filesIn(join(root, "src/claims", paper), ".ts").map((name) => `${paper}/${name}`),
  );
  const lenses = foldersIn(join(root, LENSES));
  for (const lens of lenses)
    for (const [part, does] of Object.entries(PARTS_OF_LENS)) {
      const file = `${LENSES}/${lens}/${part}.ts`;
      if (!existsSync(join(root, file)))
        throw new MissingPart(`${file} is missing: it ${does}. Write it as the lenses beside it have it.`);
    }
  const assignments = foldersIn(join(root, ASSIGNMENTS)).filter(
    (name) => !ROOMS_OF_ASSIGNMENTS.includes(name),
  );
  for (const name of assignments)
    for (const [path, does] of Object.entries(PARTS_OF_ASSIGNMENT)) {
      const file = path.replace("<assignment>", name);
      if (!existsSync(join(root, file)))
        throw new MissingPart(
          `${file} is missing: it ${does}. Write it as the assignments beside it have it.`,
        );
    }
  return { papers, experiments, claims, lenses, assignments };
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
export function filesFor({ papers, experiments, claims, lenses, assignments }) {
  const places = [...new Set([...papers, ...experiments.map(({ paper }) => paper)])].sort(byName);
  /** @param {string} part @param {FoundExperiment[]} [among] @returns {Entry[]} */
  const having = (part, among = experiments) =>
    among
      .filter(({ parts }) => parts.includes(part))
      .map(({ id }) => [id, `../../experiments/${id}/${part}.ts`]);
  /** @param {string} paper */
  const drawnOf = (paper) =>
    having(
      "meta",
      experiments.filter((each) => each.paper === paper && each.parts.includes("plot")),
    );
  const meta = 'import("../../experiments/experiment.ts").Meta';
  return {
    [`${LISTS}/experiments.ts`]: listed("The description of each experiment", meta, having("meta"), "meta"),
    ...Object.fromEntries(
      places.map((paper) => [
        `${LISTS}/${paper}.ts`,
        listed(`The descriptions of what is drawn of ${paper}`, meta, drawnOf(paper), "meta"),
      ]),
    ),
    [`${LISTS}/papers.ts`]: loaded(
      "The descriptions of what is drawn, by paper",
      `{ FOUND: Readonly<Record<string, ${meta}>> }`,
      places.map((paper) => [paper, `./${paper}.ts`]),
    ),
    [`${LISTS}/runs.ts`]: loaded(
      "What runs each experiment",
      '{ run: import("../../experiments/driver/course.ts").Run }',
      having("run"),
    ),
    [`${LISTS}/drawings.ts`]: loaded(
      "What draws each experiment",
      '{ drawing: import("../../experiments/drawing/drawing.ts").Drawing }',
      having("plot"),
    ),
    [`${LISTS}/sweeps.ts`]: loaded(
      "How each sweep comes apart",
      '{ sweep: import("../../experiments/experiment.ts").Sweep }',
      having("sweep"),
    ),
    [`${LISTS}/claims.ts`]: listed(
      "The files of claims",
      "Readonly<Record<string, unknown>>",
      claims.map((file) => [file, `../../claims/${file}`]),
    ),
    ...(lenses.length > 0 ? filesForLenses(lenses) : {}),
    ...filesForAssignments(assignments),
  };
}

/** @param {string[]} assignments @returns {Record<string, string>} */
function filesForAssignments(assignments) {
  /** @param {string} part @returns {Entry[]} */
  const having = (part) => assignments.map((name) => [name, `../../assignments/${name}/${part}.ts`]);
  const types = 'import("../../assignments/assignment.ts")';
  return {
    [`${LISTS}/assignments.ts`]: listed("The assignments", `${types}.Written`, having("tasks"), "tasks"),
    [`${LISTS}/tasks.ts`]: loaded(
      "The tasks of each assignment",
      `{ tasks: ${types}.Written }`,
      having("tasks"),
    ),
    [`${LISTS}/scores.ts`]: loaded(
      "How each assignment is scored",
      `{ scores: ${types}.AnyScores }`,
      having("scores"),
    ),
  };
}

/** @param {string[]} lenses @returns {Record<string, string>} */
function filesForLenses(lenses) {
  /** @param {string} part @returns {Entry[]} */
  const having = (part) => lenses.map((lens) => [lens, `../lenses/${lens}/${part}.ts`]);
  return {
    [`${LISTS_OF_LENSES}/lenses.ts`]: listed(
      "The description of each lens",
      'import("../setting/lens.ts").LensMeta',
      having("meta"),
      "meta",
    ),
    [`${LISTS_OF_LENSES}/looks.ts`]: listed(
      "What measures through each lens",
      'import("../setting/lens.ts").Look',
      having("look"),
      "look",
    ),
    [`${LISTS_OF_LENSES}/drawings.ts`]: listed(
      "What draws what each lens sees",
      'import("../setting/lensDrawing.ts").LensDrawing',
      having("plot"),
      "drawing",
    ),
  };
}

/** @typedef {[name: string, file: string]} Entry */

/**
 * A module whose FOUND has, by name, what files export, or one thing that they do.
 *
 * @param {string} says @param {string} type @param {Entry[]} entries @param {string} [one]
 */
function listed(says, type, entries, one) {
  const taken = (/** @type {number} */ k) => (one ? `{ ${one} as each${k} }` : `* as each${k}`);
  return moduleOf(
    says,
    entries.map(([, file], k) => `import ${taken(k)} from "${file}";`),
    type,
    entries.map(([name], k) => `  "${name}": each${k},`),
  );
}

/**
 * A module whose FOUND loads, by name, what files export.
 *
 * @param {string} says @param {string} type @param {Entry[]} entries
 */
function loaded(says, type, entries) {
  const lines = entries.map(([name, file]) => `  "${name}": () => import("${file}"),`);
  return moduleOf(`${says}, loaded when asked for`, [], `() => Promise<${type}>`, lines);
}

/** @param {string} says @param {string[]} imports @param {string} type @param {string[]} lines */
function moduleOf(says, imports, type, lines) {
  const first = "// written by src/catalogue/find.mjs from what stands in the folders; not committed";
  const opening = `export const FOUND: Readonly<Record<string, ${type}>> = {`;
  return `${[first, `/** ${says}. */`, ...imports, "", opening, ...lines, "};"].join("\n")}\n`;
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
