// Who may import whom. One rule a layer, each says what that layer must not reach; tests/unit/arrows.test.ts
// proves that every rule fires, and looks after the files that dependency-cruiser cannot read (.astro, .mdx).

const page = "^(components|src/(pages|layouts))/";
const meta = "^src/experiments/.+/meta\\.ts$";
const run = "^src/experiments/.+/run\\.ts$";
const plot = "^src/experiments/.+/plot\\.ts$";
const runs = "^src/catalogue/(found/)?runs\\.ts$";
const driver = "^src/experiments/driver/";
const tensorflow = "(^|/)@tensorflow/";

/**
 * A layer, and the paths that it must not import.
 *
 * @param {string} name
 * @param {string} comment
 * @param {string | string[]} from
 * @param {string[]} to
 * @returns {import("dependency-cruiser").IForbiddenRuleType}
 */
const never = (name, comment, from, to) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: to },
});

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "A cycle means that two files are one idea, or that an arrow points the wrong way.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "resolvable",
      comment: "An import that leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: ["^astro:", "^virtual:", "\\?(worker|url|raw)"] },
    },
    {
      name: "math-imports-nothing",
      comment:
        "Mathematics is numbers and typed arrays; it needs neither a package nor the rest of the site.",
      severity: "error",
      from: { path: "^src/math/" },
      to: { pathNot: "^src/math/" },
    },
    {
      name: "content-imports-nothing",
      comment: "Pages hand content its components.",
      severity: "error",
      from: { path: "^content/" },
      to: { path: "." },
    },
    {
      name: "tensorflow-stays-in-the-engine",
      comment:
        "The engine is the only home of TensorFlow.js. Tests use it as an oracle; and three files of the benchmark, a peer, our engine as its operations and the products of both, hold tensors to time them, under Node and in a page.",
      severity: "error",
      from: { pathNot: ["^src/engine/", "^tests/", "^src/bench/(tfjs|twoLayers|products)\\.ts$"] },
      to: { path: tensorflow },
    },
    never("engine", "The engine trains networks and knows of nothing but mathematics.", "^src/engine/", [
      "^src/(?!engine/|math/)",
      "^(components|content)/",
    ]),
    never(
      "bench",
      "The benchmark times engines, under Node and in a page; it knows of no claim, no experiment and no page.",
      "^src/bench/",
      ["^src/(?!bench/|engine/|math/)", "^(components|content)/"],
    ),
    never(
      "bench-stays-apart",
      "What the site trains, claims and shows does not depend on who is faster: only the benchmark's page and command know of it.",
      "^(src/(?!bench/|cli/bench|pages/bench)|components/(?!bench/)|content/)",
      ["^src/bench/"],
    ),
    never("theory", "Theory is closed forms over mathematics.", "^src/theory/", [
      "^src/(?!theory/|math/)",
      "^(components|content)/",
    ]),
    never("meta", "A description is cheap to import: it computes nothing.", meta, [
      "^src/(engine|theory|claims|runtime|plots|assignments|cli|pages|layouts)/",
      run,
      plot,
      runs,
      driver,
      "^(components|content)/",
    ]),
    never("run", "A run computes and shows nothing.", run, [
      "^src/(claims|runtime|plots|assignments|cli|pages|layouts)/",
      plot,
      runs,
      "^(components|content)/",
    ]),
    never("driver", "The driver runs what it is given, by the engine; it knows no paper.", driver, [
      "^src/(theory|claims|runtime|plots|assignments|cli|pages|layouts)/",
      "^src/(experiments/[^/]+/[^/]+|catalogue)/",
    ]),
    {
      name: "plot",
      comment:
        "A plot turns measurements into a specification: it knows plots/, mathematics, closed forms, its own experiment and the views that those of its paper share.",
      severity: "error",
      from: { path: "^src/experiments/([^/]+/)([^/]+/)plot\\.ts$" },
      to: {
        pathNot: [
          "^src/(plots|math|theory)/",
          "^src/experiments/$1$2",
          "^src/experiments/$1(setting|found)/",
          "^src/experiments/(drawing/)?[^/]+\\.ts$",
          "(^|/)@observablehq/plot/",
        ],
      },
    },
    never(
      "lens-look",
      "What a lens measures, it measures in a run: it shows nothing.",
      "^src/experiments/laboratory/(lenses/[^/]+/look|setting/(?!\\w+Views|lensDrawing)[^/]+)\\.ts$",
      ["^src/(claims|runtime|plots|cli|pages|layouts|catalogue)/", plot, runs, "^(components|content)/"],
    ),
    {
      name: "lens-plot",
      comment:
        "The drawing of a lens is a plot: it may use what the companions of its paper draw with, but neither the engine nor a run.",
      severity: "error",
      from: { path: "^src/experiments/laboratory/lenses/[^/]+/plot\\.ts$" },
      to: {
        pathNot: [
          "^src/(plots|math|theory)/",
          "^src/experiments/laboratory/(lenses|setting)/",
          "^src/experiments/[^/]+/setting/",
          "^src/experiments/(drawing/)?[^/]+\\.ts$",
          "(^|/)@observablehq/plot/",
        ],
      },
    },
    {
      name: "plot-computes-nothing",
      comment: "Of a run, a plot may know the types only.",
      severity: "error",
      from: { path: plot },
      to: { path: run, dependencyTypesNot: ["type-only"] },
    },
    never(
      "runs-are-for-workers",
      "The list of runs leads to every one of them.",
      [page, "^src/(claims|plots|theory|engine)/"],
      [runs],
    ),
    never(
      "claims",
      "A claim is judged from measurements; it neither computes nor shows them.",
      "^src/claims/",
      ["^src/(engine|runtime|plots|assignments|cli|pages|layouts)/", run, plot, "^(components|content)/"],
    ),
    never("plots", "Marks and themes know nothing of what they draw.", "^src/plots/", [
      "^src/(?!plots/|math/)",
      "^(components|content)/",
    ]),
    never("runtime", "The runtime moves runs about and shows nothing.", "^src/runtime/", [
      "^src/(plots|cli|pages|layouts)/",
      plot,
      "^components/",
    ]),
    {
      name: "scores-are-for-grading",
      comment: "What solves a task is nothing that a student’s page loads; a guide says how it is marked.",
      severity: "error",
      from: {
        pathNot: ["^src/(assignments/grading|cli)/", "^src/catalogue/", "^src/pages/teach/", "^tests/"],
      },
      to: { path: "^src/(catalogue/(found/)?scores|assignments/[^/]+/scores)\\.ts$" },
    },
    never("assignments", "Grading needs no page.", "^src/assignments/", [
      "^src/(plots|cli|pages|layouts)/",
      "^components/",
    ]),
    never("cli", "The command line needs no page.", "^src/cli/", ["^src/(pages|layouts)/", "^components/"]),
    never("page", "A page shows; workers compute. Of the engine it knows the names of the backends.", page, [
      "^src/engine/(?!backends\\.ts)",
      "^src/cli/",
      "^src/runtime/workers/(worker|pageWorker)\\.ts$",
      run,
    ]),
    never("components-below-pages", "Pages and layouts are made of components.", "^components/", [
      "^src/(pages|layouts)/",
    ]),
    never(
      "site-imports-no-tests",
      "Tests look at the site, never the other way round.",
      "^(src|components|content)/",
      ["^tests/"],
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^src/engine/kernels/wasm/assembly/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: `${__dirname}/tsconfig.json` },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "browser", "default", "types"],
    },
  },
};
