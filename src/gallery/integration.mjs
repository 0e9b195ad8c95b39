// The gallery of figures in all their states, while you edit, and in the build that the page tests look at: never in the
// site that is published.
import { fileURLToPath } from "node:url";

/** @param {string} file */
const here = (file) => fileURLToPath(new URL(file, import.meta.url));

/** @returns {import("astro").AstroIntegration} */
export function gallery() {
  return {
    name: "gallery",
    hooks: {
      "astro:config:setup": ({ command, injectRoute }) => {
        if (command !== "dev" && !(command === "build" && process.env.GALLERY)) return;
        injectRoute({ pattern: "/gallery", entrypoint: here("./gallery.astro") });
        injectRoute({ pattern: "/gallery/[stage]", entrypoint: here("./stage.astro") });
      },
    },
  };
}
