/**
 * <record-check>: takes a record (dropped, chosen, pasted or in the link), says what is wrong with it as it stands or how
 * long a rerun takes, and, if the reader wants it, executes it again on their machine. Nothing runs unasked. What comes
 * from outside is shown as text and kept nowhere.
 */

import { Task } from "@lit/task";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { late } from "../../src/runtime/late.ts";
import { firstSentences } from "../../src/runtime/records/firstSentences.ts";
import type { Finding } from "../../src/runtime/records/recheck.ts";
import type { ClaimRecord, FigureRecord } from "../../src/runtime/records/record.ts";
import { clearedPartOf } from "../parts.ts";
import { dropPlace } from "./dropPlace.ts";
import { timeLeft } from "./running.ts";

type Bring = () => Promise<ClaimRecord | FigureRecord>;

export class RecordCheck extends LitElement {
  static override properties = {
    record: { state: true },
    share: { state: true },
    isOver: { state: true },
    asked: { state: true },
  };
  declare record: ClaimRecord | FigureRecord | null;
  declare share: number;
  /** Whether a file is being held over the place to drop it. */
  declare isOver: boolean;
  /** What the reader is asked before anything runs; null where nothing is. */
  declare asked: { readonly seconds: number; readonly agree: () => void } | null;
  #begun = 0;
  /** Executes a record again; a check that is under way is given up for it. */
  readonly #check = new Task<[Bring], Finding>(this, {
    autoRun: false,
    task: async ([bring], { signal }) => {
      this.record = null;
      this.share = 0;
      this.asked = null;
      const record = await bring();
      const [{ appraise, recheck }, { pool }] = await late(() =>
        Promise.all([import("../../src/runtime/records/recheck.ts"), import("./pagePool.ts")]),
      );
      signal.throwIfAborted();
      this.record = record;
      const software = this.dataset.software ?? "";
      const appraisal = appraise(record, { software, cores: pool.cores });
      if ("finding" in appraisal) return appraisal.finding;
      await this.#consentTo(appraisal.seconds, signal);
      this.#begun = performance.now();
      return recheck(record, {
        pool,
        software,
        signal,
        report: (share) => {
          if (!signal.aborted) this.share = share;
        },
      });
    },
  });

  constructor() {
    super();
    this.record = null;
    this.share = 0;
    this.isOver = false;
    this.asked = null;
  }

  /** Waits until the reader agrees to a rerun that takes so long. @throws the signal's reason */
  async #consentTo(seconds: number, signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      this.asked = { seconds, agree: resolve };
    });
    this.asked = null;
  }

  override createRenderRoot(): HTMLElement {
    return clearedPartOf(this, "check");
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("hashchange", this.#readLink);
    this.#readLink();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("hashchange", this.#readLink);
    this.#check.abort();
  }

  readonly #readLink = () => {
    if (location.hash.startsWith("#record=")) void this.#checkLink();
  };

  async #checkLink(): Promise<void> {
    await this.#check.run([
      async () => {
        const { recordInHash } = await late(() => import("../../src/runtime/records/recordLink.ts"));
        return recordInHash(location.hash) as ClaimRecord | FigureRecord;
      },
    ]);
  }

  async #checkFile(file: Blob | undefined): Promise<void> {
    if (!file) return;
    await this.#check.run([
      async () => (await late(() => import("../../src/runtime/records/readRecord.ts"))).readRecord(file),
    ]);
  }

  override render(): TemplateResult {
    return html`${dropPlace(
      this,
      ({ files }) => void this.#checkFile(files[0]),
      html`<label for="record-file">Drop a record here, or choose a file</label>
        <input
          id="record-file"
          type="file"
          accept="application/json,.json"
          @change=${(event: Event) => {
            const input = event.target as HTMLInputElement;
            void this.#checkFile(input.files?.[0]);
            input.value = "";
          }}
        />`,
    )}
      <form
        class="paste"
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          const text = String(new FormData(event.target as HTMLFormElement).get("record"));
          void this.#checkFile(new Blob([text]));
        }}
      >
        <label for="record-text">Or paste its text</label>
        <textarea id="record-text" name="record" rows="4" spellcheck="false" autocomplete="off"></textarea>
        <p class="controls"><button type="submit">Check the text</button></p>
      </form>
      ${this.#check.render({ pending: () => (this.asked ? nothing : this.#progressTemplate()) })}
      <div role="status" class="messages" translate="no">
        ${this.record ? html`<p>${inWords(this.record)}</p>` : nothing}
        ${this.#check.render({ pending: () => this.#questionTemplate() })}
        ${this.#check.render({
          complete: findingTemplate,
          error: (error) =>
            findingTemplate({ verdict: "cannot be checked", because: [(error as Error).message] }),
        })}
      </div>`;
  }

  #questionTemplate(): TemplateResult | typeof nothing {
    if (!this.asked) return nothing;
    const { seconds, agree } = this.asked;
    return html`<p>As it stands it contradicts neither itself nor what it is a record of. To run it again takes ${durationInWords(seconds)} on this machine.</p>
      <p class="controls">
        <button type="button" class="primary" data-rerun @click=${agree}>Run it again here</button>
        <button type="button" @click=${() => this.#cancel()}>Leave it</button>
      </p>`;
  }

  #cancel(): void {
    this.asked = null;
    this.#check.abort(new Error("The check was cancelled."));
  }

  #progressTemplate(): TemplateResult {
    const left = timeLeft(this.share, this.#begun);
    return html`<div class="progress-text numbers" translate="no">
      <progress max="1" .value=${this.share} aria-label="Share of the runs done"></progress>
      <span>${Math.round(100 * this.share)} %${left}</span>
      <button type="button" @click=${() => this.#cancel()}>Cancel</button>
    </div>`;
  }
}

/** What a record says it is. Of where it was made nothing can be checked. */
function inWords(record: ClaimRecord | FigureRecord): string {
  const { software, backend, adapter } = record.origin;
  const made = `made by ${software} on ${backend}${adapter ? ` (“${adapter}”)` : ""}`;
  if ("figure" in record)
    return `The record says: figure ${record.figure}, seed ${record.seed}. It also says, and nobody can check, that it was ${made}.`;
  const { seeds, verdict } = record;
  const on = `seeds ${seeds.slice(0, 10).join(", ")}${seeds.length > 10 ? " and more" : ""}`;
  const what =
    verdict === null ? `a run beyond claim ${record.claim}` : `claim ${record.claim} is ${verdict}`;
  return `The record says: ${what}, with ${on}. It also says, and nobody can check, that it was ${made} in ${record.seconds} s.`;
}

/** "a few seconds", "about 3 minutes". */
function durationInWords(seconds: number): string {
  if (seconds < 10) return "a few seconds";
  if (seconds < 90) return `about ${Math.round(seconds / 10) * 10} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `about ${minutes} minutes` : `about ${Math.round(minutes / 60)} hours`;
}

const KINDS = {
  confirmed: "supported",
  agrees: "supported",
  differs: "refuted",
  "cannot be checked": "inconclusive",
} as const;

function findingTemplate({ verdict, because }: Finding): TemplateResult {
  return html`<p class="claim-verdict">
      The record: <span class="badge" data-kind=${KINDS[verdict]} data-finding=${verdict}>${verdict}</span>
    </p>
    <ul class="because">
      ${firstSentences(because).map((sentence) => html`<li>${sentence}</li>`)}
    </ul>`;
}

customElements.define("record-check", RecordCheck);
