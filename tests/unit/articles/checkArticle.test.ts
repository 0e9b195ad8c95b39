// What an author can get wrong in an article: each is refused with its file and line, before anything is rendered.
import { describe, expect, it } from "vitest";
import { checkArticle, MAIN_LINE } from "../../../src/articles/checkArticle.mjs";

const names = { figures: ["p/f"], claims: ["p/A1"], works: ["luo2021"], terms: ["width"] };
const path = new URL("../../../content/papers/p.mdx", import.meta.url).pathname;
const at = (line: number) => ({ position: { start: { line } } });
const element = (name: string, attribute: string, value: string) => ({
  type: "mdxJsxFlowElement",
  name,
  attributes: [{ name: attribute, value }],
  ...at(7),
});

function check(node: object, frontmatter: Record<string, unknown> = { paper: "luo2021", cites: [] }) {
  const tree = { type: "root", children: [{ type: "paragraph", children: [node] }] };
  return checkArticle(async () => names)(
    tree as never,
    {
      path,
      data: { astro: { frontmatter } },
    } as never,
  );
}

describe("an article", () => {
  it("passes with names that there are and formulas that are some", async () => {
    for (const node of [
      element("LiveFigure", "figure", "p/f"),
      element("ClaimCard", "claim", "p/A1"),
      element("Cite", "id", "luo2021"),
      element("Term", "of", "width"),
      { type: "inlineMath", value: "a^2", ...at(3) },
      { type: "inlineMath", value: "\\lambda_{\\mathrm{min}} + \\min_k a_k", ...at(3) },
    ])
      await expect(check(node)).resolves.toBeUndefined();
  });

  it.each([
    [
      element("LiveFigure", "figure", "p/g"),
      /^content\/papers\/p\.mdx:7: there is no figure “p\/g”\. There are: p\/f/,
    ],
    [
      element("Term", "of", "height"),
      /^content\/papers\/p\.mdx:7: there is no term in content\/glossary\.json “height”\. There are: width/,
    ],
    [
      element("ClaimCard", "claim", "p/A9"),
      /^content\/papers\/p\.mdx:7: there is no claim “p\/A9”\. There are: p\/A1/,
    ],
    [element("Cite", "id", "luo2012"), /p\.mdx:7: there is no work in content\/references\.json “luo2012”/],
    [
      { type: "math", value: "\\frac{1}{", ...at(12) },
      /^content\/papers\/p\.mdx:12: “\\frac\{1\}\{” is no formula/,
    ],
    [{ type: "inlineMath", value: "\\nonsense", ...at(4) }, /p\.mdx:4: .*is no formula/],
  ])("is refused for %j", async (node, sentence) => {
    await expect(check(node)).rejects.toThrow(sentence);
  });

  it("is refused where its paper, or a work that it cites, is not among the references", async () => {
    const plain = { type: "text", ...at(1) };
    await expect(check(plain, { paper: "nobody2020", cites: [] })).rejects.toThrow(
      /p\.mdx: its head names the work “nobody2020”, which content\/references\.json does not have\. Enter it/,
    );
    await expect(check(plain, { paper: "luo2021", cites: ["nobody2020"] })).rejects.toThrow(/nobody2020/);
  });

  it("is refused where its main line is too long, which what is folded away does not make it", async () => {
    const text = (words: number) => ({ type: "text", value: "word – ".repeat(words) });
    const beside = (name: string) => ({ type: "mdxJsxFlowElement", name, children: [text(3000)] });
    const line = (words: number) => ({
      type: "strong",
      children: [text(words), { type: "inlineMath", value: "a b" }, beside("Fold"), beside("Margin")],
    });
    await expect(check(line(MAIN_LINE - 1))).resolves.toBeUndefined();
    await expect(check(line(MAIN_LINE))).rejects.toThrow(
      `p.mdx: its main line has ${MAIN_LINE + 1} words, more than ${MAIN_LINE}. Put`,
    );
  });
});
