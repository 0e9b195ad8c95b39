/**
 * WGSL of one network's gradient on examples in pieces: two matrix products with what is elementwise fused into them, and
 * between them the pulls. It knows nothing of buffers and submissions.
 *
 *     forward    A = σ(X W), slopes beside it where they do not show in A, and Σₖ aₖ A over the neurons of a tile
 *     pull       f, ℓᵢ and pᵢ of every example of a piece; those that pull are put into a list, in their order
 *     backward   G_w = aₖ Σᵢ pᵢ σ′(zᵢₖ) xᵢ and G_a = Σᵢ pᵢ Aᵢₖ, over the list of a piece from its first to its last
 *
 *     X [rows, d]   W [d, m]   A, and then slopes [rows, m]   sums [tiles of neurons, rows/4] vec4f, rows rounded up
 *     list [rows], a piece's from its first row on   gradients [pieces, d + 1, m], the last row being G_a
 *
 * A workgroup owns a tile of a product, whose operands it reads through workgroup memory, `DEPTH` terms at a time. An
 * invocation keeps 4 × `vectors` by `columns` sums in registers: of what is beside it in y in vectors, which all that share
 * a y read alike, and of what is beside it in x one by one, neighbours reading neighbouring numbers. Nothing is padded: what
 * lies outside reads the last thing inside and is not written. Every sum has one order, so a device repeats its bits.
 */

import { activationCode, storesSlopes } from "./activations.ts";
import { ELEMENTARY } from "./elementary.ts";
import { repeat } from "./layout.ts";
import { lossCode } from "./losses.ts";
import { ACROSS, columnsOf, DOWN, rowsOf, type Variant } from "./tiles.ts";

const LANES = ACROSS * DOWN;
/** Terms of a sum between two barriers. */
const DEPTH = 16;
/** Invocations that go through a piece's pulls. */
const PULLERS = 64;

/** Members of the uniform: first these, all u32, then `margin` and `outputFactor`. */
export const COUNTS = ["width", "inputDimension", "rows", "first", "neuronTiles"] as const;
export type Counts = Readonly<Record<(typeof COUNTS)[number], number>>;

const CALL = /* wgsl */ `
struct Call { ${COUNTS.map((name) => `${name}: u32,`).join(" ")} margin: f32, outputFactor: f32 }
@group(0) @binding(0) var<uniform> call: Call;
`;

/** The arrays that each shader binds, in the order of its bindings from 1. */
export const ARRAYS = {
  forward: ["inputs", "inputWeights", "outputWeights", "activations", "sums"],
  pull: ["targets", "sums", "pieces", "list", "tallies"],
  backward: ["inputs", "outputWeights", "activations", "pieces", "list", "tallies", "gradients"],
} as const;

export type Shader = keyof typeof ARRAYS;
export type ArrayName = (typeof ARRAYS)[Shader][number];

/** A piece is its first row and its number of rows. */
const TYPES = {
  inputs: "f32",
  targets: "f32",
  inputWeights: "f32",
  outputWeights: "f32",
  activations: "f32",
  sums: "vec4f",
  pieces: "vec2u",
  list: "Pulling",
  tallies: "Tally",
  gradients: "f32",
} as const satisfies Record<ArrayName, string>;

const STRUCTS = /* wgsl */ `
struct Pulling { row: u32, pull: f32 }
struct Tally { loss: f32, pulling: u32 }
`;

function head(shader: Shader, written: readonly ArrayName[]): string {
  const arrays = ARRAYS[shader].map((name, k) => {
    const access = written.includes(name) ? "read_write" : "read";
    return `@group(0) @binding(${k + 1}) var<storage, ${access}> ${name}: array<${TYPES[name]}>;`;
  });
  return `${CALL}${STRUCTS}${arrays.join("\n")}`;
}

const MAIN = /* wgsl */ `
@compute @workgroup_size(${ACROSS}, ${DOWN}) fn main(
  @builtin(workgroup_id) group: vec3u, @builtin(local_invocation_id) at: vec3u,
  @builtin(local_invocation_index) lane: u32) {`;

/** Fills an array of workgroup memory, entry by entry: `line` says what the entry `e` is. */
function filled(entries: number, line: string): string {
  const rounds = Math.ceil(entries / LANES);
  return repeat(rounds, (k) => {
    const whole = (k + 1) * LANES <= entries;
    return `{ let e = lane + ${k * LANES}u; ${whole ? "" : `if (e < ${entries}u) `}{ ${line} } }`;
  });
}

/** A workgroup per tile, those of the same examples beside each other. */
function forwardShader({ activation, forward }: Variant): string {
  const { vectors, columns } = forward;
  const quads = rowsOf(forward) / 4;
  const neurons = columnsOf(forward);
  const each = (line: (q: number, c: number) => string) =>
    repeat(vectors, (q) => repeat(columns, (c) => line(q, c)));
  const stored = (q: number, c: number) =>
    repeat(4, (r) =>
      [
        `if (row${q} + ${r}u < call.rows) {`,
        `activations[(row${q} + ${r}u) * call.width + k${c}] = y.value[${r}];`,
        storesSlopes(activation)
          ? `activations[(call.rows + row${q} + ${r}u) * call.width + k${c}] = y.slope[${r}];`
          : "",
        "}",
      ].join(" "),
    );
  return /* wgsl */ `${head("forward", ["activations", "sums"])}
${storesSlopes(activation) ? ELEMENTARY : ""}${activationCode(activation)}
var<workgroup> xs: array<vec4f, ${DEPTH * quads}>;
var<workgroup> ws: array<f32, ${DEPTH * neurons}>;
var<workgroup> parts: array<vec4f, ${ACROSS * quads}>;
${MAIN}
  let tile = call.first + group.x;
  let neuronTile = tile % call.neuronTiles;
  let firstQuad = (tile / call.neuronTiles) * ${quads}u;
  let firstNeuron = neuronTile * ${neurons}u;
  let last = call.rows - 1u;
  ${each((q, c) => `var z${q}${c} = vec4f();`)}
  for (var j = 0u; j < call.inputDimension; j += ${DEPTH}u) {
    let depth = min(${DEPTH}u, call.inputDimension - j);
    workgroupBarrier();
    ${filled(
      DEPTH * quads,
      `let column = min(j + e % ${DEPTH}u, call.inputDimension - 1u); let row = 4u * (firstQuad + e / ${DEPTH}u);
      xs[(e % ${DEPTH}u) * ${quads}u + e / ${DEPTH}u] = vec4f(${[0, 1, 2, 3].map((r) => `inputs[min(row + ${r}u, last) * call.inputDimension + column]`).join(", ")});`,
    )}
    ${filled(
      DEPTH * neurons,
      `ws[e] = inputWeights[min(j + e / ${neurons}u, call.inputDimension - 1u) * call.width + min(firstNeuron + e % ${neurons}u, call.width - 1u)];`,
    )}
    workgroupBarrier();
    for (var t = 0u; t < depth; t++) {
      ${repeat(vectors, (q) => `let x${q} = xs[t * ${quads}u + at.y + ${q * DOWN}u];`)}
      ${repeat(columns, (c) => `let w${c} = ws[t * ${neurons}u + at.x + ${c * ACROSS}u];`)}
      ${each((q, c) => `z${q}${c} += x${q} * w${c};`)}
    }
  }
  ${repeat(columns, (c) => `let k${c} = firstNeuron + at.x + ${c * ACROSS}u; let a${c} = select(0.0, outputWeights[min(k${c}, call.width - 1u)], k${c} < call.width);`)}
  ${repeat(vectors, (q) => `let row${q} = 4u * (firstQuad + at.y + ${q * DOWN}u); var sum${q} = vec4f();`)}
  ${each((q, c) => `{ let y = activate(z${q}${c}); sum${q} += a${c} * y.value; if (k${c} < call.width) { ${stored(q, c)} } }`)}
  ${repeat(vectors, (q) => `parts[(at.y + ${q * DOWN}u) * ${ACROSS}u + at.x] = sum${q};`)}
  workgroupBarrier();
  let quad = firstQuad + lane;
  if (lane < ${quads}u && 4u * quad < call.rows) {
    var sum = vec4f();
    for (var x = 0u; x < ${ACROSS}u; x++) { sum += parts[lane * ${ACROSS}u + x]; }
    sums[neuronTile * ((call.rows + 3u) / 4u) + quad] = sum;
  }
}
`;
}

/** A workgroup per piece. */
function pullShader({ loss }: Variant): string {
  return /* wgsl */ `${head("pull", ["list", "tallies"])}
${lossCode(loss)}
var<workgroup> losses: array<f32, ${PULLERS}>;
var<workgroup> counts: array<u32, ${PULLERS}>;

fn lossAt(row: u32) -> Loss {
  var sum = 0.0;
  for (var tile = 0u; tile < call.neuronTiles; tile++) { sum += sums[tile * ((call.rows + 3u) / 4u) + row / 4u][row % 4u]; }
  return lossOf(vec4f(call.outputFactor * sum), vec4f(targets[row]));
}

@compute @workgroup_size(${PULLERS}) fn main(@builtin(workgroup_id) group: vec3u, @builtin(local_invocation_index) lane: u32) {
  let piece = call.first + group.x;
  let start = pieces[piece].x;
  let size = pieces[piece].y;
  let share = (size + ${PULLERS - 1}u) / ${PULLERS}u;
  let begin = start + min(lane * share, size);
  let end = start + min((lane + 1u) * share, size);
  var loss = 0.0;
  var count = 0u;
  for (var row = begin; row < end; row++) {
    let here = lossAt(row);
    loss += here.value.x;
    count += select(0u, 1u, here.pull.x != 0.0);
  }
  losses[lane] = loss;
  counts[lane] = count;
  workgroupBarrier();
  var next = start;
  for (var before = 0u; before < lane; before++) { next += counts[before]; }
  for (var row = begin; row < end; row++) {
    let pull = lossAt(row).pull.x;
    if (pull != 0.0) { list[next] = Pulling(row, pull); next++; }
  }
  if (lane == 0u) {
    var tally = Tally(0.0, 0u);
    for (var k = 0u; k < ${PULLERS}u; k++) { tally.loss += losses[k]; tally.pulling += counts[k]; }
    tallies[piece] = tally;
  }
}
`;
}

/** A workgroup per tile: those of a piece and of the same neurons beside each other. */
function backwardShader({ activation, backward }: Variant): string {
  const { vectors, columns } = backward;
  const quads = rowsOf(backward) / 4;
  const inputs = columnsOf(backward);
  const each = (line: (q: number, c: number) => string) =>
    repeat(vectors, (q) => repeat(columns, (c) => line(q, c)));
  const four = (from: string) =>
    `vec4f(${[0, 1, 2, 3].map((k) => `activations[${from} + min(k + ${k}u, call.width - 1u)]`).join(", ")})`;
  const pulled = storesSlopes(activation)
    ? `pulling.pull * ${four("(call.rows + pulling.row) * call.width")}`
    : "select(vec4f(), vec4f(pulling.pull), value > vec4f())";
  return /* wgsl */ `${head("backward", ["gradients"])}
var<workgroup> xs: array<f32, ${DEPTH * inputs}>;
var<workgroup> ps: array<vec4f, ${DEPTH * quads}>;
var<workgroup> parts: array<vec4f, ${LANES}>;
${MAIN}
  let tile = call.first + group.x;
  let inputTiles = (call.inputDimension + ${inputs - 1}u) / ${inputs}u;
  let neuronTiles = (call.width + ${4 * quads - 1}u) / ${4 * quads}u;
  let piece = tile / (inputTiles * neuronTiles);
  let firstNeuron = ((tile / inputTiles) % neuronTiles) * ${4 * quads}u;
  let firstInput = (tile % inputTiles) * ${inputs}u;
  let start = pieces[piece].x;
  let pullingRows = tallies[piece].pulling;
  ${each((q, c) => `var g${q}${c} = vec4f();`)}
  // The lanes that fill the same place of ps keep Σ pA of its neurons.
  var outputs = vec4f();
  for (var i = 0u; i < pullingRows; i += ${DEPTH}u) {
    let depth = min(${DEPTH}u, pullingRows - i);
    workgroupBarrier();
    ${filled(
      DEPTH * inputs,
      `let row = list[start + min(i + e / ${inputs}u, pullingRows - 1u)].row;
      xs[e] = inputs[row * call.inputDimension + min(firstInput + e % ${inputs}u, call.inputDimension - 1u)];`,
    )}
    ${filled(
      DEPTH * quads,
      `let t = e / ${quads}u; let pulling = list[start + min(i + t, pullingRows - 1u)];
      let k = firstNeuron + 4u * (e % ${quads}u);
      let value = ${four("pulling.row * call.width")};
      ps[e] = ${pulled};
      if (t < depth) { outputs += pulling.pull * value; }`,
    )}
    workgroupBarrier();
    for (var t = 0u; t < depth; t++) {
      ${repeat(vectors, (q) => `let p${q} = ps[t * ${quads}u + at.y + ${q * DOWN}u];`)}
      ${repeat(columns, (c) => `let x${c} = xs[t * ${inputs}u + at.x + ${c * ACROSS}u];`)}
      ${each((q, c) => `g${q}${c} += p${q} * x${c};`)}
    }
  }
  parts[lane] = outputs;
  workgroupBarrier();
  let first = piece * (call.inputDimension + 1u) * call.width;
  ${repeat(vectors, (q) =>
    repeat(4, (r) => {
      const writes = repeat(
        columns,
        (c) =>
          `if (firstInput + at.x + ${c * ACROSS}u < call.inputDimension) { gradients[first + (firstInput + at.x + ${c * ACROSS}u) * call.width + k] = a * g${q}${c}[${r}]; }`,
      );
      return `{ let k = firstNeuron + 4u * (at.y + ${q * DOWN}u) + ${r}u; if (k < call.width) { let a = outputWeights[k]; ${writes} } }`;
    }),
  )}
  if (firstInput == 0u && lane < ${quads}u) {
    var sum = vec4f();
    for (var k = lane; k < ${LANES}u; k += ${quads}u) { sum += parts[k]; }
    ${repeat(4, (r) => `{ let k = firstNeuron + 4u * lane + ${r}u; if (k < call.width) { gradients[first + call.inputDimension * call.width + k] = sum[${r}]; } }`)}
  }
}
`;
}

export const shaders = { forward: forwardShader, pull: pullShader, backward: backwardShader } as const;
