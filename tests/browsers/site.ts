// A copy of the built site in which each page keeps, in `window.complaints`, what its console is told of errors: WebKit's driver
// has no console, and counts what its workers are asked and answer. A script before everything else does it, ahead of the page's policy. Beside it is a page with a frame.
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listen } from "../../src/cli/bootstrap/serve.mjs";
import { unusedPort } from "../engines/processes.ts";
import { built } from "../pages/built.ts";

const LISTENS = `<script>
window.complaints = [];
{
  const { error } = console;
  console.error = (...said) => { complaints.push(said.join(" ")); error.apply(console, said); };
  // A module that is only announced may be given up again.
  addEventListener("error", ({ message, target }) => {
    if (target.rel !== "modulepreload") complaints.push(message || "not loaded: " + (target.src || target.href));
  }, true);
  addEventListener("unhandledrejection", ({ reason }) => complaints.push(String(reason)));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
    complaints.push(violatedDirective + " refuses " + blockedURI));
  // How many reports of runs were asked for, and came.
  window.reports = { asked: 0, came: 0 };
  window.Worker = class extends Worker {
    constructor(...words) {
      super(...words);
      this.addEventListener("message", ({ data }) => { if (data.to === "next") reports.came++; });
    }
    postMessage(message, ...words) {
      if (message.kind === "next") reports.asked++;
      super.postMessage(message, ...words);
    }
  };
}
</script>`;

/** Keeps what a figure in its frame says of its result. */
const AROUND = `<!doctype html>
<title>A figure in a frame</title>
<iframe title="A figure" width="800" height="900"></iframe>
<script>
  window.heard = [];
  addEventListener("message", ({ data }) => { if (data?.from === "two-layers") heard.push(data); });
  document.querySelector("iframe").src = location.hash.slice(1);
</script>`;

/** Serves it. @returns its address with a slash at the end, and how to take everything away again */
export async function openSite(): Promise<{ address: string; close: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), "two-layers-browsers-"));
  cpSync(built.folder, folder, { recursive: true });
  for (const file of globSync("**/*.html", { cwd: folder })) {
    const path = join(folder, file);
    const html = readFileSync(path, "utf8");
    writeFileSync(
      path,
      html.replace(/<head[^>]*>/, (head) => head + LISTENS),
    );
  }
  writeFileSync(join(folder, "around.html"), AROUND);
  const server = await listen({ folder, base: built.base, port: await unusedPort() });
  if ("refused" in server) throw new Error("The port that was free a moment ago is taken.");
  const close = () => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { address: server.address, close };
}
