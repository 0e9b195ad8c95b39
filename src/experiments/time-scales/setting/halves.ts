/** When components are halved, by what is left of them at some looks. */

/** A moment at which residuals are known. */
export interface Residuals {
  readonly time: number;
  /** ρₖ, by degree. */
  readonly residual: ArrayLike<number>;
}

/**
 * When each residual was first down to half of what there is to learn, on the straight line between two looks; undefined where it
 * was not, or was from the start on, or there is nothing to learn.
 */
export function halfTimes(looks: readonly Residuals[], target: ArrayLike<number>): (number | undefined)[] {
  return Array.from(target, (coefficient, degree) => {
    const half = Math.abs(coefficient) / 2;
    if (half === 0) return undefined;
    const sizeAt = ({ residual }: Residuals) => Math.abs(residual[degree] as number);
    const after = looks.findIndex((look) => sizeAt(look) <= half);
    const [before, at] = [looks[after - 1], looks[after]];
    if (!before || !at) return undefined;
    const share = (sizeAt(before) - half) / (sizeAt(before) - sizeAt(at));
    return before.time + share * (at.time - before.time);
  });
}
