declare namespace App {
  interface Locals {
    /** Key, in content/references.json, of the paper that the page is about. */
    paper?: string;
  }
}
