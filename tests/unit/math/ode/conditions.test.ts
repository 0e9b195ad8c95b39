// The coefficients of both methods satisfy the order conditions, one for each rooted tree: Hairer, Nørsett, Wanner,
// Solving ODEs I, II.2, and for Rosenbrock methods Hairer, Wanner, Solving ODEs II, IV.7.
import { describe, expect, test } from "vitest";
import * as explicit from "../../../../src/math/ode/dormandPrince.ts";
import * as implicit from "../../../../src/math/ode/rodas5p.ts";

/** A rooted tree: its branches. */
type Tree = readonly Tree[];

const orderOf = (tree: Tree): number => tree.reduce((sum, branch) => sum + orderOf(branch), 1);
const densityOf = (tree: Tree): number =>
  tree.reduce((product, branch) => product * densityOf(branch), orderOf(tree));

/** All trees of an order: 1, 1, 2, 4, 9 from order 1 on. */
function treesOf(order: number): Tree[] {
  return forests(order - 1, order - 1);
}

/** All sets of trees with so many nodes in all and at most `largest` each, the larger first. */
function forests(nodes: number, largest: number): Tree[] {
  if (nodes === 0) return [[]];
  const sets: Tree[] = [];
  for (let size = Math.min(nodes, largest); size >= 1; size--)
    treesOf(size).forEach((first, k) => {
      for (const rest of forests(nodes - size, size))
        if (rest.every((tree) => orderOf(tree) < size || indexOf(tree, size) >= k))
          sets.push([first, ...rest]);
    });
  return sets;
}

const indexOf = (tree: Tree, order: number) =>
  treesOf(order).findIndex((other) => JSON.stringify(other) === JSON.stringify(tree));

type Square = number[][];
interface Tableau {
  /** What multiplies a node with two branches or more, and one with one. */
  readonly alpha: Square;
  readonly beta: Square;
}

/** Elementary weights of the stages for a tree. */
function stageWeights(tree: Tree, { alpha, beta }: Tableau): number[] {
  const branches = tree.map((branch) => stageWeights(branch, { alpha, beta }));
  const matrix = tree.length === 1 ? beta : alpha;
  return matrix.map((row) => branches.reduce((product, branch) => product * inner(row, branch), 1));
}

const inner = (u: readonly number[], v: readonly number[]) =>
  v.reduce((sum, entry, j) => sum + (u[j] ?? 0) * entry, 0);

/** Largest |Σ bᵢΦᵢ − θ^order/density| over the trees of an order. */
function defect(order: number, weights: readonly number[], tableau: Tableau, theta = 1): number {
  return Math.max(
    ...treesOf(order).map((tree) =>
      Math.abs(inner(weights, stageWeights(tree, tableau)) - theta ** order / densityOf(tree)),
    ),
  );
}

const sumTo = (count: number) => (row: readonly number[]) =>
  Array.from({ length: count }, (_, j) => row[j] ?? 0);

/** Weights of the stages at θ: of y(θ) = θ (b + (1 − θ)(r₁ + θ (r₂ + θ r₃))). */
const weightsAt = (theta: number, b: readonly number[], [r1, r2, r3]: readonly (readonly number[])[]) =>
  b.map(
    (weight, i) =>
      theta *
      (weight +
        (1 - theta) * ((r1?.[i] as number) + theta * ((r2?.[i] as number) + theta * (r3?.[i] as number)))),
  );

const sum = (row: readonly number[]) => row.reduce((total, entry) => total + entry, 0);

function expectClose(values: readonly number[], expected: readonly number[]): void {
  expect(Math.max(...values.map((value, i) => Math.abs(value - (expected[i] as number))))).toBeLessThan(
    1e-12,
  );
}

test("there are 1, 1, 2, 4, 9, 20 trees", () => {
  expect([1, 2, 3, 4, 5, 6].map((order) => treesOf(order).length)).toEqual([1, 1, 2, 4, 9, 20]);
});

/** Γ and α of a Rosenbrock method from γ, A and C: Γ = (1/γ − C)⁻¹, column by column, and α = AΓ. */
function rosenbrockTableau() {
  const n = implicit.STAGES.length;
  const [A, C] = [implicit.STAGES, implicit.COUPLINGS].map((rows) => rows.map(sumTo(n))) as [Square, Square];
  const gamma = A.map((row) => row.map(() => 0));
  for (let k = 0; k < n; k++)
    for (let i = k; i < n; i++) {
      const known = (C[i] as number[]).reduce(
        (sum, entry, j) => sum + (j < i ? entry * (gamma[j]?.[k] ?? 0) : 0),
        0,
      );
      (gamma[i] as number[])[k] = implicit.GAMMA * ((i === k ? 1 : 0) + known);
    }
  const times = (row: readonly number[]) =>
    gamma.map((_, k) => row.reduce((s, a, j) => s + a * (gamma[j]?.[k] ?? 0), 0));
  const alpha = A.map(times);
  const beta = alpha.map((row, i) => row.map((entry, k) => entry + (gamma[i]?.[k] as number)));
  const last = A.at(-1) as number[];
  const end = last.map((weight, i) => (i === n - 1 ? 1 : weight));
  return { alpha, beta, gamma, times, b: times(end), embedded: times(last) };
}

describe("Dormand–Prince", () => {
  const n = explicit.STAGES.length;
  const alpha = explicit.STAGES.map(sumTo(n));
  const tableau = { alpha, beta: alpha };
  const b = alpha.at(-1) as number[];
  const embedded = b.map((weight, i) => weight - (explicit.ERROR_WEIGHTS[i] as number));
  const e = (k: number) => b.map((_, i) => (i === k ? 1 : 0));
  const r1 = b.map((weight, i) => (e(0)[i] as number) - weight);
  const bends = [
    r1,
    b.map(
      (weight, i) => weight - (e(6)[i] as number) - (r1[i] as number) + (explicit.BEND_WEIGHTS[i] as number),
    ),
    explicit.BEND_WEIGHTS.map((weight) => -weight),
  ];

  test.each([1, 2, 3, 4, 5])("order %i", (order) => expect(defect(order, b, tableau)).toBeLessThan(1e-14));
  test("order 6 no more", () => expect(defect(6, b, tableau)).toBeGreaterThan(1e-5));
  test.each([1, 2, 3, 4])("order %i of the embedded one", (order) =>
    expect(defect(order, embedded, tableau)).toBeLessThan(1e-14),
  );
  test("order 5 of the embedded one no more", () =>
    expect(defect(5, embedded, tableau)).toBeGreaterThan(1e-5));
  test.each([1, 2, 3, 4])("order %i in between", (order) => {
    for (const theta of [0.1, 0.5, 0.9])
      expect(defect(order, weightsAt(theta, b, bends), tableau, theta)).toBeLessThan(1e-13);
  });
  test("nodes are sums of stages", () => {
    expectClose(alpha.map(sum), explicit.NODES);
  });
});

describe("Rodas5P", () => {
  const tableau = rosenbrockTableau();
  const { b, embedded, times, gamma, alpha } = tableau;
  const bends = implicit.BEND_WEIGHTS.map(times);

  test.each([1, 2, 3, 4, 5])("order %i", (order) => expect(defect(order, b, tableau)).toBeLessThan(1e-12));
  test("order 6 no more", () => expect(defect(6, b, tableau)).toBeGreaterThan(1e-5));
  test.each([1, 2, 3, 4])("order %i of the embedded one", (order) =>
    expect(defect(order, embedded, tableau)).toBeLessThan(1e-12),
  );
  test("order 5 of the embedded one no more", () =>
    expect(defect(5, embedded, tableau)).toBeGreaterThan(1e-5));
  test.each([1, 2, 3, 4])("order %i in between", (order) => {
    for (const theta of [0.1, 0.5, 0.9])
      expect(defect(order, weightsAt(theta, b, bends), tableau, theta)).toBeLessThan(1e-12);
  });
  test("nodes and time weights are sums of stages", () => {
    expectClose(alpha.map(sum), implicit.NODES);
    expectClose(gamma.map(sum), implicit.TIME_WEIGHTS);
  });
  test("is stiffly accurate: the solution is the last stage, at the end of the step", () => {
    expectClose(b, tableau.beta.at(-1) as number[]);
  });
});
