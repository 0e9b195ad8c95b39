/** The address of a page or file of this site, wherever the site is served: `address("phase-diagram/")`. */
export function address(path = ""): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, "")}/${path.replace(/^\//, "")}`;
}
