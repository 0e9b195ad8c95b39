/**
 * Names the software of this page. The address of the worker has a hash over all that computes: what another build has
 * kept is not gone on with, whatever its version number says. For the bundler only.
 */
export { default as SOFTWARE } from "../workers/worker.ts?worker&url";
