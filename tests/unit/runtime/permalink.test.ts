// Links: what a reader has set survives, what was edited by hand is refused in sentences, a piece at a time.
import { describe, expect, it } from "vitest";
import { figureNamed } from "../../../src/catalogue/experiments.ts";
import { DEFAULT_STATE, type FigureState } from "../../../src/runtime/figureState.ts";
import { addressAlone, addressWith, readState, withFigure } from "../../../src/runtime/permalink.ts";

const { meta, figure } = figureNamed("phase-diagram/any-point");
const state = {
  ...DEFAULT_STATE,
  parameters: { gamma: 1.3, gammaPrime: -0.2 },
  seed: 7,
  backend: "wasm",
} as const;
const read = (search: string) => readState(search, meta, figure);

describe("a permalink", () => {
  it("survives the way through an address", () => {
    const address = new URL(
      addressWith("https://example.org/two-layers/phase-diagram/?other.gamma=2#x", figure, state),
    );
    expect(read(address.search)).toEqual({ state, refused: [] });
    expect(address.searchParams.get("other.gamma")).toBe("2");
    expect(address.hash).toBe("#x");
  });

  it("survives by bare names in the address of a page that has no other figure", () => {
    const address = addressAlone("https://example.org/embed/any-point/?old=1", state);
    expect([...new URL(address).searchParams.keys()]).toEqual(["gamma", "gammaPrime", "seed", "backend"]);
    expect(read(new URL(withFigure(address, figure.id)).search)).toEqual({ state, refused: [] });
  });

  it("keeps names that say their figure, and refuses bare ones that the figure does not have", () => {
    const named = "https://example.org/?any-point.gamma=1.3&any-point.seed=2#x";
    expect(withFigure(named, figure.id)).toBe(named);
    expect(read(new URL(withFigure("https://example.org/?colour=red", figure.id)).search).refused).toEqual([
      expect.stringContaining("no setting “colour”"),
    ]);
  });

  it("is empty for the first settings, and loses what is set back", () => {
    const address = addressWith(
      "https://example.org/?any-point.gamma=1.9&any-point.seed=3",
      figure,
      DEFAULT_STATE,
    );
    expect(address).toBe("https://example.org/");
    expect(read("")).toEqual({ state: DEFAULT_STATE, refused: [] });
  });

  it.each([
    ["?any-point.gamma=99", /γ.*must be a number from 0.3 to 2; “99” is not/],
    ["?any-point.gamma=", /must be a number/],
    ["?any-point.gamma=1e", /must be a number/],
    ["?any-point.gamma=NaN", /must be a number/],
    ["?any-point.width=12.5", /must be a whole number/],
    ["?any-point.seed=-1", /Seed must be a whole number/],
    ["?any-point.backend=cuda", /backend must be auto, webgpu, wasm, cpu/],
    ["?any-point.widths=10", /no setting “widths”/],
    ["?any-point.__proto__=1", /no setting/],
    ["?any-point.gamma=%3Cimg%20src=x%3E", /“<img src=x>” is not/],
  ])("refuses %s", (search, sentence) => {
    const { state: got, refused } = read(search);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatch(sentence);
    expect(got).toEqual(DEFAULT_STATE);
  });

  it("keeps the rest of a link of which a part is refused", () => {
    const { state: got, refused } = read("?any-point.gamma=99&any-point.seed=3");
    expect(got.seed).toBe(3);
    expect(refused).toHaveLength(1);
  });

  it("tells off a link of thousands of wrong names, or of one value thousands of times, in a sentence or two", () => {
    const wrong = Array.from({ length: 2600 }, (_, k) => `${figure.id}.wrong${k}=1`);
    const again = Array.from({ length: 2600 }, () => `${figure.id}.seed=x`);
    const { refused } = readState(`?${[...wrong, ...again].join("&")}`, meta, figure);
    expect(refused).toHaveLength(2);
    expect(refused[1]).toMatch(
      /^This figure has no setting “wrong0”, “wrong1”, “wrong2” and 2,597 more, only /,
    );
  });

  it("leaves the settings of other figures alone", () => {
    expect(read("?three-regimes.seed=99&any-pointx.seed=4").state).toEqual(DEFAULT_STATE);
  });
});

describe("the address of a figure that may be a pair and has lenses", () => {
  const about = figureNamed("laboratory/network");
  const readAbout = (search: string) => readState(search, about.meta, about.figure);
  const there = (state: FigureState) =>
    readAbout(new URL(addressWith("https://example.org/lab/", about.figure, state)).search);

  it.each([
    { beside: { gamma: 0.5, rule: "adam" }, lenses: ["map"] },
    { beside: {}, lenses: [] },
    { beside: null, lenses: null },
    { beside: null, lenses: null, locked: ["gamma", "seed"], hidden: ["rule"] },
  ])("survives with $beside and $lenses", (seen) => {
    const state = { ...DEFAULT_STATE, parameters: { width: 300 }, ...seen };
    expect(there(state)).toEqual({ state, refused: [] });
    const bare = addressAlone("https://example.org/embed/x/", state);
    expect(readAbout(new URL(withFigure(bare, about.figure.id)).search).state).toEqual(state);
  });

  it.each([
    ["?network.lenses=map,monocle", /“monocle” is none of them/],
    ["?network.beside-gamma=99", /“99” is not/],
    ["?network.beside-monocle=1", /no setting “beside-monocle”/],
    ["?network.beside-loss=hinge", /needs classes/],
  ])("refuses %s", (search, sentence) => {
    expect(readAbout(search).refused).toEqual([expect.stringMatching(sentence)]);
  });

  it("has none of it where a figure is no pair", () => {
    expect(read("?any-point.beside=on&any-point.lenses=map").refused).toHaveLength(1);
  });
});
