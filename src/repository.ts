/** The web address of the repository, for links to commits and for corrections, where whoever builds the site gives one. */
export const REPOSITORY = process.env.REPOSITORY_URL?.replace(/\/+$/, "") || undefined;
