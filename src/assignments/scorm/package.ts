/**
 * A package for course sites that take SCORM 1.2: one page with a frame of an assignment, which stays where it is hosted. The
 * course site is told that it was begun and that it is done, never a score: what a browser says of one is not to be trusted.
 */
import { strToU8, zipSync } from "fflate";

export interface Packaged {
  /** Of the assignment. */
  readonly id: string;
  readonly title: string;
  /** The whole address of the assignment, with what a teacher's link asks for. */
  readonly address: string;
}

/** Texts that a package takes along as they are. */
export interface Carried {
  /** Of npm's @gamestdio/scorm, and its licence. */
  readonly runtime: string;
  readonly licence: string;
  /** `page.js` beside this file. */
  readonly page: string;
}

/** The files of a package, by name. @throws Error where the address is no whole one */
export function filesOf({ id, title, address }: Packaged, carried: Carried): Record<string, string> {
  const url = new URL(address);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    throw new Error("The address of an assignment begins with https.");
  return {
    "imsmanifest.xml": manifestOf(id, title),
    "index.html": pageOf(title, url.href),
    "scorm.js": `/*\n${carried.licence.trim()}\n*/\nvar course = {};\n(function (exports) {\n${carried.runtime}\n})(course);\n`,
    "page.js": carried.page,
  };
}

/** The package as a .zip, the same for the same files. */
export function zipOf(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const packed = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  // The earliest time that the format has.
  return new Uint8Array(zipSync(Object.fromEntries(packed), { mtime: new Date(1980, 0, 1) }));
}

function manifestOf(id: string, title: string): string {
  const name = `two-layers-${id}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${escaped(name)}" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="all">
    <organization identifier="all">
      <title>${escaped(title)}</title>
      <item identifier="item" identifierref="page" isvisible="true">
        <title>${escaped(title)}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="page" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/>
      <file href="page.js"/>
      <file href="scorm.js"/>
    </resource>
  </resources>
</manifest>
`;
}

function pageOf(title: string, address: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escaped(title)}</title>
  </head>
  <body style="margin: 0">
    <p id="said" role="status" style="margin: 0; padding: 0.5rem; font: 0.9rem/1.4 sans-serif"></p>
    <iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="900" allow="" style="border: 0"></iframe>
    <script src="scorm.js"></script>
    <script src="page.js"></script>
  </body>
</html>
`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
