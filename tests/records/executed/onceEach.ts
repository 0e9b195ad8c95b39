// A pool that makes each run on WebAssembly once, whoever asks for it again: its bits are the same every time, which the records
// themselves show. On other backends every run is made, since there two of them are compared with each other.
import { keyOf } from "../../../src/experiments/request.ts";
import type { Measured, Pool } from "../../../src/runtime/workers/pool.ts";

/** Of a run it gives the last report alone. */
export function onceEach(pool: Pool): Pool {
  const made = new Map<string, Promise<Measured | null>>();
  const last = async (run: AsyncIterable<Measured>) => {
    let measured: Measured | null = null;
    for await (measured of run);
    return measured;
  };
  return {
    ...pool,
    run: async function* (request, wanted, signal) {
      if (wanted.backend !== "wasm") return yield* pool.run(request, wanted, signal);
      const key = keyOf(request);
      const run = made.get(key) ?? last(pool.run(request, wanted, signal));
      made.set(key, run);
      const measured = await run;
      if (measured) yield measured;
    },
  };
}
