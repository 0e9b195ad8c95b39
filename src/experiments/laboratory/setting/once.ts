/** What a lens needs of a run as soon as somebody looks through it, and not before. */

/** Calls `make` when its result is first asked for, and keeps that. */
export function once<Made>(make: () => Made): () => Made {
  let kept: { readonly made: Made } | undefined;
  return () => {
    kept ??= { made: make() };
    return kept.made;
  };
}
