/** A package for course sites, as a file: its page, and the runtime that it carries, come along as texts. */
import licence from "@gamestdio/scorm/LICENSE?raw";
import runtime from "@gamestdio/scorm/lib/index.js?raw";
import { filesOf, type Packaged, zipOf } from "../../src/assignments/scorm/package.ts";
import page from "../../src/assignments/scorm/page.js?raw";

export function scormFile(packaged: Packaged): File {
  const files = filesOf(packaged, { runtime, licence, page });
  return new File([zipOf(files)], `two-layers-${packaged.id}-scorm12.zip`, { type: "application/zip" });
}
