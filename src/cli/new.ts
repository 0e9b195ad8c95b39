/** `npm run new -- paper|experiment|claim …`: writes the folders of one, with a working example in them. Overwrites nothing. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { call, command, EXIT, UsageError } from "./command.ts";
import { writeFile } from "./files.ts";
import { claimFiles, experimentFiles, type Files, paperFiles } from "./new/templates.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const about = "Writes a working example, found by its folders: there is no list to enter it in.";
const REFERENCE = ["--reference <id>", "key of the work in content/references.json"] as const;

const commands = command("new", about, { [EXIT.sound]: "the files are written" });
commands
  .command("experiment <name>")
  .description("an experiment with a live figure, such as phase-diagram/my-experiment")
  .requiredOption(...REFERENCE)
  .action((name, { reference }) => {
    const [paper, own] = namesIn(name);
    write(experimentFiles(paper, own, known(reference)));
    console.log(`\nNow: npm run try -- ${name}; then npm run verify -- ${name} --update-records.`);
    console.log(`In content/papers/${paper}.mdx: <LiveFigure figure="${name}" />`);
  });
commands
  .command("claim <name> <experiment>")
  .description("a claim with a control, such as phase-diagram/A99, about phase-diagram/my-experiment")
  .requiredOption(...REFERENCE)
  .action((name, experiment, { reference }) => {
    const [paper, number] = namesIn(name);
    if (!/^[A-Z]\d+$/.test(number))
      throw new UsageError(`A claim is called by a letter and a number, not “${number}”.`);
    write(claimFiles(paper, number, experiment, known(reference)));
    console.log(
      `\nNow: npm run verify -- ${name}; and, when you understand it, the same with --update-records.`,
    );
    console.log(`In content/papers/${paper}.mdx: <ClaimCard claim="${name}" />`);
  });
commands
  .command("paper <id>")
  .description("a companion: an article, its picture, an experiment and a claim")
  .requiredOption(...REFERENCE)
  .action((id, { reference }) => {
    const work = known(reference);
    const [experiment, number] = ["risk", "X1"];
    write({
      ...paperFiles(id, work, experiment, number),
      ...experimentFiles(id, experiment, work),
      ...claimFiles(id, number, `${id}/${experiment}`, work),
    });
    console.log(`\nNow: npm run verify -- ${id} --update-records; then npm run dev.`);
  });

await call(commands);

/** "paper/name" as its two names. @throws UsageError */
function namesIn(name: string): [string, string] {
  const [paper, own, ...rest] = name.split("/");
  if (!paper || !own || rest.length > 0) throw new UsageError(`“${name}” is not of the form <paper>/<name>.`);
  return [paper, own];
}

/** @throws UsageError for a work that is not among the references */
function known(reference: string): string {
  const references: object = JSON.parse(readFileSync(join(root, "content/references.json"), "utf8"));
  if (!Object.hasOwn(references, reference))
    throw new UsageError(
      `content/references.json has no work “${reference}”; enter it there first. It has ${Object.keys(references).join(", ")}.`,
    );
  return reference;
}

/** @throws UsageError where a file exists already; then none is written */
function write(files: Files): void {
  const there = Object.keys(files).filter((path) => existsSync(join(root, path)));
  if (there.length > 0) throw new UsageError(`${there.join(", ")} is there already: nothing was written.`);
  for (const [path, text] of Object.entries(files)) {
    writeFile(join(root, path), text);
    console.log(`wrote ${path}`);
  }
}
