/** Runs one width of Fig. 6 of the paper: a network of its grid, of which only the count of orientations is used. */
export { run } from "../orientations/run.ts";
