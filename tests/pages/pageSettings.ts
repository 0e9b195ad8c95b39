// What holds for all figures of a page, set as a reader sets it.
import type { Page } from "@playwright/test";

async function opened(page: Page) {
  const settings = page.locator("page-settings");
  const isOpen = await settings.locator("details").evaluate((details: HTMLDetailsElement) => details.open);
  if (!isOpen) await settings.getByText("How the figures run").click();
  return settings;
}

export async function watching(page: Page, isWatched: boolean): Promise<void> {
  await (await opened(page)).getByLabel("Slow enough to watch").setChecked(isWatched);
}

export async function computingOn(page: Page, backend: string): Promise<void> {
  await (await opened(page)).getByLabel("Computes on").selectOption(backend);
}
