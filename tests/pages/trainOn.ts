// What the tests of hosts share: a figure that trains there, and what the page complains of meanwhile.
import { expect, type Page } from "@playwright/test";

/** Errors, what a policy forbids, and what is asked of any other host, as they come. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.context().on("request", (request) => {
    const { protocol, hostname, href } = new URL(request.url());
    if (/^https?:$/.test(protocol) && hostname !== "localhost") complaints.push(`asks for ${href}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

/** Trains a figure of a page of that host on WebAssembly. @returns what was complained of */
export async function trainOn(page: Page, host: string, path = "phase-diagram/") {
  const complaints = complaintsOf(page);
  await page.goto(host + path);
  const figure = page.locator("#figure-three-regimes");
  await figure.getByRole("button", { name: "Run" }).click();
  await expect(figure.locator(".progress-text")).toContainText("finished");
  await expect(figure.locator(".device")).toContainText("Runs on WebAssembly");
  return complaints;
}
