// Points of two classes from outside: what is read of a text, and what is refused, in which words.
import { describe, expect, it } from "vitest";
import { labelledPoints } from "../../../src/experiments/declared.ts";
import { flatFromText } from "../../../src/experiments/labelledPoints.ts";
import { ParameterError, parseValue } from "../../../src/experiments/parameters.ts";
import { parseText, shownText, textOfValue } from "../../../src/experiments/parameterTexts.ts";

const points = labelledPoints({ within: 100, atLeast: 4, atMost: 6 });
const FOUR = [0.5, 1, 1, -2, 0, -1, 3, 4, 1, 0, 0, -1];

describe("rows", () => {
  it.each([
    ["lines and commas", "0.5,1,1\n-2,0,-1\n3,4,1\n0,0,-1"],
    ["Windows lines, tabs, an empty last line", "0.5\t1\t1\r\n-2\t0\t-1\r\n3\t4\t1\r\n0\t0\t-1\r\n"],
    ["semicolons and blanks", "0.5 1 1; -2 0 -1; 3 4 1; 0 0 -1"],
    ["names of the columns", "x,y,class\n0.5,1,1\n-2,0,-1\n3,4,1\n0,0,-1"],
    ["classes 0 and 1, and a minus sign of print", "0.5, 1, 1\n−2, 0, 0\n3, 4, 1\n0, 0, 0"],
    ["classes by name, the first of the alphabet below", "0.5,1,dog\n-2,0,cat\n3,4,dog\n0,0,cat"],
    ["classes 2 and 10, by number", "0.5,1,10\n-2,0,2\n3,4,10\n0,0,2"],
    ["one row of all numbers, as in a link", FOUR.join(",")],
  ])("are read with %s", (_, text) => {
    expect(parseText(points, text)).toEqual(FOUR);
  });

  it("come back from the field and from the link as they were", () => {
    expect(flatFromText(shownText(points, FOUR))).toEqual(FOUR);
    expect(parseText(points, textOfValue(FOUR))).toEqual(FOUR);
  });

  it.each([
    [
      "a word for a number",
      "0,0,1\n1,one,1\n2,2,-1\n3,3,-1",
      "Row 2 of the points, “1,one,1”, does not have a number for y.",
    ],
    [
      "counted with the names of the columns",
      "x,y,c\n0,0,1\n1,1",
      "Row 3 of the points, “1,1”, has 2 columns, not the three",
    ],
    ["a column too many", "0,0,1,9\n1,1,1,9\n2,2,-1,9", "Row 1 of the points, “0,0,1,9”, has 4 columns"],
    ["no class", "0,0,\n1,1,1", "Row 1 of the points, “0,0,”, does not have a class."],
    ["a missing number", "0,,1\n1,1,1", "Row 1 of the points, “0,,1”, does not have a number for y."],
    [
      "decimal commas",
      "0,5 1,2 1\n1 1 -1",
      "Row 1 of the points, “0,5 1,2 1”, can be read in two ways. Commas part numbers here",
    ],
    ["decimal commas between semicolons", "0,5;1,2;1", "decimals are written with a point, as in 0.5."],
    ["three classes", "0,0,a\n1,1,b\n2,2,c\n3,3,a", "names 3 classes (a, b, c); there must be two"],
    ["one class", "0,0,1\n1,1,1\n2,2,1\n3,3,1", "with both of two classes"],
    ["too few", "0,0,1\n1,1,-1", "must be 4 to 6 rows of x, y and a class"],
    ["too many", Array.from({ length: 7 }, (_, k) => `${k},0,${k % 2}`).join("\n"), "must be 4 to 6 rows"],
    ["nothing", "", "must be 4 to 6 rows"],
    ["too large a number", "0,0,1\n101,1,-1\n2,2,1\n3,3,1", "from -100 to 100"],
    ["all in one place", "1,1,1\n1,1,-1\n1,1,1\n1,1,-1", "not all of them in one place"],
  ])("are refused: %s", (_, text, sentence) => {
    expect(() => parseText(points, text)).toThrow(ParameterError);
    expect(() => parseText(points, text)).toThrow(sentence);
  });

  it.each([
    ["half a point", FOUR.slice(1)],
    ["a class that is none", FOUR.with(2, 0)],
    ["a text", "0,0,1"],
    ["NaN", FOUR.with(0, Number.NaN)],
  ])("are refused as a value: %s", (_, value) => {
    expect(() => parseValue(points, value)).toThrow(ParameterError);
  });
});
