/** Times works beside each other, in rounds in which each has its turn, so that what slows a machine slows all of them. */

export type Turn = () => Promise<unknown>;

/** Seconds of each turn in each round, after a round that does not count: what is made ready, compiled or drawn comes with the first. */
export async function secondsInTurns(turns: readonly Turn[], rounds: number): Promise<number[][]> {
  const seconds: number[][] = turns.map(() => []);
  for (let round = 0; round <= rounds; round++)
    for (const [k, turn] of turns.entries()) {
      const begun = performance.now();
      await turn();
      if (round > 0) seconds[k]?.push((performance.now() - begun) / 1000);
    }
  return seconds;
}
