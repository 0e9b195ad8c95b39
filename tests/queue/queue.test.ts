// The same runs over a queue: the same digests, whatever dies on the way.
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { missingRedis, type RedisServer, startRedis } from "./redis.ts";
import { digestsIn, type Process, startWorker, tryOver, verifyOver } from "./workers.ts";

/** What the claim's reference record says, which local workers made. */
function referenceOf(claim: string): string {
  const file = new URL(`../../content/records/claims/${claim}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")).digest.slice(0, 12);
}

describe("a queue", () => {
  let redis: RedisServer;
  let processes: Process[] = [];
  beforeEach(async (context) => {
    if (missingRedis) context.skip(missingRedis);
    redis = await startRedis();
  });
  afterEach(async () => {
    for (const each of processes) await each.kill();
    processes = [];
    await redis?.end();
  });
  const keep = (process: Process) => {
    processes.push(process);
    return process;
  };
  const worker = async (name: string) => keep(await startWorker(redis.address, name));

  it("ends in the digests of local workers", async () => {
    await Promise.all([worker("one"), worker("other")]);
    const claim = "phase-diagram/A6";
    const verify = keep(verifyOver(redis.address, claim));
    expect(await verify.ended, verify.said()).toBe(0);
    expect(digestsIn(verify.said())).toEqual({ [claim]: referenceOf(claim) });
  });

  it("carries a sweep of npm run try, and how far it is", async () => {
    await worker("one");
    const sweep = keep(tryOver(redis.address, "phase-diagram/decay"));
    expect(await sweep.ended, sweep.said()).toBe(0);
    expect(sweep.said()).toMatch(/after [\d,]+ steps/);
  });
});
