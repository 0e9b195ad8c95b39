/**
 * Code that a page loads only once it is wanted, and what to say where it does not come: the connection may be gone, or the
 * site published anew under the open page. Asking again tries again.
 */

export const NOT_LOADED =
  "A part of this page could not be loaded: the connection is gone, or the site was published anew. Try again, or reload the page.";

/** What `load` gives. @throws Error with {@link NOT_LOADED}, whatever the browser says of an import that fails */
export async function late<Loaded>(load: () => Promise<Loaded>): Promise<Loaded> {
  try {
    return await load();
  } catch (cause) {
    throw new Error(NOT_LOADED, { cause });
  }
}
