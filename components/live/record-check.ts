/**
 * <record-check>: takes a record (dropped, chosen, pasted or in the link), executes it again on the reader's machine and
 * says whether it is confirmed. What comes from outside is shown as text and kept nowhere.
 */
import { Task } from "@lit/task";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { firstSentences } from "../../src/runtime/records/firstSentences.ts";
import type { Finding } from "../../src/runtime/records/recheck.ts";
import type { ClaimRecord, FigureRecord } from "../../src/runtime/records/record.ts";
import { clearedPartOf } from "../parts.ts";
import { timeLeft } from "./running.ts";

type Bring = () => Promise<ClaimRecord | FigureRecord>;

export class RecordCheck extends LitElement {
  static override properties = {
    record: { state: true },
    share: { state: true },
    isOver: { state: true },
  };
  declare record: ClaimRecord | FigureRecord | null;
  declare share: number;
  /** Whether a file is being held over the place to drop it. */
  declare isOver: boolean;
  #begun = 0;
  /** Executes a record again; a check that is under way is given up for it. */
  readonly #check = new Task<[Bring], Finding>(this, {
    autoRun: false,
    task: async ([bring], { signal }) => {
      this.record = null;
      this.share = 0;
      this.#begun = performance.now();
      const record = await bring();
      const [{ recheck }, { pool }] = await Promise.all([
        import("../../src/runtime/records/recheck.ts"),
        import("./pagePool.ts"),
      ]);
      signal.throwIfAborted();
      this.record = record;
      return recheck(record, {
        pool,
        software: this.dataset.software ?? "",
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
    const { recordInHash } = await import("../../src/runtime/records/recordLink.ts");
    await this.#check.run([async () => recordInHash(location.hash) as ClaimRecord | FigureRecord]);
  }

  async #checkFile(file: Blob | undefined): Promise<void> {
    if (!file) return;
    const { readRecord } = await import("../../src/runtime/records/readRecord.ts");
    await this.#check.run([() => readRecord(file)]);
  }

  override render(): TemplateResult {
    return html`<div
        class="drop"
        ?data-over=${this.isOver}
        @dragover=${(event: DragEvent) => {
          event.preventDefault();
          this.isOver = true;
        }}
        @dragleave=${() => {
          this.isOver = false;
        }}
        @drop=${(event: DragEvent) => {
          event.preventDefault();
          this.isOver = false;
          void this.#checkFile(event.dataTransfer?.files[0]);
        }}
      >
        <label for="record-file">Drop a record here, or choose a file</label>
        <input
          id="record-file"
          type="file"
          accept="application/json,.json"
          @change=${(event: Event) => {
            const input = event.target as HTMLInputElement;
            void this.#checkFile(input.files?.[0]);
            input.value = "";
          }}
        />
      </div>
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
      ${this.#check.render({ pending: () => this.#progressTemplate() })}
      <div role="status" class="messages" translate="no">
        ${this.record ? html`<p>${inWords(this.record)}</p>` : nothing}
        ${this.#check.render({
          complete: findingTemplate,
          error: (error) =>
            findingTemplate({ verdict: "cannot be checked", because: [(error as Error).message] }),
        })}
      </div>`;
  }

  #progressTemplate(): TemplateResult {
    const left = timeLeft(this.share, this.#begun);
    return html`<div class="progress-text numbers" translate="no">
      <progress max="1" .value=${this.share} aria-label="Share of the runs done"></progress>
      <span>${Math.round(100 * this.share)} %${left}</span>
      <button type="button" @click=${() => this.#check.abort(new Error("The check was cancelled."))}>Cancel</button>
    </div>`;
  }
}

/** What a record says it is. */
function inWords(record: ClaimRecord | FigureRecord): string {
  const { software, backend, adapter } = record.origin;
  const made = `made by ${software} on ${backend}${adapter ? ` (${adapter})` : ""}`;
  return "figure" in record
    ? `The record says: figure ${record.figure}, seed ${record.seed}, ${made}.`
    : `The record says: claim ${record.claim} is ${record.verdict}, with seeds ${record.seeds.slice(0, 10).join(", ")}${record.seeds.length > 10 ? " and more" : ""}, ${made}.`;
}

const KINDS = { confirmed: "supported", differs: "refuted", "cannot be checked": "inconclusive" } as const;

function findingTemplate({ verdict, because }: Finding): TemplateResult {
  return html`<p class="claim-verdict">
      The record: <span class="badge" data-kind=${KINDS[verdict]} data-finding=${verdict}>${verdict}</span>
    </p>
    <ul class="because">
      ${firstSentences(because).map((sentence) => html`<li>${sentence}</li>`)}
    </ul>`;
}

customElements.define("record-check", RecordCheck);
