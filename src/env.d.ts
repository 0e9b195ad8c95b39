declare namespace App {
  interface Locals {
    /** Key, in content/references.json, of the paper that the page is about. */
    paper?: string;
  }
}

/** KaTeX ships no types for it. It is loaded for what it does on copying and exports nothing. */
declare module "katex/contrib/copy-tex" {}
