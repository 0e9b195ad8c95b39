// What is set, and what of it is put right: the rest is Temml's, which has tests of its own.
import { describe, expect, it } from "vitest";
import { typeset } from "../../src/formulas/typeset.mjs";

describe("a formula", () => {
  it("keeps its TeX", () => {
    expect(typeset("\\frac12=1")).toContain(
      '<annotation encoding="application/x-tex">\\frac12=1</annotation>',
    );
  });

  it("stands on a line of its own if it is displayed", () => {
    expect(typeset("x", true)).toMatch(/^<math display="block"/);
    expect(typeset("x")).toMatch(/^<math>/);
  });

  it("has no style, which a strict host would drop", () => {
    for (const tex of ["\\hat f+\\tilde w+\\bar a", "\\begin{cases}1&x\\\\0&y\\end{cases}"]) {
      const formula = typeset(tex, true);
      expect(formula).not.toContain("style=");
      expect(formula).toMatch(/class="[^"]*(full-size|close)/);
    }
  });

  it("has a thin space between a factor and the name of a function", () => {
    const space = '<mspace width="0.167em"></mspace><mrow><mi>cosh';
    expect(typeset("a_0\\cosh\\gamma")).toContain(space);
    expect(typeset("(1+x)\\cosh\\gamma")).toContain(space);
    expect(typeset("=\\cosh\\gamma")).not.toContain(space);
    expect(typeset("\\lambda_{\\min}")).not.toContain("mspace");
  });

  it("keeps no space around an operator that is an index or an exponent", () => {
    expect(typeset("u_*")).toMatch(/<mo[^>]* lspace="0em" rspace="0em">∗<\/mo><\/msub>/);
    expect(typeset("P_\\perp")).toContain('<mo lspace="0em" rspace="0em">⟂</mo></msub>');
    expect(typeset("u*v")).not.toContain("lspace");
  });

  it("takes a comma between digits for one only where it groups them in threes", () => {
    expect(typeset("(0,1)")).toContain('<mn>0</mn><mo separator="true">,</mo><mn>1</mn>');
    expect(typeset("10{,}000")).toContain("<mn>10,000</mn>");
  });

  it("is refused if it is none, or needs a style for which there is no class", () => {
    expect(() => typeset("\\nonsense")).toThrow(/nonsense/);
    expect(() => typeset("\\color{red}x")).toThrow(/there is no class yet/);
  });
});
