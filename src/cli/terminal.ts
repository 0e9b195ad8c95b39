/** The line of the terminal on which a long command says how far it is. */

/** Rewrites it; silent where the output is a file. */
export function rewriteLine(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}
