/** What only the figures of one paper need, in components/papers/<paper>/: found by its name, loaded when it is needed. */
import type { Picker } from "./setting.ts";

const FOUND = import.meta.glob(["../papers/*/*.ts", "!../papers/*/Picture.astro"]);

/** The plane that some controls of a figure are also picked on. */
export async function pickerOf(paper: string, name: string): Promise<Picker> {
  const { picker } = (await partOf(paper, name)) as { picker: Picker };
  return picker;
}

/** What goes through the result of a figure point by point. */
export async function explorersOf(paper: string, name: string): Promise<ExplorerOf> {
  const { explorerOf } = (await partOf(paper, name)) as { explorerOf: ExplorerOf };
  return explorerOf;
}

/** Puts the explorer of a figure in its place. */
export type ExplorerOf = (figure: unknown) => Explorer;
export interface Explorer extends HTMLElement {
  readonly choose: (point: number, focus: boolean) => void;
  readonly chooseAt: (x: number, y: number) => void;
  readonly requestUpdate: () => void;
  readonly updateComplete: Promise<unknown>;
}

/** @throws Error that names the file which is missing */
function partOf(paper: string, name: string): Promise<unknown> {
  const load = FOUND[`../papers/${paper}/${name}.ts`];
  if (!load)
    throw new Error(`components/papers/${paper}/${name}.ts is missing: a figure in meta.ts names it.`);
  return load();
}
