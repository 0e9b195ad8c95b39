/**
 * Whose answers are used. A worker's first part, and every n-th after it, is done by a second worker too, and the bits are
 * compared; where they differ a third decides, and the one that stands alone is named, asked nothing more, and all that it
 * had answered before is done again. Knows nothing of Redis.
 */
import { createHash } from "node:crypto";
import { QueueError } from "../command.ts";
import { NobodyElse, PartLost, type Wish } from "./asking.ts";
import { type Answer, AnswerError, type Part, partInWords } from "./part.ts";

export interface ComparingOptions {
  readonly every: number;
  readonly ask: (part: Part, wish: Wish) => Promise<Answer>;
  /** Names of the workers that are there. */
  readonly workers: () => readonly string[];
  /** This machine, which decides where no third worker is there. */
  readonly referee: (part: Part, signal: AbortSignal) => Promise<Answer>;
  readonly tell: (sentence: string) => void;
}

/** What was passed on of a worker's answers without a comparison. */
interface Passed {
  readonly part: Part;
  /** SHA-256 of them. */
  readonly bits: string;
}

/** How often a part is asked for before it is given up. */
const MOST_TRIES = 3;

/**
 * What answers parts, with answers that may be used.
 * @returns a function that throws QueueError where answers that turn out to be wrong had been used, Error for a part that is given up, or the signal's reason
 */
export function comparing({ every, ask, workers, referee, tell }: ComparingOptions) {
  const named = new Set<string>();
  /** Parts of each worker until its next comparison; one that is new is compared at once. */
  const until = new Map<string, number>();
  const passed = new Map<string, Passed[]>();
  /** The last comparison of each worker: resolves when it is over. */
  const comparisons = new Map<string, Promise<void>>();
  let saidThatOneIsAlone = false;

  /** Asks until a worker brings the part to its end. */
  const insistently = async (
    part: Part,
    wish: Pick<Wish, "signal" | "onProgress"> & { others: readonly string[]; orNobody: boolean },
  ): Promise<Answer> => {
    const { others, ...rest } = wish;
    const reasons: string[] = [];
    const failed: string[] = [];
    while (true) {
      try {
        // One that has failed may try again where nobody else is there.
        const without = [...named, ...others, ...failed];
        const notBy = workers().some((name) => !without.includes(name)) ? without : [...named, ...others];
        return await ask(part, { ...rest, notBy });
      } catch (error) {
        if (!(error instanceof PartLost || error instanceof AnswerError)) throw error;
        reasons.push(error.message);
        if (error instanceof PartLost && error.worker) failed.push(error.worker);
        if (reasons.length === MOST_TRIES)
          throw new Error(
            `${partInWords(part)} was given up after ${MOST_TRIES} tries: ${[...new Set(reasons)].join(" ")}`,
          );
        const time = `${reasons.length + 1} of ${MOST_TRIES}`;
        tell(`${partInWords(part)}: ${error.message} It is asked for again (${time}).`);
      }
    }
  };
  /** Another worker's answer; null where nobody else is there. */
  const another = async (part: Part, others: readonly string[], signal: AbortSignal) => {
    try {
      return await insistently(part, { others, orNobody: true, signal });
    } catch (error) {
      if (error instanceof NobodyElse) return null;
      throw error;
    }
  };
  const pass = (part: Part, answer: Answer): Answer => {
    const { worker, bits } = answer;
    const before = passed.get(worker) ?? [];
    before.push({ part, bits: digestOf(bits) });
    passed.set(worker, before);
    return answer;
  };
  /** Does everything again that a worker's answers had been used for. @throws QueueError where one was wrong */
  const audit = async (liar: string, signal: AbortSignal) => {
    const all = passed.get(liar) ?? [];
    passed.delete(liar);
    if (all.length > 0) tell(`${all.length} earlier results of ${liar} are computed again.`);
    const wrong = await Promise.all(
      all.map(async ({ part, bits }) => {
        const again = (await another(part, [liar], signal)) ?? (await referee(part, signal));
        return digestOf(again.bits) !== bits;
      }),
    );
    const count = wrong.filter(Boolean).length;
    if (count > 0)
      throw new QueueError(
        `${count} of ${all.length} results that ${liar} had given before it was found out are wrong, so nothing of this run is written. Run it again without that worker.`,
      );
  };
  const name = async (liar: string, right: readonly Answer[], part: Part, signal: AbortSignal) => {
    if (!named.has(liar)) {
      named.add(liar);
      const names = right.map(({ worker }) => worker).join(" and ");
      tell(`${liar} computed other bits than ${names} for ${partInWords(part)}. Its results are not used.`);
    }
    await audit(liar, signal);
  };
  const decide = async (part: Part, first: Answer, second: Answer, signal: AbortSignal): Promise<Answer> => {
    const third =
      (await another(part, [first.worker, second.worker], signal)) ?? (await referee(part, signal));
    if (third.bits === first.bits) await name(second.worker, [first, third], part, signal);
    else if (third.bits === second.bits) await name(first.worker, [second, third], part, signal);
    else
      throw new Error(
        `${partInWords(part)}: ${first.worker}, ${second.worker} and ${third.worker} came to three different results, so none is used.`,
      );
    return third;
  };

  /** Has a part done by another worker too; null where a worker turned out to lie meanwhile, and the part is asked for anew. */
  const compare = async (part: Part, first: Answer, signal: AbortSignal): Promise<Answer | null> => {
    const { worker } = first;
    const isAlone = !workers().some((each) => each !== worker && !named.has(each));
    const second = isAlone ? null : await another(part, [worker], signal);
    if (!second) {
      until.set(worker, 0);
      if (!saidThatOneIsAlone)
        tell(`${worker} is the only worker, so its results are compared with nobody's.`);
      saidThatOneIsAlone = true;
      return pass(part, first);
    }
    if (named.has(second.worker) || named.has(worker)) return null;
    if (second.bits !== first.bits) return await decide(part, first, second, signal);
    until.set(second.worker, every - 1);
    return first;
  };

  return async (part: Part, wish: Pick<Wish, "signal" | "onProgress">): Promise<Answer> => {
    while (true) {
      const first = await insistently(part, { ...wish, others: [], orNobody: false });
      const { worker } = first;
      const left = until.get(worker) ?? 0;
      if (left > 0) {
        until.set(worker, left - 1);
        // What a comparison under way may show to be wrong waits for it.
        await comparisons.get(worker);
        if (!named.has(worker)) return pass(part, first);
      } else if (!named.has(worker)) {
        until.set(worker, every - 1);
        const comparison = compare(part, first, wish.signal);
        comparisons.set(
          worker,
          comparison.then(
            () => {},
            () => {},
          ),
        );
        const answer = await comparison;
        if (answer) return answer;
      }
    }
  };
}

function digestOf(bits: string): string {
  return createHash("sha256").update(bits).digest("base64");
}
