// Figures are numbered as a reader meets them, wherever they stand in the tree.
import { expect, it } from "vitest";
import { numberFigures } from "../../../src/articles/numberFigures.mjs";

it("numbers live figures in the order of the text, nested ones too", () => {
  const figure = () => ({ type: "mdxJsxFlowElement", name: "LiveFigure", attributes: [] as object[] });
  const [first, second, third] = [figure(), figure(), figure()];
  const wide = (...children: object[]) => ({ type: "mdxJsxFlowElement", name: "Wide", children });
  numberFigures()({
    type: "root",
    children: [
      wide(first),
      { type: "paragraph", children: [] },
      wide({ type: "x", children: [second] }),
      third,
    ],
  } as never);
  expect([first, second, third].map(({ attributes }) => attributes)).toEqual(
    ["1", "2", "3"].map((value) => [{ type: "mdxJsxAttribute", name: "number", value }]),
  );
});
