declare namespace App {
  interface Locals {
    /** Key, in content/references.json, of the paper that the page is about. */
    paper?: string;
    /** Id of the assignment that the page is of. */
    assignment?: string;
    /** How many hints the page has so far, by the name of what they explain. */
    hints?: Map<string, number>;
  }
}

declare module "subset-font" {
  /** A font that has no characters but those of the text, and of its weights and features those that are named, else all. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: {
      targetFormat: "woff2";
      variationAxes?: Record<string, { min: number; max: number }>;
      keepFeatures?: readonly string[];
    },
  ): Promise<Uint8Array>;
}
