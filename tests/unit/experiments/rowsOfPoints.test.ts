// Tables of the reader's own points: which forms are read, what is said of those that do not fit, and what is offered instead.
import { describe, expect, it } from "vitest";
import { labelledPoints, points } from "../../../src/experiments/declared.ts";
import { labelledPointsOf } from "../../../src/experiments/labelledPoints.ts";
import { ParameterError } from "../../../src/experiments/parameters.ts";
import { parseText, textOfValue } from "../../../src/experiments/parameterTexts.ts";
import type { RowsParameter } from "../../../src/experiments/placesOfPoints.ts";
import { valueOfRows } from "../../../src/experiments/rowsOfPoints.ts";

const ONE = { minimum: -1, maximum: 1 };
const line = points({ x: ONE, y: ONE, reach: 0.05, atMost: 5, apart: 0.02 });
const classes = labelledPoints({ within: 100, atLeast: 4, atMost: 200 });

const FOUR = [0.5, 1.2, 1, -2, 0, -1, 3, 4, 1, 0, 0.5, -1];

/** What is refused of a text, and what is offered instead. */
function refusalOf(parameter: RowsParameter, text: string): ParameterError {
  try {
    valueOfRows(parameter, text);
  } catch (error) {
    if (error instanceof ParameterError) return error;
    throw error;
  }
  throw new Error(`“${text.slice(0, 40)}” is not refused.`);
}

describe("points in two classes", () => {
  it.each([
    ["commas", "0.5,1.2,1\n-2,0,-1\n3,4,1\n0,0.5,-1"],
    ["commas and blanks", "0.5, 1.2, 1\n-2, 0, -1\n3, 4, 1\n0, 0.5, -1"],
    ["semicolons", "0.5;1.2;1\n-2;0;-1\n3;4;1\n0;0.5;-1"],
    ["semicolons and decimal commas", "0,5;1,2;1\n-2;0;-1\n3;4;1\n0;0,5;-1"],
    ["tabs and decimal commas", "0,5\t1,2\t1\n-2\t0\t-1\n3\t4\t1\n0\t0,5\t-1"],
    ["blanks and decimal commas", "0,5 1,2  1\n-2 0 -1\n 3 4 1\n0 0,5 -1"],
    ["names above", "x;y;Klasse\n0,5;1,2;1\n-2;0;-1\n3;4;1\n0;0,5;-1"],
    ["quotes", '"x","y","class"\n"0.5","1.2","1"\n"-2","0","-1"\n3,"4",1\n0,0.5,"-1"'],
    ["quotes around decimal commas", '"0,5","1,2","1"\n"-2,0","0","-1"\n"3","4","1"\n"0","0,5","-1"'],
    [
      "names of classes with separators in quotes",
      '0.5,1.2,"b, ""2"""\n-2,0,"a, 1"\n3,4,"b, ""2"""\n0,0.5,"a, 1"',
    ],
    ["a byte-order mark and lines of Windows", "\uFEFF0.5,1.2,1\r\n-2,0,-1\r\n3,4,1\r\n0,0.5,-1\r\n"],
    ["lines of an old Macintosh", "0.5,1.2,1\r-2,0,-1\r3,4,1\r0,0.5,-1"],
    ["empty lines and empty rows", "\n\n0.5,1.2,1\n\n-2,0,-1\n,,\n3,4,1\n  \n0,0.5,-1\n\n"],
    ["separators at the ends", "0.5,1.2,1,\n-2,0,-1,\n3,4,1,,\n0,0.5,-1"],
    ["minus signs of print", "0.5,1.2,1\n−2,0,−1\n3,4,1\n0,0.5,−1"],
    ["numbers with powers", "5e-1,1.2e0,1\n-2,0,-1\n3,4,1\n0,0.5,-1"],
    ["one line, points apart by semicolons", "0.5 1.2 1; -2 0 -1; 3 4 1; 0 0.5 -1"],
    ["one line, as in a link", textOfValue(FOUR)],
  ])("are read with %s", (_, text) => {
    expect(valueOfRows(classes, text)).toEqual(FOUR);
  });

  it.each([
    [
      "a word for a number",
      "0,0,1\n1,one,1",
      "Row 2 of the points, “1,one,1”, does not have a number for y.",
    ],
    [
      "by their lines, the names above and empty ones counted",
      "x,y,c\n\n0,0,1\n1,1",
      "Row 4 of the points, “1,1”, has 2 columns, not the three of x, y and class.",
    ],
    ["a column too many", "0;0;1;9\n1;1;1;9", "Row 1 of the points, “0;0;1;9”, has 4 columns"],
    ["a missing number", "0,0,1\n,0,1", "Row 2 of the points, “,0,1”, does not have a number for x."],
    ["a missing class", "0,0,1\n0,0,", "Row 2 of the points, “0,0,”, does not have a class."],
    [
      "a number that no computer holds",
      "0,0,1\n1e999,0,1",
      "Row 2 of the points, “1e999,0,1”, does not have a number for x.",
    ],
    ["infinity", "0,0,1\nInfinity,0,1", "Row 2 of the points, “Infinity,0,1”, does not have a number for x."],
    [
      "decimals in two ways",
      "0,5;1;1\n0.5;1;0",
      "Decimals are written with a comma in row 1 and with a point in row 2",
    ],
    [
      "what may be thousands in quotes",
      '"0","0",1\n"1,500","1",0',
      'Row 2 of the points, “"1,500","1",0”, does not have a number for x.',
    ],
    ["three classes", "0,0,a\n1,2,b\n2,2,c\n3,3,a", "names 3 classes (a, b, c); there must be two."],
    [
      "one class",
      "0,0,1\n1,2,1\n2,2,1\n3,3,1",
      "All 4 rows are of one class; there must be rows of two classes.",
    ],
    ["a constant x", "3,0,1\n3,2,0\n3,2,1\n3,3,0", "All x are 3: points must differ in x and in y"],
    ["a constant y", "0,3,1\n1,3,0\n2,3,1\n3,3,0", "All y are 3: "],
    ["two columns alike", "0,0,1\n1,1,0\n2,2,1\n3,3,0", "x and y are the same in every row"],
    ["too few", "0,0,1\n1,2,-1", "There are 2 rows; there must be 4 to 200 rows of x, y and a class."],
    ["nothing", " \n ", "There are no rows: there must be 4 to 200 rows"],
    ["names alone", "x,y,class\n\na,b,c", "Row 3 of the points, “a,b,c”, does not have a number for x."],
    ["a picture", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "This file is no table of numbers"],
    ["one line that can be read in two ways", "0,5;1,2;1", "decimals are written with a point, as in 0.5."],
  ])("are refused without an offer: %s", (_, text, sentence) => {
    const { message, nearest } = refusalOf(classes, text);
    expect(message).toContain(sentence);
    expect(nearest).toBeUndefined();
  });

  it.each([
    ["from 1 on", "id,x,y,c\n1,0.5,1.2,b\n2,-2,0,a\n3,3,4,b\n4,0,0.5,a"],
    ["from 0 on, without a name", ",x,y,c\n0,0.5,1.2,b\n1,-2,0,a\n2,3,4,b\n3,0,0.5,a"],
    ["in quotes", '"","x","y","c"\n"1",0.5,1.2,"b"\n"2",-2,0,"a"\n"3",3,4,"b"\n"4",0,0.5,"a"'],
  ])("with a column that numbers them, %s, are offered without it", (_, text) => {
    const { message, nearest } = refusalOf(classes, text);
    expect(message).toMatch(/ has 4 columns, not the three of x, y and class\.$/);
    expect(nearest).toEqual({ text: textOfValue(FOUR), words: "Leave out the first column" });
  });

  it("with such a column, and too large, are offered without it and scaled; others with four columns are not", () => {
    const large = "1,500,1,b\n2,-2,0,a\n3,3,4,b\n4,0,0.5,a";
    expect(refusalOf(classes, large).nearest?.words).toBe(
      "Leave out the first column and scale x and y to −100 … 100",
    );
    expect(refusalOf(classes, large.replace("4,0", "7,0")).nearest).toBeUndefined();
    expect(refusalOf(classes, "1,0,0,0,1\n2,0,1,1,-1").nearest).toBeUndefined();
  });

  it("that are too large are scaled together, and keep their shape", () => {
    const { message, nearest } = refusalOf(classes, "0,0,1\n1e300,2e300,0\n-1e300,0,1\n0,1e300,0");
    expect(message).toBe("Row 2 has x = 1e+300; x must be from -100 to 100.");
    expect(nearest?.words).toBe("Scale x and y to −100 … 100");
    expect(parseText(classes, nearest?.text ?? "")).toEqual([0, 0, 1, 50, 100, -1, -50, 0, 1, 0, 50, -1]);
  });

  it("that are too many are offered as a selection with both classes, from the first to the last", () => {
    const rows = Array.from(
      { length: 1e5 },
      (_, k) => `${k / 1e4};${(k % 7) / 7};${k % 1000 === 999 ? "rare" : "common"}`,
    );
    const { message, nearest } = refusalOf(classes, rows.join("\n").replaceAll(".", ","));
    expect(message).toBe("There are 100,000 rows; there must be 4 to 200 rows of x, y and a class.");
    expect(nearest?.words).toBe("Take 200 of the 100,000 rows");
    const taken = labelledPointsOf(parseText(classes, nearest?.text ?? "") as number[]);
    expect(taken).toHaveLength(200);
    expect(taken.map(({ x }) => x)).toEqual(taken.map(({ x }) => x).toSorted((a, b) => a - b));
    expect([taken[0]?.x, taken.at(-1)?.x]).toEqual([0, 9.9998]);
    expect(taken.filter(({ label }) => label === 1)).toHaveLength(1);
  });
});

describe("points x, y", () => {
  it.each([
    ["in any order", "0.5,0.2\n-0.5,0\n0,-1"],
    ["with names above and decimal commas", "x;y\n0,5;0,2\n-0,5;0\n0;-1"],
    ["between blanks", "0,5 0,2\n-0,5 0\n0 -1"],
    ["in one line", "-0.5,0,0,-1,0.5,0.2"],
    ["in one line, in any order", "0.5, 0.2, -0.5, 0, 0, -1"],
  ])("are read %s", (_, text) => {
    expect(valueOfRows(line, text)).toEqual([-0.5, 0, 0, -1, 0.5, 0.2]);
  });

  it.each([
    ["a word", "0,0\n1,one", "Row 2 of the points, “1,one”, does not have a number for y."],
    ["three columns", "0,0,1\n1,1,1", "Row 1 of the points, “0,0,1”, has 3 columns, not the two of x and y."],
    ["one column", "0\n1", "Row 1 of the points, “0”, has 1 column, not the two"],
    ["a constant x", "0.3,0\n0.3,1", "All x are 0.3: what is learnt is a function of x"],
    ["one row", "x,y\n0,1", "There is 1 row; there must be 2 to 5 rows of x and y."],
    [
      "targets that are next to nothing",
      "0,0\n1,0.01",
      "All y are less than 0.05 in size: one must be larger.",
    ],
    ["half a point", "0, 0, 1", "must be 2 to 5 points x, y"],
  ])("are refused without an offer: %s", (_, text, sentence) => {
    const { message, nearest } = refusalOf(line, text);
    expect(message).toContain(sentence);
    expect(nearest).toBeUndefined();
  });

  it.each([
    [
      "two of one x",
      "0,0\n1,1\n0,0.5",
      "Rows 1 and 3 both have x = 0; a function has one y for each x.",
      "Take 2 of the 3 rows",
      [0, 0, 1, 1],
    ],
    [
      "too close",
      "0,0\n0.01,1\n0.5,1",
      "Rows 1 and 2 are less than 0.02 apart in x.",
      "Take 2 of the 3 rows",
      [0, 0, 0.5, 1],
    ],
    [
      "x out of range",
      "2020,0\n2022,1\n2021,0.5",
      "Row 1 has x = 2020; x must be from -1 to 1.",
      "Scale x to −1 … 1",
      [-1, 0, 0, 0.5, 1, 1],
    ],
    [
      "both out of range",
      "10,5\n20,5\n0,7",
      "Row 1 has x = 10; x must be from -1 to 1.",
      "Scale x and y to −1 … 1",
      [-1, 1, 0, -1, 1, -1],
    ],
    [
      "a constant y out of range",
      "0,9\n1,9",
      "Row 1 has y = 9; y must be from -1 to 1.",
      "Scale y to −1 … 1",
      [0, 1, 1, 1],
    ],
    [
      "the largest numbers",
      "-1.7e308,0\n1.7e308,1",
      "Row 1 has x = -1.7e+308",
      "Scale x to −1 … 1",
      [-1, 0, 1, 1],
    ],
    [
      "too many",
      "0,0\n0.1,1\n0.2,0\n0.3,1\n0.4,0\n0.5,1\n0.6,0",
      "There are 7 rows; there must be 2 to 5 rows of x and y.",
      "Take 5 of the 7 rows",
      [0, 0, 0.2, 0, 0.3, 1, 0.5, 1, 0.6, 0],
    ],
    [
      "too many, and out of range",
      "0,0\n1,1\n2,0\n3,1\n4,0\n5,1\n6,0",
      "There are 7 rows",
      "Scale x to −1 … 1 and take 5 of the 7 rows",
      [-1, 0, -0.333333, 0, 0, 1, 0.666667, 1, 1, 0],
    ],
    [
      "one line out of range",
      "0, 0, 2, 1",
      "Row 2 has x = 2; x must be from -1 to 1.",
      "Scale x to −1 … 1",
      [-1, 0, 1, 1],
    ],
  ] as const)("are refused with an offer: %s", (_, text, sentence, words, value) => {
    const { message, nearest } = refusalOf(line, text);
    expect(message).toContain(sentence);
    expect(nearest?.words).toBe(words);
    expect(parseText(line, nearest?.text ?? "")).toEqual(value);
  });
});
