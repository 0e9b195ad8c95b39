/**
 * <ledger-check>: checks the claims listed in it one after the other on the reader's machine. What is finished is kept
 * in the browser, so that a check that was interrupted goes on where it was.
 */

import { html, LitElement, nothing, render, type TemplateResult } from "lit";
import type { Claim } from "../../src/claims/claim.ts";
import { BACKEND_LABELS, type BackendChoice } from "../../src/engine/backends.ts";
import { isUnderWay } from "../../src/runtime/keep/isUnderWay.ts";
import { late } from "../../src/runtime/late.ts";
import type { ClaimRecord } from "../../src/runtime/records/record.ts";
import type { CheckProgress } from "../../src/runtime/runs/checkClaim.ts";
import { clearedPartOf } from "../parts.ts";
import { backendField, timeLeft } from "./running.ts";

type ClaimRuns = typeof import("./claimRuns.ts");

/** One claim of the list, and how far it is. */
interface Entry {
  /** Its claim: "<paper>/<number>". */
  readonly id: string;
  readonly element: HTMLElement;
  /** Seconds that its reference took, as a measure of the work. */
  readonly seconds: number;
  share: number;
  record: ClaimRecord | null;
  problem: string;
}

const ownerOf = ({ id }: Entry) => `claim ${id}`;

export class LedgerCheck extends LitElement {
  static override properties = {
    isRunning: { state: true },
    backend: { state: true },
    current: { state: true },
    messages: { state: true },
  };
  declare isRunning: boolean;
  declare backend: BackendChoice;
  /** What is said of the claim under way. */
  declare current: string;
  declare messages: readonly string[];

  readonly #entries: readonly Entry[] = [...this.querySelectorAll<HTMLElement>("[data-claim]")].map(
    (element) => ({
      id: element.dataset.claim ?? "",
      element,
      seconds: Number(element.dataset.seconds) || 1,
      share: 0,
      record: null,
      problem: "",
    }),
  );
  #controller: AbortController | null = null;
  #begun = 0;

  constructor() {
    super();
    this.isRunning = false;
    this.backend = "auto";
    this.current = "";
    this.messages = [];
  }

  override createRenderRoot(): HTMLElement {
    return clearedPartOf(this, "check");
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#controller?.abort();
  }

  /** Checks all claims of the list. Runs that are kept from before are not run again. */
  async check(): Promise<void> {
    this.isRunning = true;
    this.messages = [];
    this.#controller = new AbortController();
    const { signal } = this.#controller;
    for (const entry of this.#entries) Object.assign(entry, { share: 0, record: null, problem: "" });
    this.#begun = performance.now();
    let problem = "";
    try {
      const runs = await late(() => import("./claimRuns.ts"));
      for (const entry of this.#entries) {
        if (signal.aborted) break;
        await this.#checkOne(entry, runs, signal);
      }
    } catch (error) {
      problem = (error as Error).message;
    }
    this.isRunning = false;
    this.messages = problem
      ? [problem]
      : signal.aborted
        ? ["Cancelled. What is finished is kept in this browser for a week, and is not run again."]
        : [this.#summary()];
  }

  async #checkOne(entry: Entry, runs: ClaimRuns, signal: AbortSignal): Promise<void> {
    const { id, element } = entry;
    const [{ claimNamed }, { checkClaim }, { openRunStore }, { pool }, reference] = await late(() =>
      Promise.all([
        import("../../src/claims/ledger.ts"),
        import("../../src/runtime/runs/checkClaim.ts"),
        import("../../src/runtime/keep/runStore.ts"),
        import("./pagePool.ts"),
        runs.loadReference(element.dataset.reference ?? ""),
      ]),
    );
    const claim = claimNamed(id);
    const place = placeIn(element, claim);
    const store = await openRunStore({
      owner: ownerOf(entry),
      goesOn: true,
      note: () => ({ share: entry.share, state: {} }),
      onProblem: (sentence) => {
        this.messages = [sentence];
      },
    });
    let done = -1;
    const report = (progress: CheckProgress) => {
      entry.share = progress.share;
      this.current = `${id}: ${progress.done} of ${progress.total} runs`;
      if (progress.done === done || !progress.device) return;
      done = progress.done;
      const underWay = runs.runsUnderWay(progress.outcome, progress.device.backend);
      runs.drawStrips(place, claim, runs.runsHere(reference, [], underWay));
    };
    try {
      entry.record = await checkClaim(claim, {
        pool,
        choice: this.backend,
        software: this.dataset.software ?? "",
        signal,
        store,
        mishaps: [],
        report,
      });
      entry.share = 1;
    } catch (error) {
      entry.problem = signal.aborted ? "" : (error as Error).message;
    }
    store?.close();
    this.#showOutcome(entry, runs, reference);
  }

  #showOutcome({ element, record, problem }: Entry, runs: ClaimRuns, reference: ClaimRecord | null): void {
    const template = record
      ? html`<p class="claim-verdict">
            Yours: <span class="badge" data-kind=${record.verdict} data-verdict=${record.verdict}>${record.verdict}</span>
            <small>${BACKEND_LABELS[record.origin.backend]}, ${record.seconds} s. ${runs.comparisonWith(reference, record)}</small>
          </p>
          ${runs.takeAway(record, this.dataset.verify ?? "", (sentence) => {
            this.messages = [sentence];
          })}`
      : html`${problem ? html`<p class="note">The claim could not be checked: ${problem}</p>` : nothing}`;
    const place = element.querySelector<HTMLElement>("[data-outcome]");
    if (place) render(template, place);
  }

  /** Forgets all runs that are kept of the claims in this list. */
  async forget(): Promise<void> {
    try {
      const { forget } = await late(() => import("../../src/runtime/keep/runStore.ts"));
      for (const entry of this.#kept()) await forget(ownerOf(entry));
      this.messages = ["Nothing is kept any more; the next check runs everything."];
    } catch (error) {
      this.messages = [(error as Error).message];
    }
  }

  #kept(): Entry[] {
    return this.#entries.filter((entry) => isUnderWay(ownerOf(entry)));
  }

  #summary(): string {
    const total = this.#entries.length;
    const records = this.#entries.flatMap(({ record }) => (record ? [record] : []));
    const supported = records.filter(({ verdict }) => verdict === "supported").length;
    const backends = [...new Set(records.map(({ origin }) => BACKEND_LABELS[origin.backend]))].join(", ");
    return supported === total
      ? `All ${total} claims are supported on ${backends}.`
      : `${supported} of ${total} claims are supported${backends ? ` on ${backends}` : ""}.`;
  }

  override render(): TemplateResult {
    const kept = this.isRunning ? 0 : this.#kept().length;
    const { length } = this.#entries;
    return html`<div class="controls">
        ${
          this.isRunning
            ? html`<button type="button" @click=${() => this.#controller?.abort()}>Cancel</button>`
            : html`<button type="button" class="primary" @click=${() => void this.check()}>
                ${length === 1 ? "Check this claim" : `Check all ${length} claims`}
              </button>`
        }
        ${kept > 0 ? html`<button type="button" @click=${() => void this.forget()}>Forget what is kept</button>` : nothing}
        ${this.#backendTemplate()}
      </div>
      ${this.isRunning ? this.#progressTemplate() : nothing}
      <div role="status" class="messages" translate="no">
        ${kept > 0 ? html`<p class="note">Runs of ${kept} ${kept === 1 ? "claim" : "claims"} are kept in this browser, for a week; they are not run again.</p>` : nothing}
        ${this.messages.map((message) => html`<p class="note">${message}</p>`)}
      </div>`;
  }

  #backendTemplate(): TemplateResult {
    return backendField({
      id: "ledger-backend",
      chosen: this.backend,
      choose: (backend) => {
        this.backend = backend;
      },
      isDisabled: this.isRunning,
      isInline: true,
    });
  }

  #progressTemplate(): TemplateResult {
    const work = this.#entries.reduce((sum, { seconds }) => sum + seconds, 0);
    const share = this.#entries.reduce((sum, entry) => sum + entry.seconds * entry.share, 0) / work;
    const left = timeLeft(share, this.#begun);
    return html`<div class="progress-text numbers" translate="no">
      <progress max="1" .value=${share} aria-label="Share of all runs done"></progress>
      <span>${this.current ? `${this.current}${left}` : "Starting …"}</span>
    </div>`;
  }
}

/** Where the strips of a claim go, and above them its outcome. */
function placeIn(element: HTMLElement, { cases }: Claim): HTMLElement {
  const live = element.querySelector<HTMLElement>("[data-live]") as HTMLElement;
  live.hidden = false;
  const strips = cases.map(
    ({ label }, k) => html`<div><p>${label}</p><div class="strip" data-strip=${k}></div></div>`,
  );
  render(html`<div data-outcome></div><div class="strips">${strips}</div>`, live);
  return live;
}

customElements.define("ledger-check", LedgerCheck);
