/**
 * One pass over the neurons, eight at a time: the update of step k and then at once the forward pass of step k + 1, since
 * eight neurons need nothing but the pulls of the samples from all others.
 */
import { activate, addOutputs, RELU, stripOfBlocks } from "./activations";
import { BLOCK, rowOfNeurons, s, samples } from "./arrays";
import { preactivate, rectify } from "./forward";
import { addRectifiedTraces, addTraces, resetTraces } from "./traces";
import { update, updateRectified } from "./update";

/** One pass over the neurons: the update of this step, the forward pass of the next, or both. */
export function pass(activation: i32, updating: bool, forwarding: bool, adaptive: bool): void {
  const zero = f32x4.splat(0);
  for (let sums = s, end = s + (samples << 4); sums < end; sums += 16) v128.store(sums, zero);
  resetTraces();
  if (activation == RELU) passRectified(updating, forwarding, adaptive);
  else passActivated(activation, updating, forwarding, adaptive);
}

function passRectified(updating: bool, forwarding: bool, adaptive: bool): void {
  for (let block: usize = 0, end = rowOfNeurons; block < end; block += BLOCK) {
    if (updating) updateRectified(block);
    if (forwarding) rectify(block);
    if (forwarding && adaptive) addRectifiedTraces(block);
  }
}

/** In strips of blocks, since the activation functions are fastest on many neurons at a time. */
function passActivated(activation: i32, updating: bool, forwarding: bool, adaptive: bool): void {
  const end = rowOfNeurons, strip = stripOfBlocks();
  for (let first: usize = 0; first < end; first += strip) {
    const last = min(first + strip, end);
    for (let block = first; block < last; block += BLOCK) {
      if (updating) update(block);
      if (forwarding) preactivate(block);
    }
    if (!forwarding) continue;
    activate(activation, first, last);
    for (let block = first; block < last; block += BLOCK) {
      addOutputs(block);
      if (adaptive) addTraces(block);
    }
  }
}
