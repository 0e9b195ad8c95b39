// How long the battery waits for anything: no wait is without an end, and all of them together have one.

const begun = performance.now();
/** All engines together, what has to be installed first included. */
const WHOLE_MS = 1_500_000;
/** How long an engine may take to start, and to answer when it is asked for the first time. */
export const START_MS = 120_000;

/** Milliseconds that may still be spent on something that should take `wished` at most. */
export function atMost(wished: number): number {
  return Math.max(1, Math.round(Math.min(wished, WHOLE_MS - (performance.now() - begun))));
}

/** The value of a promise, or an error that says in a sentence what took too long. */
export async function within<T>(wished: number, what: string, promise: Promise<T>): Promise<T> {
  const allowed = atMost(wished);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${what} took more than ${(allowed / 1000).toFixed(0)} s.`)),
      allowed,
    );
  });
  // Whoever loses the race may still fail, and nobody listens any more.
  promise.catch(() => {});
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Asks again and again until there is an answer. */
export async function until<T>(wished: number, what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const end = performance.now() + atMost(wished);
  for (;;) {
    const answer = await within(end - performance.now(), what, ask());
    if (answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`${what} took too long.`);
    await pause(100);
  }
}
