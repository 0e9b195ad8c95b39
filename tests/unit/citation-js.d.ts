declare module "@citation-js/core" {
  /** What is read of a text in any form that a plugin knows, as items of CSL-JSON. */
  export class Cite {
    constructor(text: string, options?: { readonly forceType?: string });
    // biome-ignore lint/suspicious/noExplicitAny: whatever fields the text has
    readonly data: any[];
  }
}
