/** What the samples pull with: from the sums over the neurons to the pulls eᵢ and the risk. */
import { e, norms, s } from "./arrays";
import { sumOfLanes } from "./vectors";

/** Losses by the numbers that ../descend.ts gives them; 0 is the squared one. */
export const HINGE: i32 = 1;

/** Pulls from the sums, into e; returns Σ e² with the squared loss, Σ max(0, h − y f) with the hinge. */
export function pulls(y: usize, samples: i32, outputFactor: f32, loss: i32, margin: f32): f32 {
  let sum: f32 = 0;
  for (let i = 0; i < samples; i++) {
    const at = <usize>i << 2;
    const output = outputFactor * sumOfLanes(v128.load(s + (at << 2)));
    const target = load<f32>(y + at);
    if (loss == HINGE) {
      const missing = margin - target * output;
      // Written so that what is not a number stays one, and is seen in the risk.
      store<f32>(e + at, missing <= 0 ? 0 : -target);
      sum += missing <= 0 ? 0 : missing;
    } else {
      const residual = output - target;
      store<f32>(e + at, residual);
      sum += residual * residual;
    }
  }
  return sum;
}

/** 1/n Σ |eᵢ||xᵢ|. */
export function drive(samples: i32): f32 {
  let sum: f32 = 0;
  for (let i = 0; i < samples; i++) {
    const at = <usize>i << 2;
    sum += Mathf.abs(load<f32>(e + at)) * Mathf.sqrt(load<f32>(norms + at));
  }
  return sum / <f32>samples;
}
