/** The name and version that records give to this software. For the command line and for pages while they are built. */
import packageFile from "../package.json" with { type: "json" };

export const SOFTWARE = `two-layers ${packageFile.version}`;
