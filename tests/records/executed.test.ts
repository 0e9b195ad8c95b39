// Everything that is executed again, in threads on all cores by the very code of the page and the command line, in one file so
// that what several of it have in common is run once: the reference records, the claims on fresh seeds, and what float32 does
// to either.
import { afterAll, describe } from "vitest";
import { threadWorker } from "../../src/cli/runs/threadWorker.ts";
import { coresHere } from "../../src/runtime/workers/cores.ts";
import { createPool } from "../../src/runtime/workers/pool.ts";
import { bridgeTo } from "../../src/runtime/workers/workerBridge.ts";
import { testFreshSeeds } from "./executed/fresh.ts";
import { onceEach } from "./executed/onceEach.ts";
import { testOtherOrders } from "./executed/otherOrder.ts";
import { testReferences } from "./executed/references.ts";

const pool = onceEach(createPool(() => bridgeTo(threadWorker()), coresHere()));
afterAll(() => pool.end());

describe("the reference records", () => testReferences(pool));
describe("fresh seeds", () => testFreshSeeds(pool));
describe("another order", () => testOtherOrders(pool));
