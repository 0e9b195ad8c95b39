/**
 * <claim-check>: checks the claim of the card or page around it on the reader's machine, run by run, and shows the
 * verdict beside the reference, and WebGPU beside WebAssembly once both have run. On new seeds it checks the claim on one set
 * after the other on which no record of this site rests.
 */

import { html, LitElement, nothing, type TemplateResult } from "lit";
import type { Claim } from "../../src/claims/claim.ts";
import { BACKEND_LABELS, type BackendChoice } from "../../src/engine/backends.ts";
import { isUnderWay } from "../../src/runtime/keep/isUnderWay.ts";
import type { Mark } from "../../src/runtime/keep/mark.ts";
import type { RunStore } from "../../src/runtime/keep/runStore.ts";
import { late } from "../../src/runtime/late.ts";
import type { ClaimRecord } from "../../src/runtime/records/record.ts";
import type { CheckProgress } from "../../src/runtime/runs/checkClaim.ts";
import { clearedPartOf } from "../parts.ts";
import type { InterruptedCheck } from "./interruptedCheck.ts";
import { FOUND } from "./recovered.ts";
import { backendField, timeLeft } from "./running.ts";
import { TOLD } from "./told.ts";

type ClaimRuns = typeof import("./claimRuns.ts");
type NewSeeds = typeof import("./newSeeds.ts");
type Phase = "idle" | "running" | "done" | "failed" | "cancelled";

/** Seconds of the reference from which on a set of new seeds is called dear beforehand. */
const DEAR = 10;

/** Milliseconds between two updates of a check's progress: painting a long article costs more than a run. */
const SHOWING_TIME = 200;

export class ClaimCheck extends LitElement {
  static override properties = {
    phase: { state: true },
    backend: { state: true },
    progress: { state: true },
    made: { state: true },
    onNewSeeds: { state: true },
    message: { state: true },
    mark: { state: true },
  };
  declare phase: Phase;
  declare backend: BackendChoice;
  declare progress: CheckProgress | null;
  /** Records that this page has made, one per backend, the latest last. */
  declare made: readonly ClaimRecord[];
  /** Records that this page has made on new seeds, one per set. */
  declare onNewSeeds: readonly ClaimRecord[];
  declare message: string;
  /** Mark of an interrupted check, if there is one. */
  declare mark: InterruptedCheck | null;

  /** The whole claim is loaded when a check begins; until then its name is enough. */
  #claim: Claim | null = null;
  /** The same on new seeds, while it is checked on them. */
  #onSet: Claim | null = null;
  #newSeeds: NewSeeds | null = null;
  #controller: AbortController | null = null;
  #runs: ClaimRuns | null = null;
  #reference: ClaimRecord | null = null;
  /** When this page began or resumed the check, and how much an earlier page had done. */
  #begun = { at: 0, share: 0 };
  #shownAt = 0;
  #hadFocus = false;
  /** Whether the claim itself was checked here, be it in vain. */
  #hasBegun = false;

  constructor() {
    super();
    this.phase = "idle";
    this.backend = "auto";
    this.progress = null;
    this.made = [];
    this.onNewSeeds = [];
    this.message = "";
    this.mark = null;
    void this.#readMark();
  }

  async #readMark(): Promise<void> {
    if (!isUnderWay(this.#owner)) {
      this.mark = null;
      return;
    }
    const { interruptedCheck } = await import("./interruptedCheck.ts");
    this.mark = interruptedCheck(this.#owner);
    if (this.mark && this.phase === "idle") this.backend = this.mark.backend;
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
    const { share = 0, mishaps = [] } = this.mark ?? {};
    this.#onSet = null;
    this.#hasBegun = true;
    let store: RunStore | null = null;
    const record = await this.#run(share, async (claim, running) => {
      store = await this.#openRunStore();
      return running(claim, store, mishaps);
    });
    if (record) {
      const others = this.made.filter(({ origin }) => origin.backend !== record.origin.backend);
      this.made = [...others, record];
    }
    // What was done before an error is there for the next attempt.
    const kept = store as RunStore | null;
    await (this.phase === "failed" ? kept?.close() : kept?.clear());
    await this.#readMark();
  }

  /** Runs the claim on the next set of new seeds: the one after those that the site keeps and those that were run here. */
  async checkOnNewSeeds(): Promise<void> {
    const record = await this.#run(0, async (claim, running) => {
      this.#newSeeds = await late(() => import("./newSeeds.ts"));
      this.#onSet = this.#newSeeds.nextSet(claim, this.onNewSeeds, this.dataset);
      return running(this.#onSet, null, []);
    });
    if (record) this.onNewSeeds = [...this.onNewSeeds, record];
  }

  /** Runs what `task` chooses from the first sign to the last; gives its record, or null where there is none. */
  async #run(
    share: number,
    task: (
      claim: Claim,
      running: (claim: Claim, store: RunStore | null, mishaps: readonly string[]) => Promise<ClaimRecord>,
    ) => Promise<ClaimRecord>,
  ): Promise<ClaimRecord | null> {
    this.#open();
    this.phase = "running";
    this.progress = null;
    this.message = "";
    this.#controller = new AbortController();
    this.#begun = { at: performance.now(), share };
    const { signal } = this.#controller;
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
      this.#claim = claimNamed(this.dataset.claim ?? "");
      this.#reference ??= await runs.loadReference(this.dataset.record ?? "");
      const record = await task(this.#claim, (claim, store, mishaps) =>
        checkClaim(claim, {
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
        }),
      );
      this.phase = "done";
      return record;
    } catch (error) {
      this.phase = signal.aborted ? "cancelled" : "failed";
      this.message = signal.aborted ? "" : (error as Error).message;
      return null;
    }
  }

  cancel(): void {
    this.#controller?.abort();
  }

  async #embed(): Promise<void> {
    try {
      const { showEmbedCode } = await late(() => import("./embedDialog.ts"));
      const title = this.querySelector(":is(h1, h3)")?.textContent?.trim() ?? "";
      const { href } = new URL(this.dataset.embed ?? "", location.href);
      showEmbedCode(this, { title: `Claim ${title}`, frame: () => href });
    } catch (error) {
      this.message = (error as Error).message;
    }
  }

  /** Where the runs are kept while the check is under way; nowhere, if the browser does not let us. */
  async #openRunStore(): Promise<RunStore | null> {
    const { openRunStore } = await late(() => import("../../src/runtime/keep/runStore.ts"));
    return openRunStore({
      owner: this.#owner,
      goesOn: true,
      note: () => this.#note(),
      onProblem: this.#tell,
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

  /** Draws the replicates so far, and fills the columns of the card's table that are for the reader's run of the claim. */
  #show({ outcome, device }: CheckProgress): void {
    if (!this.#runs || !this.#claim || !device) return;
    const isOwn = this.#onSet === null;
    const hidden = this.querySelectorAll<HTMLElement>(isOwn ? "[data-live]" : ".strips[data-live]");
    for (const each of hidden) each.hidden = false;
    const underWay = isOwn ? this.#runs.runsUnderWay(outcome, device.backend) : null;
    const lines = this.#runs.runsHere(this.#reference, this.made, underWay);
    if (this.#newSeeds && (!isOwn || this.onNewSeeds.length > 0))
      lines.push(this.#newSeeds.newRuns(this.#claim, this.onNewSeeds, isOwn ? null : outcome));
    this.#runs.drawStrips(this, this.#claim, lines);
    if (isOwn) this.#runs.fillColumns(this, outcome, this.#claim.seeds.length);
  }

  /** A button that was pressed gives way to another: the keyboard stays where it was. */
  override willUpdate(): void {
    this.#hadFocus = this.querySelector("[data-buttons]")?.contains(document.activeElement) ?? false;
  }

  override updated(): void {
    const buttons = this.querySelector("[data-buttons]");
    if (this.#hadFocus && !buttons?.contains(document.activeElement))
      buttons?.querySelector("button")?.focus({ preventScroll: true });
    this.dispatchEvent(new Event(TOLD));
  }

  override render(): TemplateResult {
    const isRunning = this.phase === "running";
    const onNewSeeds =
      this.#claim && this.onNewSeeds.length > 0
        ? this.#newSeeds?.templates(this.#claim, this.onNewSeeds, this.dataset, this.#tell)
        : null;
    return html`<div class="controls">
        <div data-buttons>${isRunning ? this.#cancelTemplate() : this.#buttonsTemplate()}</div>
        ${this.#backendTemplate()}
        <button type="button" class="quiet embed" @click=${() => void this.#embed()}>Embed</button>
      </div>
      ${isRunning ? this.#progressTemplate() : nothing}
      <div role="status" class="messages" translate="no">
        ${this.mark && !isRunning ? html`<p class="note">${this.mark.sentence}</p>` : nothing}
        ${this.phase !== "failed" && this.message ? html`<p class="note">${this.message}</p>` : nothing}
        ${this.phase === "failed" ? html`<p class="note">The claim could not be checked: ${this.message}</p>` : nothing}
        ${this.phase === "cancelled" ? html`<p class="note">Cancelled; nothing was decided.</p>` : nothing}
        ${this.#onSet || this.phase === "done" ? this.#verdictTemplate() : nothing}
        ${onNewSeeds?.count}
      </div>
      ${onNewSeeds?.list}`;
  }

  #cancelTemplate(): TemplateResult {
    return html`<button type="button" @click=${() => this.cancel()}>Cancel</button>`;
  }

  #buttonsTemplate(): TemplateResult {
    const seconds = Number(this.dataset.seconds ?? 0);
    const isAgain = this.onNewSeeds.length > 0;
    return html`<button type="button" class="primary" @click=${() => void this.check()}>
        ${this.mark ? "Go on checking" : this.#hasBegun ? "Check again" : "Check it here"}
      </button>
      ${this.mark ? html`<button type="button" @click=${() => void this.forget()}>Forget what is done</button>` : nothing}
      ${
        "onlyItsSeeds" in this.dataset
          ? nothing
          : html`<span class="with-new-seeds">
              <button type="button" @click=${() => void this.checkOnNewSeeds()}>${isAgain ? "With new seeds again" : "With new seeds"}</button>
              ${seconds >= DEAR ? html`<small>A set is as much work as the reference, which took ${Math.round(seconds)} s.</small>` : nothing}
            </span>`
      }`;
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
    const seeds =
      this.#onSet && this.#newSeeds ? `Seeds ${this.#newSeeds.seedsInWords(this.#onSet.seeds)}: ` : "";
    return html`<div class="progress-text numbers" translate="no">
      <progress max="1" .value=${share} aria-label="Share of the runs done"></progress>
      <span>${total === 0 ? "Starting …" : `${seeds}${done} of ${total} runs${left}`}${device ? ` · ${BACKEND_LABELS[device.backend]}` : ""}</span>
    </div>`;
  }

  #verdictTemplate(): TemplateResult | typeof nothing {
    if (!this.#runs || !this.#claim) return nothing;
    return this.#runs.verdictTemplate(this.#claim, this.#reference, this.made, {
      device: this.progress?.device ?? null,
      verify: this.dataset.verify ?? "",
      tell: this.#tell,
    });
  }

  readonly #tell = (sentence: string) => {
    this.message = sentence;
  };
}

customElements.define("claim-check", ClaimCheck);
