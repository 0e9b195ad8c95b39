// Records of long runs: each is of a named setting of its figure, and its beginning is confirmed. Executing all of one is for
// `npm run verify -- --record`.
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { figureNamed } from "../../src/catalogue/experiments.ts";
import { threadWorker } from "../../src/cli/runs/threadWorker.ts";
import { isSame, requestFor } from "../../src/experiments/request.ts";
import { parseRecord } from "../../src/runtime/records/readRecord.ts";
import { type FigureRecord, figureCaseOf } from "../../src/runtime/records/record.ts";
import { coresHere } from "../../src/runtime/workers/cores.ts";
import { createPool } from "../../src/runtime/workers/pool.ts";
import { bridgeTo } from "../../src/runtime/workers/workerBridge.ts";

const FOLDER = fileURLToPath(new URL("../../content/records/long/", import.meta.url));
const files = globSync("*/*.json", { cwd: FOLDER });

test.each(files)("%s begins as it says", async (file) => {
  const record = parseRecord(readFileSync(`${FOLDER}${file}`, "utf8")) as FigureRecord;
  const [said] = record.cases;
  if (!said) throw new Error("The record has no case.");
  const { meta, figure } = figureNamed(record.figure);
  const request = requestFor(meta, said.parameters, record.seed);
  const named = figure.presets?.map(({ parameters }) => requestFor(meta, parameters, record.seed).parameters);
  expect(named?.some((parameters) => isSame(parameters, said.parameters))).toBe(true);
  const pool = createPool(() => bridgeTo(threadWorker()), coresHere());
  try {
    const device = await pool.deviceFor(record.origin.backend);
    const run = pool.run({ ...request, stride: 1 }, device, new AbortController().signal);
    for await (const { measurement } of run) {
      const { series } = figureCaseOf(request.parameters, measurement);
      // Lists that grow with the looks: until there are two, the start and one after some steps.
      const grown = Object.entries(series).filter(([name]) => series[name]?.length === series.time?.length);
      if ((series.time?.length ?? 0) < 2) continue;
      expect(grown.length).toBeGreaterThan(2);
      for (const [name, values] of grown) expect(values).toEqual(said.series[name]?.slice(0, values.length));
      return;
    }
  } finally {
    pool.end();
  }
});
