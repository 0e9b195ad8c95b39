// Whose answers are used: with workers that are functions.
import { beforeEach, describe, expect, it } from "vitest";
import { NobodyElse, PartLost, type Wish } from "../../../../src/cli/queue/asking.ts";
import { comparing } from "../../../../src/cli/queue/comparing.ts";
import type { Answer, Part } from "../../../../src/cli/queue/part.ts";

type Worker = (seed: number) => string;
const honest: Worker = (seed) => `bits of ${seed}`;
const lying: Worker = (seed) => `other bits of ${seed}`;

const part = (seed: number): Part => ({
  experiment: "phase-diagram/decay",
  parameters: {},
  seed,
  stride: 500,
  backend: "wasm",
});
const answer = (worker: string, bits: string): Answer => ({
  worker,
  bits,
  outcome: { error: { name: "Error", message: bits } },
});

describe("comparing", () => {
  let asked: string[];
  let said: string[];
  beforeEach(() => {
    asked = [];
    said = [];
  });

  /** Answers parts one after the other; each goes to the worker that had the fewest. */
  function over(workers: Record<string, Worker>, every = 3) {
    const counts = new Map(Object.keys(workers).map((name) => [name, 0]));
    const ask = async ({ seed }: Part, { notBy, orNobody }: Wish) => {
      const [name] = [...counts.keys()]
        .filter((each) => !notBy.includes(each))
        .sort((one, other) => (counts.get(one) ?? 0) - (counts.get(other) ?? 0));
      if (!name) throw orNobody ? new NobodyElse() : new Error("Nobody is left.");
      counts.set(name, (counts.get(name) ?? 0) + 1);
      asked.push(`${name} ${seed}`);
      return answer(name, (workers[name] as Worker)(seed));
    };
    const answerTo = comparing({
      every,
      ask,
      workers: () => Object.keys(workers),
      referee: async ({ seed }) => answer("this machine", honest(seed)),
      tell: (sentence) => said.push(sentence),
    });
    const { signal } = new AbortController();
    return async (seeds: number) => {
      const used: string[] = [];
      for (let seed = 1; seed <= seeds; seed++) used.push((await answerTo(part(seed), { signal })).bits);
      return used;
    };
  }
  const right = (seeds: number) => Array.from({ length: seeds }, (_, k) => honest(k + 1));

  it("has the first part of each worker and every third done twice", async () => {
    expect(await over({ one: honest, other: honest })(7)).toEqual(right(7));
    // Part 1 is the first of both. After two more of each, 6 is due, and counts for both again.
    const seeds = asked.map((each) => each.slice(-1));
    expect(seeds.join("")).toBe("112345667");
    expect(said).toEqual([]);
  });

  it.each([
    ["first", { liar: lying, one: honest, other: honest }],
    ["second", { one: honest, liar: lying, other: honest }],
  ])("names a worker that lies when it is asked %s, and uses nothing of it", async (_, workers) => {
    expect(await over(workers)(9)).toEqual(right(9));
    expect(said[0]).toMatch(/^liar computed other bits than .*Its results are not used\.$/);
    expect(asked.filter((each) => each.startsWith("liar"))).toHaveLength(1);
  });

  it("holds back what a worker answers while its first part is compared", async () => {
    const second = Promise.withResolvers<void>();
    const ask = async ({ seed }: Part, { notBy }: Wish) => {
      if (!notBy.includes("liar")) return answer("liar", lying(seed));
      await second.promise;
      return answer("one", honest(seed));
    };
    const answerTo = comparing({
      every: 9,
      ask,
      workers: () => ["liar", "one"],
      referee: async ({ seed }) => answer("this machine", honest(seed)),
      tell: (sentence) => said.push(sentence),
    });
    const { signal } = new AbortController();
    const both = Promise.all([1, 2].map((seed) => answerTo(part(seed), { signal })));
    second.resolve();
    expect((await both).map(({ bits }) => bits)).toEqual(right(2));
    expect(said[0]).toMatch(/^liar computed other bits/);
    expect(said.join()).not.toContain("earlier results");
  });

  it("lets this machine decide where no third worker is there", async () => {
    expect(await over({ liar: lying, one: honest })(4)).toEqual(right(4));
    expect(said[0]).toMatch(/^liar computed other bits than one and this machine/);
  });

  it("breaks off where a worker that was right at first had wrong results used", async () => {
    const late: Worker = (seed) => (seed < 5 ? honest(seed) : lying(seed));
    await expect(over({ late, one: honest, other: honest }, 4)(30)).rejects.toThrow(
      /results that late had given before it was found out are wrong, so nothing of this run is written/,
    );
  });

  it("gives a part up that three come to three results for", async () => {
    const own =
      (name: string): Worker =>
      (seed) =>
        `${name} of ${seed}`;
    await expect(over({ a: own("a"), b: own("b"), c: own("c") })(1)).rejects.toThrow(
      /three different results/,
    );
  });

  it("compares nothing where a worker is alone, and says so once", async () => {
    expect(await over({ one: honest })(5)).toEqual(right(5));
    expect(said).toEqual(["one is the only worker, so its results are compared with nobody's."]);
  });

  it("asks for a lost part again, of another if there is one, and gives it up after three tries", async () => {
    const failing = (times: number): Worker => {
      let left = times;
      return (seed) => {
        left -= 1;
        if (left >= 0) throw new PartLost("It broke.", "weak");
        return honest(seed);
      };
    };
    expect(await over({ weak: failing(1), one: honest, other: honest })(1)).toEqual(right(1));
    expect(asked).toEqual(["weak 1", "one 1", "other 1"]);
    expect(said[0]).toMatch(/It broke\. It is asked for again \(2 of 3\)\.$/);
    await expect(over({ weak: failing(9) })(1)).rejects.toThrow(/given up after 3 tries: It broke\.$/);
  });
});
