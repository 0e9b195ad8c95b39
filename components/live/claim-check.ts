/**
 * <claim-check>: checks the claim of the card or page around it on the reader's machine, run by run, and shows the
 * verdict beside the reference, and WebGPU beside WebAssembly once both have run.
 */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { Claim } from "../../src/claims/claim.ts";
import { BACKEND_LABELS, BACKENDS, type BackendChoice } from "../../src/engine/backends.ts";
import { isUnderWay } from "../../src/runtime/keep/isUnderWay.ts";
import type { Mark } from "../../src/runtime/keep/mark.ts";
import type { RunStore } from "../../src/runtime/keep/runStore.ts";
import { late } from "../../src/runtime/late.ts";
import type { ClaimRecord } from "../../src/runtime/records/record.ts";
import type { CheckProgress } from "../../src/runtime/runs/checkClaim.ts";
import { clearedPartOf } from "../parts.ts";
import { FOUND } from "./recovered.ts";
import { backendField, timeLeft } from "./running.ts";

type ClaimRuns = typeof import("./claimRuns.ts");
type Phase = "idle" | "running" | "done" | "failed" | "cancelled";

/** Milliseconds between two updates of a check's progress: painting a long article costs more than a run. */
const SHOWING_TIME = 200;

export class ClaimCheck extends LitElement {
  static override properties = {
    phase: { state: true },
    backend: { state: true },
    progress: { state: true },
    made: { state: true },
    message: { state: true },
    mark: { state: true },
  };
  declare phase: Phase;
  declare backend: BackendChoice;
  declare progress: CheckProgress | null;
  /** Records that this page has made, one per backend, the latest last. */
  declare made: readonly ClaimRecord[];
  declare message: string;
  /** Mark of an interrupted check, if there is one. */
  declare mark: Mark | null;

  /** The whole claim is loaded when a check begins; until then its name is enough. */
  #claim: Claim | null = null;
  #controller: AbortController | null = null;
  #runs: ClaimRuns | null = null;
  #reference: ClaimRecord | null = null;
  /** When this page began or resumed the check, and how much an earlier page had done. */
  #begun = { at: 0, share: 0 };
  #shownAt = 0;

  constructor() {
    super();
    this.phase = "idle";
    this.backend = "auto";
    this.progress = null;
    this.made = [];
    this.message = "";
    this.mark = null;
    void this.#readMark();
  }

  async #readMark(): Promise<void> {
    if (!isUnderWay(this.#owner)) {
      this.mark = null;
      return;
    }
    const { readMark } = await import("../../src/runtime/keep/mark.ts");
    this.mark = readMark(this.#owner);
    if (this.mark && this.phase === "idle") this.backend = backendOf(this.mark);
  }

  get #owner(): string {
    return `claim ${this.dataset.claim}`;
  }

  override createRenderRoot(): HTMLElement {
    return clearedPartOf(this, "check");
  }

  readonly #onFound = (event: Event) => {
    if ((event as CustomEvent<string>).detail === this.#owner) void this.#readMark();
  };

  /** A link to the card opens what is folded in it. */
  readonly #openIfAimed = () => {
    const aim = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (aim && this.contains(aim)) this.#open();
  };

  #open(): void {
    for (const whole of this.querySelectorAll<HTMLDetailsElement>("[data-part='whole']")) whole.open = true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener(FOUND, this.#onFound);
    addEventListener("hashchange", this.#openIfAimed);
    this.#openIfAimed();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener(FOUND, this.#onFound);
    removeEventListener("hashchange", this.#openIfAimed);
    this.#controller?.abort();
  }

  /** Runs the claim's runs; those that an interrupted check has finished are not run again. */
  async check(): Promise<void> {
    const mishaps =
      this.mark && this.mark.share < 1
        ? [`The check was interrupted at ${percentOf(this.mark)} and went on; the seconds are those since.`]
        : [];
    this.#open();
    this.phase = "running";
    this.progress = null;
    this.message = "";
    this.#controller = new AbortController();
    this.#begun = { at: performance.now(), share: this.mark?.share ?? 0 };
    const { signal } = this.#controller;
    let store: RunStore | null = null;
    try {
      const [{ checkClaim }, { claimNamed }, { pool }, runs] = await late(() =>
        Promise.all([
          import("../../src/runtime/runs/checkClaim.ts"),
          import("../../src/claims/ledger.ts"),
          import("./pagePool.ts"),
          import("./claimRuns.ts"),
        ]),
      );
      this.#runs = runs;
      const claim = claimNamed(this.dataset.claim ?? "");
      this.#claim = claim;
      this.#reference ??= await this.#runs.loadReference(this.dataset.record ?? "");
      store = await this.#openRunStore();
      const record = await checkClaim(claim, {
        pool,
        choice: this.backend,
        software: this.dataset.software ?? "",
        signal,
        store,
        mishaps,
        report: (progress) => {
          const isNews = progress.done !== this.progress?.done;
          if (!isNews && performance.now() - this.#shownAt < SHOWING_TIME) return;
          this.#shownAt = performance.now();
          this.progress = progress;
          if (isNews) this.#show(progress);
        },
      });
      const others = this.made.filter(({ origin }) => origin.backend !== record.origin.backend);
      this.made = [...others, record];
      this.phase = "done";
    } catch (error) {
      this.phase = signal.aborted ? "cancelled" : "failed";
      this.message = signal.aborted ? "" : (error as Error).message;
    }
    // What was done before an error is there for the next attempt.
    await (this.phase === "failed" ? store?.close() : store?.clear());
    await this.#readMark();
  }

  /** Where the runs are kept while the check is under way; nowhere, if the browser does not let us. */
  async #openRunStore(): Promise<RunStore | null> {
    const { openRunStore } = await late(() => import("../../src/runtime/keep/runStore.ts"));
    return openRunStore({
      owner: this.#owner,
      goesOn: true,
      note: () => this.#note(),
      onProblem: (sentence) => {
        this.message = sentence;
      },
    });
  }

  /** What a reload needs to show how far the check was. */
  #note(): Mark {
    return { share: this.progress?.share ?? this.mark?.share ?? 0, state: { backend: this.backend } };
  }

  async forget(): Promise<void> {
    try {
      const { forget } = await late(() => import("../../src/runtime/keep/runStore.ts"));
      await forget(this.#owner);
      // Only now: a reader who goes on or reloads must not find what was said to be forgotten.
      this.mark = null;
    } catch (error) {
      this.message = (error as Error).message;
    }
  }

  /** Draws the replicates so far, and fills the columns of the card's table that are for the reader's run. */
  #show({ outcome, device }: CheckProgress): void {
    if (!this.#runs || !this.#claim || !device) return;
    for (const hidden of this.querySelectorAll<HTMLElement>("[data-live]")) hidden.hidden = false;
    const underWay = this.#runs.runsUnderWay(outcome, device.backend);
    this.#runs.drawStrips(this, this.#claim, this.#reference, this.made, underWay);
    this.#runs.fillColumns(this, outcome, this.#claim.seeds.length);
  }

  override render(): TemplateResult {
    const isRunning = this.phase === "running";
    return html`<div class="controls">
        ${
          isRunning
            ? html`<button type="button" @click=${() => this.#controller?.abort()}>Cancel</button>`
            : html`<button type="button" class="primary" @click=${() => void this.check()}>
                ${this.mark ? "Go on checking" : this.phase === "idle" ? "Check it here" : "Check again"}
              </button>`
        }
        ${
          this.mark && !isRunning
            ? html`<button type="button" @click=${() => void this.forget()}>Forget what is done</button>`
            : nothing
        }
        ${this.#backendTemplate()}
      </div>
      ${isRunning ? this.#progressTemplate() : nothing}
      <div role="status" class="messages" translate="no">
        ${this.mark && !isRunning ? html`<p class="note">${sentenceOf(this.mark)}</p>` : nothing}
        ${this.phase !== "failed" && this.message ? html`<p class="note">${this.message}</p>` : nothing}
        ${this.phase === "failed" ? html`<p class="note">The claim could not be checked: ${this.message}</p>` : nothing}
        ${this.phase === "cancelled" ? html`<p class="note">Cancelled; nothing was decided.</p>` : nothing}
        ${this.phase === "done" ? this.#verdictTemplate() : nothing}
      </div>`;
  }

  #backendTemplate(): TemplateResult {
    return backendField({
      id: `${this.dataset.claim?.replace("/", "-")}-backend`,
      chosen: this.backend,
      choose: (backend) => {
        this.backend = backend;
      },
      isDisabled: this.phase === "running",
      isInline: true,
    });
  }

  #progressTemplate(): TemplateResult {
    const { done = 0, total = 0, share = 0, device = null } = this.progress ?? {};
    const left = timeLeft(share, this.#begun.at, this.#begun.share);
    return html`<div class="progress-text numbers" translate="no">
      <progress max="1" .value=${share} aria-label="Share of the runs done"></progress>
      <span>${total === 0 ? "Starting …" : `${done} of ${total} runs${left}`}${device ? ` · ${BACKEND_LABELS[device.backend]}` : ""}</span>
    </div>`;
  }

  #verdictTemplate(): TemplateResult | typeof nothing {
    const record = this.made.at(-1);
    if (!record || !this.#runs || !this.#claim) return nothing;
    const { comparisonWith, sideBySide, takeAway } = this.#runs;
    const { backend, adapter } = record.origin;
    const tell = (sentence: string) => {
      this.message = sentence;
    };
    return html`<p class="claim-verdict">
        Your verdict: <span class="badge" data-kind=${record.verdict} data-verdict=${record.verdict}>${record.verdict}</span>
        <small>${BACKEND_LABELS[backend]}${adapter ? ` (${adapter})` : ""}, ${record.seconds} s.</small>
      </p>
      ${sideBySide(this.#claim, this.#reference, this.made)}
      <p><small>${comparisonWith(this.#reference, record)} SHA-256 <code class="digest" data-digest>${record.digest}</code></small></p>
      ${(record.mishaps ?? []).map((mishap) => html`<p class="note">${mishap}</p>`)}
      ${this.progress?.device ? html`<p><small>${this.progress.device.reason}</small></p>` : nothing}
      ${takeAway(record, this.dataset.verify ?? "", tell)}`;
  }
}

function percentOf({ share }: Mark): string {
  return `${Math.round(100 * share)} %`;
}

function sentenceOf(mark: Mark): string {
  return mark.share === 1
    ? "The runs of an earlier check are kept in this browser for a week, and are not run again."
    : `A check was interrupted at ${percentOf(mark)}. What it has done is kept in this browser for a week, and is not run again.`;
}

function backendOf({ state }: Mark): BackendChoice {
  return BACKENDS.find((backend) => backend === state.backend) ?? "auto";
}

customElements.define("claim-check", ClaimCheck);
