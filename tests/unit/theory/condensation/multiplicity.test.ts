// The multiplicities against the activations themselves, near 0.
import { expect, it } from "vitest";
import { activations } from "../../../../src/engine/activations.ts";
import { MULTIPLICITY, multiplicityOf } from "../../../../src/theory/condensation/multiplicity.ts";

it.each(Object.entries(MULTIPLICITY))(
  "%s grows from 0 like its leading term",
  (name, { order, coefficient }) => {
    const { value } = activations[name as keyof typeof MULTIPLICITY];
    // The next term that does not vanish is two orders higher, up to even parts of sigmoid and softplus (z²/8).
    for (const z of [1e-3, -1e-3])
      expect((value(z) - value(0)) / z ** order / coefficient).toBeCloseTo(1, name === "softplus" ? 2 : 5);
  },
);

it("ReLU has none", () => {
  expect(multiplicityOf("relu")).toBeUndefined();
});
