/** `npm run archive`: the built site as one zip, with a description of it as an RO-Crate and a README. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import packageFile from "../../package.json" with { type: "json" };
import { crateOf, type Paper } from "../archive/crate.ts";
import { readmeOf } from "../archive/readme.ts";
import { zipOf } from "../archive/zip.ts";
import { lastCommit } from "../history.ts";
import { REPOSITORY } from "../repository.ts";
import type { Listing } from "../runtime/records/listing.ts";
import { REGISTERED } from "../runtime/records/registered.ts";
import { SOFTWARE } from "../software.ts";
import { call, command, EXIT, UsageError } from "./command.ts";
import { writableFile, writeFile } from "./files.ts";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

await call(
  command("archive", "Puts the built site into one zip, described as an RO-Crate.", {
    [EXIT.sound]: "the zip is written",
  })
    .option("--site <folder>", "the built site", process.env.OUT_DIR || "dist")
    .option("--out <file>", "the zip", "two-layers.zip")
    .action(({ site, out }) => {
      writableFile("--out", out);
      if (!existsSync(join(site, "claims.json")))
        throw new UsageError(`“${site}” has no built site: npm run build makes one.`);
      const zip = zipOf(archiveOf(site));
      writeFile(out, Buffer.from(zip));
      console.log(`${out}: ${(zip.length / 1e6).toFixed(1)} MB`);
    }),
);

function archiveOf(site: string): Record<string, Uint8Array> {
  const listing = jsonAt<Listing>(join(site, "claims.json"));
  if (listing.$schema !== "/claims.schema.json")
    throw new UsageError(
      `“${site}” was built for a path: build it without BASE_PATH, so that any server can serve it.`,
    );
  const files: Record<string, Uint8Array> = {};
  for (const found of readdirSync(site, { recursive: true, encoding: "utf8" }))
    if (statSync(join(site, found)).isFile())
      files[`site/${found.split(sep).join("/")}`] = readFileSync(join(site, found));
  const last = lastCommit(ROOT);
  files["README.txt"] = Buffer.from(readmeOf(listing.claims.length, SOFTWARE, last?.hash));
  const { name, version, description } = packageFile;
  const crate = crateOf({
    files: Object.entries(files)
      .map(([path, { length }]) => ({ path, bytes: length }))
      .sort((one, other) => (one.path < other.path ? -1 : 1)),
    claims: listing.claims,
    papers: jsonAt<Record<string, Paper>>(join(ROOT, "content/references.json")),
    software: { name, version, description },
    repository: REPOSITORY,
    commit: last?.hash,
    published: last?.on ?? lastDayRegistered(),
  });
  files["ro-crate-metadata.json"] = Buffer.from(`${JSON.stringify(crate, null, 2)}\n`);
  return files;
}

/** In a copy without history: the last day on which a claim was written or changed. */
function lastDayRegistered(): string {
  const registered = REGISTERED.parse(jsonAt(join(ROOT, "content/registered.json")));
  const days = Object.values(registered).flatMap(({ written, changes }) =>
    [written, ...changes].map(({ on }) => on),
  );
  return days.sort().at(-1) as string;
}

function jsonAt<T>(file: string): T {
  return JSON.parse(readFileSync(file, "utf8")) as T;
}
