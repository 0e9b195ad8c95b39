/** How the kernel in assembly/ wants numbers laid out: blocks of neurons, samples side by side, arrays at the start of a line. */

/** Neurons come in blocks of eight, samples in blocks of four. */
const NEURONS_A_BLOCK = 8;
const SAMPLES_A_BLOCK = 4;
/** Arrays begin at the start of a line of the cache. */
const FLOATS_A_LINE = 16;

/** Bytes that a 32-bit address reaches. */
export const KERNEL_MEMORY = 2 ** 32;

/** Neurons of a row, whole blocks of them. */
export function neuronsOfRow(width: number): number {
  return Math.ceil(width / NEURONS_A_BLOCK) * NEURONS_A_BLOCK;
}

/** Samples in whole blocks. */
export function wholeBlocks(sampleSize: number): number {
  return Math.ceil(sampleSize / SAMPLES_A_BLOCK) * SAMPLES_A_BLOCK;
}

/** What gives places to arrays one after the other, in float32 units, and tells where the last one ends. */
export function placesFrom(start: number) {
  let end = start;
  return {
    place(length: number): number {
      const first = end;
      end += Math.ceil(length / FLOATS_A_LINE) * FLOATS_A_LINE;
      return first;
    },
    end: () => end,
  };
}

/** Room of a neuron mask, and how the mask is written: which neurons of the last block there are. */
export const MASK_LENGTH = NEURONS_A_BLOCK;
export function writeMask(memory: Float32Array, at: number, width: number): void {
  const inLastBlock = width - (neuronsOfRow(width) - NEURONS_A_BLOCK);
  new Uint32Array(memory.buffer).fill(0xffffffff, at, at + inLastBlock);
}

/** Copies rows of m numbers into the kernel's rows, which are padded to whole blocks of neurons, and back. */
export function rowsBetween(memory: Float32Array, width: number) {
  const neurons = neuronsOfRow(width);
  return {
    write(start: number, values: Float32Array): void {
      for (let j = 0; j * width < values.length; j++) {
        memory.set(values.subarray(j * width, (j + 1) * width), start + j * neurons);
      }
    },
    read(start: number, values: Float32Array): void {
      for (let j = 0; j * width < values.length; j++) {
        values.set(memory.subarray(start + j * neurons, start + j * neurons + width), j * width);
      }
    },
  };
}

/** Copies inputs, shape [n, d], four examples side by side. */
export function writeInputs(
  memory: Float32Array,
  at: number,
  inputs: Float32Array,
  inputDimension: number,
): void {
  for (let i = 0; i * inputDimension < inputs.length; i++) {
    const lane = i % SAMPLES_A_BLOCK;
    const group = at + (i - lane) * inputDimension + lane;
    for (let j = 0; j < inputDimension; j++)
      memory[group + j * SAMPLES_A_BLOCK] = inputs[i * inputDimension + j] as number;
  }
}
