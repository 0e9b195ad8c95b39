/**
 * Where the arrays of the current call lie, and its sizes: set once per call. All are float32 and begin at a multiple of
 * 64 bytes, a line of the cache. m is a multiple of 8 and n of 4; what pads them is zero.
 *
 *   w [d, m]   a [m]   moments [2, d + 1, m], for Adam
 *   x [n/4, d, 4], four samples side by side   norms [n] = |xᵢ|²   counts [n] = 1   e [n], the pulls
 *   s [n, 4], the sums over the neurons, four lanes each
 *   z [m/8, n, 8], of the neurons of a block one sample after the other: preactivations, then σ, then pᵢσ′
 *   slopes [m/8, n, 8], σ′; not for ReLU   neuronMask [8], which neurons of the last block are there
 *
 * A neuron of the padding has no activation, a sample of the padding no pull and no part in the traces.
 */

/** Bytes of the eight neurons of a block: how far it reaches in a and in a row of w, and each of its samples in z. */
export const BLOCK: usize = 32;
/** Bytes of one input of the four samples of a group. */
export const GROUP: usize = 16;

export let w: usize, a: usize, moments: usize;
/** What an update moves, laid out as w and a are: these themselves, or sums that become a gradient. */
export let movedInput: usize, movedOutput: usize;
export let x: usize, norms: usize, counts: usize, e: usize, s: usize;
export let z: usize, slopes: usize, neuronMask: usize;
/** n, its padding included. */
export let samples: usize;
/** Bytes of a row of w, 4m, and of a group of x, 16d. */
export let rowOfNeurons: usize, groupOfInputs: usize;

/** The first byte of memory that holds no constant and no scratch of the kernel's own. */
export function firstFreeByte(): usize {
  return (__heap_base + 63) & ~63;
}

export function place(
  wAt: usize, aAt: usize, xAt: usize, normsAt: usize, countsAt: usize, sAt: usize, eAt: usize, zAt: usize,
  slopesAt: usize, neuronMaskAt: usize, momentsAt: usize, sampleSize: i32, inputDimension: i32, neurons: i32,
): void {
  w = wAt; a = aAt; moments = momentsAt;
  movedInput = wAt; movedOutput = aAt;
  x = xAt; norms = normsAt; counts = countsAt; e = eAt; s = sAt;
  z = zAt; slopes = slopesAt; neuronMask = neuronMaskAt;
  samples = <usize>((sampleSize + 3) & ~3);
  rowOfNeurons = <usize>neurons << 2;
  groupOfInputs = <usize>inputDimension * GROUP;
}

/** Lets updates move other arrays than the weights. */
export function moveInstead(input: usize, output: usize): void {
  movedInput = input; movedOutput = output;
}

/** Goes on with other samples, which lie at xAt; their number is a multiple of 4. */
export function replaceSamples(xAt: usize, count: usize): void {
  x = xAt;
  samples = count;
}
