/** Describes one run of the reduced flow: the risk as a staircase, its components, and the neurons. */
import { real } from "../../declared.ts";
import { experiment } from "../../experiment.ts";
import {
  ALL_ONES,
  atoms,
  COMPONENT_PARAMETERS,
  EPSILON,
  READOUTS,
  refusedComponents,
} from "../setting/parameters.ts";
import { secondsOf } from "../setting/workload.ts";

/** Most groups whose ways are drawn. */
const DRAWN = 12;

export const meta = experiment({
  title: "Learning one component after another",
  source: { paper: "berthier2024", where: "Eq. (23), Prop. 4; canonical learning order" },
  parameters: {
    epsilon: EPSILON,
    ...COMPONENT_PARAMETERS,
    atoms: atoms(1000),
    readouts: READOUTS,
    duration: real("Duration", [0.01, 100], { symbol: "t", step: 0.1, isLogarithmic: true }),
  },
  defaults: { epsilon: 1e-10, ...ALL_ONES, atoms: 6, readouts: "spread", duration: 1 },
  refuses: refusedComponents,
  computes: () => ({ on: "float64" }),
  cost: secondsOf,
  frameStride: () => 20,
  quantities: {
    risk: { label: "Risk", symbol: "R" },
    time0: { label: "Constant component halved at", symbol: "t₀" },
    time1: { label: "Linear component halved at", symbol: "t₁" },
    time2: { label: "Quadratic component halved at", symbol: "t₂" },
    time3: { label: "Cubic component halved at", symbol: "t₃" },
    constantRatio: { label: "t₀ over ε ln 2/σ₀²", digits: 4 },
    linearRatio: { label: "t₁ over its formula", digits: 4 },
    widthRatio: { label: "Width of the linear step over its formula", digits: 4 },
    plateau0: { label: "Risk midway from t₀ to t₁, over ½ Σ φₖ² from degree 1 on", digits: 4 },
    plateau1: { label: "Risk midway from t₁ to t₂, over ½ Σ φₖ² from degree 2 on", digits: 4 },
    plateau2: { label: "Risk midway from t₂ to t₃, over ½ φ₃²", digits: 4 },
    largestOverlap: { label: "Largest |s|", digits: 2 },
  },
  series: {
    time: { label: "Times of the looks", symbol: "t", shape: ["looks"] },
    risk: { label: "Risk then", symbol: "R", shape: ["looks"] },
    residual: { label: "Residuals then", symbol: "ρₖ", shape: ["looks", "degrees"] },
    readout: { label: "Readouts of the groups then", symbol: "a", shape: ["looks", "groups"] },
    overlap: { label: "Overlaps of the groups then", symbol: "s", shape: ["looks", "groups"] },
  },
  figures: [
    {
      id: "staircase",
      title: "The staircase",
      caption:
        "A wide network on a target with four components: constant, linear, quadratic and cubic. First the risk, with the heights at which it should rest and the times at which it should fall. Then what is left of each component. Last, the sizes of readout a, its output weight, and overlap s, its cosine to the target’s direction, for up to twelve groups of neurons: all begin at the left edge.",
      promise:
        "Nothing is learnt yet. Press Run: the risk falls in steps, and each step has a clock of its own.",
      presets: [
        { label: "ε = 0.1", parameters: { epsilon: 0.1 } },
        { label: "10⁻³", parameters: { epsilon: 1e-3 } },
        { label: "10⁻⁶", parameters: { epsilon: 1e-6 } },
        { label: "10⁻¹⁰", parameters: { epsilon: 1e-10 } },
        { label: "10⁻¹⁴", parameters: { epsilon: 1e-14 } },
      ],
      controls: ["epsilon", "atoms", "duration", "readouts"],
      keepsFrames: true,
    },
    {
      id: "break-it",
      title: "Break it",
      caption:
        "The same flow with coefficients of your own. Before it runs, the words say what the scenario predicts of them.",
      cases: [{ label: "", parameters: { atoms: 10, duration: 5 } }],
      presets: [
        { label: "All there", parameters: { ...ALL_ONES, atoms: 10, readouts: "spread" } },
        { label: "φ₁ = 0", parameters: { ...ALL_ONES, target1: 0, atoms: 10, readouts: "spread" } },
        { label: "φ₂ = 0", parameters: { ...ALL_ONES, target2: 0, atoms: 10, readouts: "spread" } },
        { label: "σ₂ = 0", parameters: { ...ALL_ONES, activation2: 0, atoms: 10, readouts: "spread" } },
        { label: "φ₃ < 0", parameters: { ...ALL_ONES, target3: -1, atoms: 10, readouts: "spread" } },
        { label: "Equal readouts", parameters: { ...ALL_ONES, atoms: 10, readouts: "equal" } },
        { label: "Two groups", parameters: { ...ALL_ONES, atoms: 2, readouts: "spread" } },
      ],
      controls: [
        "epsilon",
        "target1",
        "target2",
        "target3",
        "atoms",
        "readouts",
        "target0",
        "activation0",
        "activation1",
        "activation2",
        "activation3",
        "duration",
      ],
    },
  ],
});

/** Which groups are kept: all, or a dozen spread over them. */
export function shownGroups(count: number): number[] {
  const shown = Math.min(count, DRAWN);
  return Array.from({ length: shown }, (_, k) =>
    shown === 1 ? 0 : Math.round((k * (count - 1)) / (shown - 1)),
  );
}
