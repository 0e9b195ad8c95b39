/** Seconds that something has been running, its pauses left out. */
export class Stopwatch {
  #since: number | null = null;
  #spent = 0;

  start(): void {
    this.#since ??= performance.now();
  }

  stop(): void {
    this.#spent = this.seconds * 1000;
    this.#since = null;
  }

  get seconds(): number {
    return (this.#spent + (this.#since === null ? 0 : performance.now() - this.#since)) / 1000;
  }
}
