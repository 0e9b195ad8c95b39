// The same runs over a queue: the same digests, whatever dies on the way, and one sentence for a queue that cannot be used.
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { Queue } from "bullmq";
import { Redis } from "ioredis";
import { afterEach, beforeEach, describe, expect, it, type TestContext } from "vitest";
import { experimentNamed } from "../../src/catalogue/experiments.ts";
import { buildHere } from "../../src/cli/queue/build.ts";
import { askerKey, PREFIX, queueOf } from "../../src/cli/queue/names.ts";
import type { Job } from "../../src/cli/queue/part.ts";
import { missingRedis, type RedisServer, startRedis } from "./redis.ts";
import { digestsIn, LIAR, type Process, startWorker, tryOver, verifyOver } from "./workers.ts";

const fileOf = (claim: string) =>
  fileURLToPath(new URL(`../../content/records/claims/${claim}.json`, import.meta.url));

/** What the claim's reference record says, which local workers made. */
function referenceOf(claim: string): Record<string, string> {
  return { [claim]: JSON.parse(readFileSync(fileOf(claim), "utf8")).digest.slice(0, 12) };
}

let redis: RedisServer;
let processes: Process[] = [];
const begin = async (context: TestContext, ...settings: string[]) => {
  if (missingRedis) context.skip(missingRedis);
  redis = await startRedis(...settings);
};
afterEach(async () => {
  await Promise.all(processes.map((each) => each.kill()));
  processes = [];
});
const keep = (process: Process) => {
  processes.push(process);
  return process;
};
const worker = async (name: string, file?: string, ...words: string[]) =>
  keep(await startWorker(redis.address, name, file, ...words));

describe("a queue", () => {
  beforeEach((context) => begin(context));
  afterEach(() => redis?.end());

  /** What the tests themselves say to Redis. */
  const saying = async <T>(talk: (client: Redis, jobs: Queue) => Promise<T>): Promise<T> => {
    const client = new Redis(redis.address, { maxRetriesPerRequest: null });
    const jobs = new Queue(queueOf(buildHere()), { connection: client, prefix: PREFIX });
    try {
      return await talk(client, jobs);
    } finally {
      await jobs.close();
      client.disconnect();
    }
  };

  it("ends in the digests of local workers, for claims and records, and carries a sweep", async () => {
    await Promise.all([worker("one"), worker("other")]);
    const claim = "phase-diagram/A6";
    const verify = keep(verifyOver(redis.address, claim));
    expect(await verify.ended, verify.said()).toBe(0);
    expect(digestsIn(verify.said())).toEqual(referenceOf(claim));
    const record = keep(verifyOver(redis.address, "--record", fileOf("phase-diagram/A2")));
    expect(await record.ended, record.said()).toBe(0);
    expect(record.said()).toMatch(/A2\.json {2}confirmed/);
    const sweep = keep(tryOver(redis.address, "phase-diagram/decay"));
    expect(await sweep.ended, sweep.said()).toBe(0);
    expect(sweep.said()).toMatch(/after [\d,]+ steps/);
  });

  it("ends in the same digest when a worker and Redis are killed on the way", async () => {
    const [lost] = await Promise.all([worker("lost"), worker("other")]);
    const claim = "phase-diagram/A10";
    const verify = keep(verifyOver(redis.address, claim));
    await saying(async (_, jobs) => {
      while ((await jobs.getActive()).every(({ processedBy }) => processedBy !== "lost"))
        await new Promise((wait) => setTimeout(wait, 20));
    });
    await lost.kill();
    await redis.restart();
    expect(await verify.ended, verify.said()).toBe(0);
    expect(verify.said()).toContain("A worker was lost; its part goes to another.");
    expect(digestsIn(verify.said())).toEqual(referenceOf(claim));
  });

  it("names a worker whose bits differ, and uses nothing of it", async () => {
    await Promise.all([worker("one"), worker("other"), worker("liar", LIAR)]);
    const claim = "phase-diagram/A2";
    const verify = keep(verifyOver(redis.address, claim));
    expect(await verify.ended, verify.said()).toBe(0);
    expect(verify.said()).toMatch(/^liar computed other bits than .*Its results are not used\.$/m);
    expect(verify.said()).not.toMatch(/^(one|other) computed other bits/m);
    expect(digestsIn(verify.said())).toEqual(referenceOf(claim));
  });

  it("never runs a job of nonsense, of another version, or that nobody waits for, and says why", async () => {
    const one = await worker("one");
    const { id: experiment, defaults: parameters } = experimentNamed("phase-diagram/decay");
    const job: Job = {
      ...{ experiment, parameters, seed: 1, stride: 500, backend: "wasm" },
      ...{ software: buildHere(), asker: "test", notBy: [] },
    };
    await saying(async (client, jobs) => {
      await client.set(askerKey("test"), "1");
      const bad = {
        "no part of a run": "rm -rf /",
        "no experiment": { ...job, experiment: "../../etc/passwd" },
        "asks for two-layers 99": { ...job, software: "two-layers 99" },
        "Nobody waits for it": { ...job, asker: "somebody who has left" },
      };
      for (const [reason, data] of Object.entries(bad)) {
        const { id } = await jobs.add("part", data);
        await one.says(new RegExp(`^Job ${id} is refused: .*${reason}`, "m"));
      }
      await expect.poll(() => jobs.getFailedCount()).toBe(4);
      expect(await jobs.getCompletedCount()).toBe(0);
      // It goes on with what is a part.
      await jobs.add("part", job);
      await expect.poll(() => jobs.getCompletedCount(), { timeout: 30_000 }).toBe(1);
    });
  });

  it("says that nobody works for it, or only another version, and gives up", async () => {
    await saying(async (client) => {
      const other = { name: "old", software: "two-layers 0.0.1 (0)", threads: 2 };
      await client.set("two-layers:worker:old", JSON.stringify(other));
      await client.sadd("two-layers:workers", "old");
    });
    const verify = keep(verifyOver(redis.address, "phase-diagram/A2", "--patience", "2"));
    expect(await verify.ended).toBe(4);
    expect(verify.said()).toMatch(/^No worker of two-layers .* takes parts from .*; waiting up to 2 s\. /m);
    expect(verify.said()).toMatch(
      /^No worker .* for 2 s\. Workers of another version are there: two-layers 0\.0\.1/m,
    );
    expect(verify.said()).not.toMatch(/^ +at /m);
  });

  it("gives up, in the middle too, when Redis goes away for good", async () => {
    const one = await worker("one", undefined, "--patience", "3");
    const verify = keep(verifyOver(redis.address, "phase-diagram/A9", "--patience", "3"));
    await saying(async (_, jobs) => {
      while ((await jobs.getActiveCount()) === 0) await new Promise((wait) => setTimeout(wait, 20));
    });
    await redis.end();
    expect(await verify.ended).toBe(4);
    expect(verify.said()).toMatch(/^The queue at .* did not answer for 3 s \(ECONNREFUSED\)\.$/m);
    expect(verify.said()).not.toMatch(/supported|^ +at /m);
    expect(await one.ended).toBe(4);
    expect(one.said()).toMatch(/^The queue at .* did not answer for 3 s \(ECONNREFUSED\)\.$/m);
  });

  it("is left by a worker that is told to, when what it has begun is done", async () => {
    const one = await worker("one");
    const sweep = keep(tryOver(redis.address, "phase-diagram/decay"));
    await saying(async (_, jobs) => {
      while ((await jobs.getActiveCount()) === 0) await new Promise((wait) => setTimeout(wait, 5));
    });
    one.child.kill("SIGTERM");
    expect(await one.ended).toBe(0);
    expect(one.said()).toMatch(/^one has stopped, after [1-9]\d* parts\.$/m);
    await sweep.kill();
  });
});

describe("a queue that cannot be used", () => {
  it("is said to be full", async (context) => {
    await begin(context, "--maxmemory", "1mb");
    const verify = keep(verifyOver(redis.address, "phase-diagram/A2"));
    expect(await verify.ended).toBe(4);
    expect(verify.said()).toMatch(/^The queue at redis:.* is full: /m);
    await redis.end();
  });

  it("is said to want a password, and none is shown", async (context) => {
    await begin(context, "--requirepass", "right");
    const address = redis.address.replace("//", "//:wrong@");
    const verify = keep(verifyOver(address, "phase-diagram/A2"));
    expect(await verify.ended).toBe(4);
    expect(verify.said()).toMatch(
      /^The queue at redis:\/\/127.* lets nobody in with this name and password/m,
    );
    expect(verify.said()).not.toContain("wrong@");
    await redis.end();
  });

  it.each([
    ["no Redis", "HTTP/1.1 400 Bad Request\r\n\r\n", /^What answers at redis:.* is no Redis\.$/m],
    ["silent", "", /^The queue at redis:.* did not answer for 2 s/m],
  ])("is said to be %s", async (_, answer, sentence) => {
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.on("data", () => answer && socket.write(answer));
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as { port: number };
    const verify = keep(verifyOver(`redis://127.0.0.1:${port}`, "phase-diagram/A2", "--patience", "2"));
    expect(await verify.ended).toBe(4);
    expect(verify.said()).toMatch(sentence);
    server.close();
  });

  it("is said to have no such address", async () => {
    const verify = keep(verifyOver("http://name:secret@example.org", "phase-diagram/A2"));
    expect(await verify.ended).toBe(2);
    expect(verify.said()).toMatch(/^--queue is the address of a Redis, .* not “http:\/\/example.org”\.$/m);
  });
});
