declare namespace App {
  interface Locals {
    /** Key, in content/references.json, of the paper that the page is about. */
    paper?: string;
  }
}

declare module "subset-font" {
  /** A font that has no characters but those of the text. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { targetFormat: "woff2" },
  ): Promise<Uint8Array>;
}
