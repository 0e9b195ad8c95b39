/** The README of an archive of the site: what is in it, how it is opened, and what works without a server. */
export function readmeOf(claims: number, software: string, commit: string | undefined): string {
  return `TWO LAYERS

Live, checkable companions to papers on how two-layer neural networks train.
Made by ${software}${commit ? ` at commit ${commit}` : ""}. ${claims} claims are in it, each with its record.

site/                    the whole site: pages, scripts, records
site/claims.json         all claims with their verdicts
site/records/            the record of every claim and every figure
site/licences.txt        the notices of the works that the site ships parts of
ro-crate-metadata.json   a description of all of it for programs (RO-Crate 1.1)

HOW TO OPEN IT

Serve the folder site/ with any web server for static files, at the root of its address. For example:

    python3 -m http.server --directory site 8000

Then open http://localhost:8000/. Everything works, without any connection to elsewhere.

WHAT WORKS WITHOUT A SERVER

If you open a page as a file (its address begins with file://), you can read its text and see its pictures, but not
in their colours and typefaces, and a line at its top says how to see the rest: addresses within the site begin at the
root of a server, so that styles, scripts and links are not found. No figure runs and no claim can be checked. The records and claims.json are plain JSON: any
program reads them.

LICENCES

Code: MIT. Prose and records: CC BY 4.0. Images of MNIST: CC BY-SA 3.0. The rest is in site/licences.txt.
`;
}
