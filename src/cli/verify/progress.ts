/** How far a long command is, in words, on the line of the terminal that is rewritten. */
import { rewriteLine } from "../terminal.ts";

/** Below this share of the work done, the time that it took says little about the rest. */
const TELLING_SHARE = 0.03;
const BAR = 24;

/** "phase-diagram/A1 ━━━━━━━━────────────────  33 %, about 4 s left". */
export function progressInWords(label: string, share: number, seconds: number): string {
  const full = Math.round(BAR * share);
  const bar = "━".repeat(full) + "─".repeat(BAR - full);
  const left = share < TELLING_SHARE ? "" : `, about ${Math.ceil((seconds * (1 - share)) / share)} s left`;
  return `${label} ${bar} ${String(Math.round(100 * share)).padStart(3)} %${share < 1 ? left : ""}`;
}

/** Shows how far the work with this label is, at each call; `end` removes the line. */
export function progressLine(label: string): { show: (share: number) => void; end: () => void } {
  const begun = performance.now();
  return {
    show: (share) => rewriteLine(progressInWords(label, share, (performance.now() - begun) / 1000)),
    end: () => rewriteLine(""),
  };
}
