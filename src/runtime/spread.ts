/** Works off a list, several at a time. Knows nothing of runs and workers. */

/**
 * Gives the jobs out in their order, so many at a time, and returns what they come to, in the same order.
 * The first failure, or the abort, ends all: `work` is told by its signal.
 * @throws the first failure, or the signal's reason, once no job is under way any more.
 */
export async function spread<Job, Result>(
  jobs: readonly Job[],
  lanes: number,
  work: (job: Job, signal: AbortSignal) => Promise<Result>,
  signal: AbortSignal,
): Promise<Result[]> {
  const failure = new AbortController();
  const either = AbortSignal.any([signal, failure.signal]);
  const results: Result[] = [];
  const rest = jobs.entries();
  const lane = async () => {
    for (const [k, job] of rest) {
      either.throwIfAborted();
      results[k] = await work(job, either);
    }
  };
  const underWay = Array.from({ length: Math.min(lanes, jobs.length) }, lane);
  try {
    await Promise.all(underWay);
    return results;
  } catch (error) {
    failure.abort(error);
    await Promise.allSettled(underWay);
    throw error;
  }
}
