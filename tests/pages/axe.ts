// What axe finds on a page, as it stands. Frames are not looked into, since the site has none of its own; what passes is not
// told, which is most of what axe would otherwise do.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** WCAG 2 to 2.2, A and AA, and what is good practice besides. */
export const GUIDELINES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export interface Asked {
  /** Rules with one of these tags; all that axe usually takes, if neither these nor rules are named. */
  readonly tags?: readonly string[];
  readonly rules?: readonly string[];
  /** A selector: only what is in there. */
  readonly within?: string;
}

/** Each violation with its element and what to do about it. @throws Error where the selector finds nothing */
export async function violationsOn(page: Page, asked: Asked): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const violations = await page.evaluate(async ({ tags, rules, within }) => {
    const all = (window as unknown as { axe: typeof axe }).axe;
    const runOnly = tags
      ? { type: "tag" as const, values: [...tags] }
      : rules && { type: "rule" as const, values: [...rules] };
    const found = await all.run(within ? { include: [within] } : document, {
      ...(runOnly ? { runOnly } : {}),
      resultTypes: ["violations"],
      iframes: false,
    });
    return found.violations;
  }, asked);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")}\n${node.html}\n${node.failureSummary ?? ""}`),
  );
}
