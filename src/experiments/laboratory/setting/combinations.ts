/**
 * Combinations of settings of the laboratory: which stand under one heading, which mean anything beside the others, and which
 * do not go together. What each of them is, is in setup.ts.
 */
import type { Group } from "../../experiment.ts";
import { isClassified, type SETUP, type Setup } from "./setup.ts";

/** What is set, under headings. */
export const GROUPS: readonly Group<keyof typeof SETUP | "seed">[] = [
  {
    label: "Data",
    controls: [
      "data",
      "points",
      "classes",
      "inputs",
      "samples",
      "frequency",
      "target0",
      "target1",
      "target2",
      "target3",
      "teachers",
      "flipped",
    ],
  },
  { label: "Network", controls: ["activation", "width", "start"] },
  { label: "Scale", controls: ["scaling", "gamma", "gammaPrime", "alpha", "beta1", "beta2"] },
  {
    label: "Training",
    controls: ["loss", "rule", "layers", "rate", "outputRate", "inputRate", "epsilon", "steps", "stopAt"],
  },
  { label: "Random numbers", controls: ["seed", "networks"] },
];

/** Whether a setting means anything beside the others. */
export function isUsed(name: string, { data, scaling, rule }: Setup): boolean {
  const isOnePass = rule === "onePass";
  switch (name) {
    case "points":
    case "classes":
      return data === name;
    case "inputs":
      return !["points", "classes", "digits"].includes(data);
    case "samples":
      return !isOnePass && !["points", "classes", "digits"].includes(data);
    case "frequency":
      return data === "sines";
    case "target0":
    case "target1":
    case "target2":
    case "target3":
      return data === "direction";
    case "teachers":
      return data === "teachers";
    case "flipped":
      return data === "gaussian" || data === "sphere";
    case "gamma":
    case "gammaPrime":
      return !isOnePass && scaling === "normalised";
    case "alpha":
    case "beta1":
    case "beta2":
      return !isOnePass && scaling === "plain";
    case "rate":
      return rule !== "adaptive";
    case "epsilon":
      return isOnePass;
    case "activation":
    case "loss":
    case "start":
    case "scaling":
    case "layers":
    case "outputRate":
    case "inputRate":
    case "stopAt":
      return !isOnePass;
    default:
      return true;
  }
}

/** Why settings do not go together, and what would; undefined where they do. */
export function refusedSetup(setup: Setup): string | undefined {
  const { data, loss, rule, teachers, inputs, start, width } = setup;
  if (rule === "onePass") {
    if (data !== "direction")
      return "Each example is met once only where a function of one direction is learnt: choose that, or gradient descent.";
    if (width > 2000 || inputs < 2)
      return "Where each example is met once there are 2 to 2,000 neurons and two inputs at least: choose such, or gradient descent.";
    return [setup.target0, setup.target1, setup.target2, setup.target3].every((each) => each === 0)
      ? "All coefficients of the target are 0, so that there is nothing to learn: set one of them."
      : undefined;
  }
  if (loss === "hinge" && !isClassified(data))
    return `The hinge loss needs classes: choose two classes, or the squared loss.`;
  if (data === "teachers" && teachers > inputs)
    return `${teachers} teacher neurons cannot all be at right angles in ${inputs} dimensions: take fewer of them, or more inputs.`;
  if (data === "circle" && inputs < 2) return "A circle of neurons needs two inputs at least.";
  if (start === "quiet" && width > 20_000)
    return "Output weights 0 go with at most 20,000 neurons: choose fewer, or another start.";
  return undefined;
}
