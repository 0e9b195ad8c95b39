/** What a reader typed, pasted, dropped or chose as the text of points in one line. Loaded once they do. */

import { ParameterError } from "../../src/experiments/parameters.ts";
import { textOfValue } from "../../src/experiments/parameterTexts.ts";
import type { RowsParameter } from "../../src/experiments/placesOfPoints.ts";
import { valueOfRows } from "../../src/experiments/rowsOfPoints.ts";

/** Bytes of the largest file that is read; a hundred thousand rows are some two million. */
const MOST_BYTES = 2e7;

/** @throws ParameterError in a sentence, with the nearest that fits where there is one */
export async function textOfRows(parameter: RowsParameter, source: string | File): Promise<string> {
  const text = typeof source === "string" ? source : await textOfFile(source);
  return textOfValue(valueOfRows(parameter, text));
}

/** Sheets are saved as “Unicode text” in UTF-16, which begins with its own mark. */
async function textOfFile(file: File): Promise<string> {
  if (file.size > MOST_BYTES)
    throw new ParameterError(
      `The file “${file.name.slice(0, 40)}” is larger than ${MOST_BYTES / 1e6} megabytes: take some of its rows.`,
    );
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return new TextDecoder(isWide ? (first === 0xff ? "utf-16le" : "utf-16be") : "utf-8").decode(bytes);
}
