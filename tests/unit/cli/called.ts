// Calls `npm run verify` with some words: in this process, or in one of its own, as a person or a pipeline does.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { format } from "node:util";
import { vi } from "vitest";
import { answer } from "../../../src/cli/command.ts";
import { verify as command } from "../../../src/cli/verify/main.ts";

interface Called {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const file = fileURLToPath(new URL("../../../src/cli/verify.ts", import.meta.url));

/** In this process. What is written to `console` is what it prints. */
export async function verify(...words: string[]): Promise<Called> {
  const said = { log: "", error: "" };
  const hear = (to: keyof typeof said) =>
    vi.spyOn(console, to).mockImplementation((...parts: unknown[]) => {
      said[to] += `${format(...parts)}\n`;
    });
  const spies = [hear("log"), hear("error")];
  const { exitCode } = process;
  try {
    return { status: await answer(command(), words), stdout: said.log, stderr: said.error };
  } finally {
    process.exitCode = exitCode;
    for (const spy of spies) spy.mockRestore();
  }
}

/** In a process of its own. */
export function verifyAlone(...words: string[]): Called {
  return verifyIn({}, ...words);
}

/** In a process of its own, with variables of its environment. */
export function verifyIn(environment: Readonly<Record<string, string>>, ...words: string[]): Called {
  const env = { ...process.env, ...environment };
  return spawnSync(process.execPath, [file, ...words], { encoding: "utf8", env });
}
