/** Works off a list, several at a time. Knows nothing of runs and workers. */

/**
 * Starts the jobs in their order, `atOnce` at a time. The first failure, or the abort, ends all: `work` is notified by its
 * signal. (p-map returns at once then, while jobs are still under way, and has no signal for them.)
 * @throws the first failure, or the signal's reason, once no job is under way any more.
 */
export async function eachConcurrently<Job>(
  jobs: readonly Job[],
  atOnce: number,
  work: (job: Job, signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  // One signal for the abort and the first failure: AbortSignal.any is not in every browser that trains.
  const ending = new AbortController();
  const either = ending.signal;
  const onAbort = () => ending.abort(signal.reason);
  if (signal.aborted) onAbort();
  signal.addEventListener("abort", onAbort);
  const rest = jobs.values();
  const lane = async () => {
    for (const job of rest) {
      if (either.aborted) return;
      await work(job, either);
    }
  };
  const lanes = Array.from({ length: Math.min(atOnce, jobs.length) }, lane);
  await Promise.all(lanes.map((each) => each.catch((error: unknown) => ending.abort(error))));
  signal.removeEventListener("abort", onAbort);
  either.throwIfAborted();
}
