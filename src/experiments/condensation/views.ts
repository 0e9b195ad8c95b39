/** What several drawings of the experiments on initial condensation show alike. */

/** The colour of a sign of an output weight, or of what attracts neurons with it. */
export const SIGN_COLOUR = { positive: "var(--linear)", negative: "var(--condensed)" } as const;
