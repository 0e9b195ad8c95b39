// What a page loads at first must not lead to TensorFlow.js, and what a command loads not to the queue, not even by a
// detour. This looks at the imports that are left at run time: types are erased, and what is imported on demand does not count.

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "pages-ship-no-tensorflow",
      comment: "A page shows a claim without TensorFlow.js; a worker brings it when Run is pressed.",
      severity: "error",
      from: {
        path: [
          "^(components|src/(pages|layouts|plots|claims))/",
          "^src/experiments/.+/(meta|plot)\\.ts$",
          "^src/runtime/runs/session",
        ],
      },
      to: { path: "(^|/)@tensorflow/", reachable: true },
    },
    {
      name: "queue-is-loaded-when-asked",
      comment:
        "A command starts as fast as before, and works without Redis: what is in src/cli/queue loads the queue's packages, and only --queue loads that.",
      severity: "error",
      from: { path: "^(src|components)/", pathNot: "^src/cli/queue/" },
      to: { path: "(^|/)(bullmq|ioredis)/", reachable: true },
    },
  ],
  options: {
    ...require("./.dependency-cruiser.cjs").options,
    exclude: { path: ["^src/engine/kernels/wasm/assembly/"], dynamic: true },
    // What software.ts imports of the worker is its address, not its code.
    doNotFollow: { path: ["node_modules", "^src/runtime/keep/software\\.ts$"] },
    tsPreCompilationDeps: false,
  },
};
