/**
 * Settings of a training, checked before it begins: rates, rule and numbers of steps. reference.ts defines them.
 */
import { ACTIVATIONS } from "./activations.ts";
import { checkCount, insist } from "./inputs.ts";
import { LOSSES } from "./losses.ts";
import type { Descent, Rule } from "./reference.ts";

/** Steps of one call, at most: their number comes back as a float32, which counts exactly up to here. */
export const MOST_STEPS = 2 ** 24;

/** What each number of a descent is called, and what it must be besides finite, in float32 too. */
const DESCENT: Readonly<Record<keyof Descent, readonly [name: string, (value: number) => boolean, string]>> =
  {
    outputFactor: ["output factor κ", () => true, "a finite number"],
    outputRate: [
      "rate of the output weights",
      (rate) => rate >= 0,
      "a finite number, 0 or more (0 freezes them)",
    ],
    inputRate: [
      "rate of the input weights",
      (rate) => rate >= 0,
      "a finite number, 0 or more (0 freezes them)",
    ],
    timeStep: ["time step", (step) => step > 0, "a finite number above 0"],
    targetRisk: ["target risk", () => true, "a finite number (a negative one is never reached)"],
  };

/** @throws InputError for invalid rates, steps and targets. */
export function checkDescent(descent: Descent): void {
  for (const [key, [name, holds, kind]] of Object.entries(DESCENT)) {
    const value = descent[key as keyof Descent];
    const rounded = Math.fround(value);
    insist(Number.isFinite(rounded) && holds(rounded), `The ${name} must be ${kind}; ${value} is not.`);
  }
}

/** @throws InputError for unknown names, and constants with which no step can be made. */
export function checkRule({ activation, loss, margin, optimiser, beta1, beta2, epsilon }: Rule): void {
  insist(
    ACTIVATIONS.includes(activation),
    `There is no activation “${activation}”, only ${ACTIVATIONS.join(", ")}.`,
  );
  insist(LOSSES.includes(loss), `There is no loss “${loss}”, only ${LOSSES.join(", ")}.`);
  insist(
    optimiser === "gradient" || optimiser === "adam",
    `There is no optimiser “${optimiser}”, only gradient, adam.`,
  );
  insist(Number.isFinite(margin), `The margin must be a finite number; ${margin} is not.`);
  for (const beta of [beta1, beta2])
    insist(beta >= 0 && beta < 1, `Adam's decays must be from 0 to below 1; ${beta} is not.`);
  insist(
    epsilon > 0 && Number.isFinite(epsilon),
    `Adam's ε must be a finite number above 0; ${epsilon} is not.`,
  );
}

/** @throws InputError for numbers of steps outside the range of a call. */
export function checkSteps(name: string, steps: number): void {
  checkCount(name, steps);
  insist(steps <= MOST_STEPS, `The ${name} must be at most ${MOST_STEPS} in one call, not ${steps}.`);
}

/** @throws InputError for anything but a whole number from 0 on. */
export function checkFirstStep(firstStep: number): void {
  insist(
    Number.isSafeInteger(firstStep) && firstStep >= 0,
    `The steps made before must be a whole number, 0 or more, not ${firstStep}.`,
  );
}
