// What a reader sets on a figure: taken, refused, taken back.
import { describe, expect, it } from "vitest";
import { FigureSettings } from "../../components/live/figureSettings.ts";
import { figureNamed } from "../../src/catalogue/experiments.ts";

const settings = (search = "") => new FigureSettings(figureNamed("phase-diagram/any-point"), search);

describe("the settings of a figure", () => {
  it("are the first ones without an address, and what the address says with one", () => {
    expect(settings().isFirst).toBe(true);
    expect(settings("?any-point.backend=cpu").isFirst).toBe(true);
    const linked = settings("?any-point.gamma=0.8&any-point.seed=5&any-point.width=3");
    expect(linked.isFirst).toBe(false);
    expect(linked.parametersOf(0)).toMatchObject({ gamma: 0.8, width: 1000 });
    expect(linked.state.seed).toBe(5);
    expect(linked.refused).toHaveLength(1);
  });

  it("take all of what is set together, or nothing where one of it is refused", () => {
    const some = settings();
    expect(some.set({ gamma: "0,5", gammaPrime: "0.5" })).toBe(true);
    expect(some.parametersOf(0)).toMatchObject({ gamma: 0.5, gammaPrime: 0.5 });
    expect(some.set({ gamma: "0.6", gammaPrime: "99" })).toBe(false);
    expect(some.parametersOf(0)).toMatchObject({ gamma: 0.5, gammaPrime: 0.5 });
    expect(some.problem).toEqual({ gammaPrime: expect.stringContaining("“99” is not") });
    expect(some.set({ gammaPrime: "0.1" })).toBe(true);
    expect(some.hasProblem).toBe(false);
  });

  it("offer the nearest that is allowed, until it or something else is taken, or all is taken back", () => {
    const some = settings();
    some.set({ gamma: "99" });
    some.set({ width: "3.5" });
    expect(some.nearest).toEqual({
      gamma: { text: "2", words: "Take 2" },
      width: { text: "10", words: "Take 10" },
    });
    some.set({ gamma: some.nearest.gamma?.text ?? "" });
    expect(some.parametersOf(0).gamma).toBe(2);
    expect(some.nearest).not.toHaveProperty("gamma");
    some.set({ width: "wide" });
    expect(some.nearest).toEqual({});
    some.refuse("width", "Three are too few.", { text: "20", words: "Take 20" });
    expect(some.problem).toEqual({ width: "Three are too few." });
    some.takeBack();
    expect([some.nearest, some.problem]).toEqual([{}, {}]);
  });

  it("say whether anything is different", () => {
    const some = settings();
    expect(some.set({ width: "2,000" })).toBe(true);
    expect(some.set({ width: "2000" })).toBe(false);
  });

  it("are taken back one by one, and all that a hand moved at once", () => {
    const some = settings();
    some.set({ gamma: "0.5" });
    for (const gamma of ["0.6", "0.7", "0.8"]) some.set({ gamma }, true);
    some.set({ gamma: "0.8" });
    some.set({ gamma: "0.9" });
    const back = () => {
      some.takeBack();
      return some.parametersOf(0).gamma;
    };
    expect(back()).toBe(0.8);
    expect(back()).toBe(0.5);
    expect(back()).toBe(1.25);
    expect(some.canTakeBack).toBe(false);
    expect(some.isFirst).toBe(true);
  });

  it("are as they were before a hand that the page has taken its pointer from", () => {
    const some = settings();
    some.set({ width: "500" });
    expect(some.leaveAsItWas()).toBe(false);
    // Where the hand begins nothing is different yet.
    for (const gamma of ["1.25", "1.3", "1.4"]) some.set({ gamma }, true);
    expect(some.leaveAsItWas()).toBe(true);
    expect(some.parametersOf(0)).toMatchObject({ gamma: 1.25, width: 500 });
    some.takeBack();
    expect(some.isFirst).toBe(true);
    expect(some.canTakeBack).toBe(false);
  });

  it("are the first ones again after a reset, which can be taken back, too", () => {
    const some = settings();
    some.set({ gamma: "0.5", seed: "7" });
    some.reset();
    expect(some.isFirst).toBe(true);
    some.takeBack();
    expect(some.state.seed).toBe(7);
  });

  it("that do not go together are refused before anything runs, and taken once they do", () => {
    const about = figureNamed("quenching-activation/width-sweep");
    const some = new FigureSettings(about, "");
    expect(some.set({ teachers: "20" })).toBe(false);
    expect(some.problem).toEqual({ teachers: expect.stringContaining("20 teacher neurons") });
    expect(some.parametersOf(0)).toMatchObject({ teachers: 1, inputs: 10 });
    // What else is set is taken, and what waits is told anew.
    expect(some.set({ inputs: "12" })).toBe(true);
    expect(some.problem).toEqual({ teachers: expect.stringContaining("12 dimensions") });
    expect(some.set({ inputs: "30" })).toBe(true);
    expect(some.hasProblem).toBe(false);
    expect(some.parametersOf(0)).toMatchObject({ teachers: 20, inputs: 30 });
    expect(some.set({ inputs: "10" })).toBe(false);
    expect(some.set({ inputs: "25" })).toBe(true);
    expect(some.hasProblem).toBe(false);
  });

  it("that do not go together in an address are all refused", () => {
    const about = figureNamed("quenching-activation/width-sweep");
    const linked = new FigureSettings(about, "?width-sweep.teachers=20&width-sweep.seed=4");
    expect(linked.refused).toEqual([expect.stringContaining("20 teacher neurons")]);
    expect(linked.parametersOf(0)).toMatchObject({ teachers: 1 });
    expect(linked.state.seed).toBe(4);
  });
});

describe("the settings of a case beside the first", () => {
  const pair = (search = "") => new FigureSettings(figureNamed("laboratory/network"), search);

  it("are those of the first, but for what is set of it alone", () => {
    const some = pair();
    expect(some.cases).toHaveLength(1);
    some.setBeside(true);
    expect(some.cases).toEqual([{ label: "A" }, { label: "B" }]);
    expect(some.parametersOf(1)).toEqual(some.parametersOf(0));
    some.set({ gamma: "0.5" });
    expect([0, 1].map((k) => some.parametersOf(k).gamma)).toEqual([1, 0.5]);
    some.setOf(0);
    some.set({ width: "300" });
    some.set({ gamma: "1.5" });
    expect([0, 1].map((k) => some.parametersOf(k).width)).toEqual([300, 300]);
    expect([0, 1].map((k) => some.parametersOf(k).gamma)).toEqual([1.5, 0.5]);
  });

  it("do not differ where a hand puts back what the first has", () => {
    const some = pair("?network.beside-gamma=0.5");
    expect(some.state.beside).toEqual({ gamma: 0.5 });
    some.setOf(1);
    some.set({ gamma: "1" });
    expect(some.state.beside).toEqual({});
  });

  it("are refused where they do not go together there, and kept as they were", () => {
    const some = pair("?network.beside=on");
    some.setOf(1);
    expect(some.set({ loss: "hinge" })).toBe(false);
    expect(some.problem.loss).toMatch(/needs classes/);
    expect(some.parametersOf(1).loss).toBe("squared");
    expect(some.set({ data: "gaussian" })).toBe(true);
    expect([0, 1].map((k) => some.parametersOf(k).loss)).toEqual(["squared", "hinge"]);
  });

  it("are taken back, as all others are, and taken away", () => {
    const some = pair();
    some.setBeside(true);
    some.set({ gamma: "0.5" });
    some.takeBack();
    expect(some.parametersOf(1).gamma).toBe(1);
    some.setBeside(false);
    expect(some.cases).toHaveLength(1);
    expect(some.isFirst).toBe(true);
  });

  it("leave the lenses alone, which run nothing", () => {
    const some = pair();
    some.setLenses([]);
    expect(some.isFirst).toBe(true);
    expect(some.canTakeBack).toBe(false);
  });
});

describe("what whoever made a link has locked", () => {
  const some = () => settings("?any-point.gamma=0.8&any-point.locked=gamma,seed&any-point.hidden=width");

  it("is set by nobody, alone or with others", () => {
    const locked = some();
    expect(locked.refused).toEqual([]);
    expect(locked.set({ gamma: "1.5" })).toBe(false);
    expect(locked.set({ gamma: "1.5", gammaPrime: "0.5", width: "300", seed: "9" })).toBe(true);
    expect(locked.parametersOf(0)).toMatchObject({ gamma: 0.8, gammaPrime: 0.5, width: 1000 });
    expect(locked.state.seed).toBe(1);
  });

  it("stays as it was when all else is as at first again", () => {
    const locked = some();
    locked.set({ gammaPrime: "0.5" });
    locked.reset();
    expect(locked.parametersOf(0)).toMatchObject({ gamma: 0.8, gammaPrime: 0 });
    expect(locked.isLocked("gamma")).toBe(true);
    expect(locked.isLocked("gammaPrime")).toBe(false);
  });

  it("must be a setting", () => {
    expect(settings("?any-point.locked=gamma,sigma").refused).toEqual([
      expect.stringContaining("no setting “sigma” to be locked"),
    ]);
  });
});
