// A worker that changes the last bit of whatever it measures.
import { parseArgs } from "node:util";
import { buildHere } from "../../src/cli/queue/build.ts";
import { working } from "../../src/cli/queue/working.ts";
import { localPool } from "../../src/cli/runs/poolFor.ts";
import type { Pool } from "../../src/runtime/workers/pool.ts";

const text = { type: "string" } as const;
const { values } = parseArgs({ options: { queue: text, name: text, workers: text } });
const { queue = "", name = "" } = values;

const honest = localPool(1);
const lying: Pool = {
  ...honest,
  async *run(...asked) {
    for await (const measured of honest.run(...asked)) {
      const { measurement } = measured;
      const quantities = Object.fromEntries(
        Object.entries(measurement.quantities).map(([key, value = 0]) => [key, value * (1 + 2 ** -52)]),
      );
      yield { ...measured, measurement: { ...measurement, quantities } };
    }
  },
};

await working(queue, { name, software: buildHere(), pool: lying, patience: 10_000, tell: console.error });
console.log(`${name} takes parts from ${queue}.`);
