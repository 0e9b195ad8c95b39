// Adds to package-lock.json the optional packages of other platforms that the registry here does not carry, so
// that `npm ci` finds the lock file complete everywhere. Run it in the project after every `npm i`.
import { readFileSync, writeFileSync } from "node:fs";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const all = lock.packages;
const added = [];
for (const [path, pkg] of Object.entries(all)) {
  for (const [name, spec] of Object.entries(pkg.optionalDependencies ?? {})) {
    let at = path;
    let found = false;
    for (;;) {
      if (all[`${at ? `${at}/` : ""}node_modules/${name}`]) {
        found = true;
        break;
      }
      if (!at) break;
      at = at.replace(/\/?(node_modules\/(@[^/]+\/)?[^/]+)$/, "");
    }
    if (found) continue;
    const words = name.split(/[/-]/);
    const os = words.find((w) =>
      /^(android|darwin|linux|win32|freebsd|netbsd|openbsd|sunos|aix|openharmony)/.test(w),
    );
    const cpu = words.find((w) =>
      /^(x64|arm64|arm|ia32|ppc64|riscv64|s390x|wasm32|loong64|mips64el)$/.test(w),
    );
    const libc = words.find((w) => /^(gnu|gnueabihf|musl|musleabihf)$/.test(w));
    if (!/^\d+\.\d+\.\d+/.test(spec) || (!cpu && !os)) {
      console.log("cannot place", name, spec, "of", path);
      continue;
    }
    all[`node_modules/${name}`] = {
      version: spec,
      ...(cpu ? { cpu: [cpu] } : {}),
      dev: true,
      ...(os === "linux" && libc ? { libc: [libc.startsWith("musl") ? "musl" : "glibc"] } : {}),
      ...(pkg.license ? { license: pkg.license } : {}),
      optional: true,
      ...(os ? { os: [os] } : {}),
    };
    added.push(`${name}@${spec}`);
  }
}
lock.packages = Object.fromEntries(Object.entries(all).sort(([a], [b]) => a.localeCompare(b, "en")));
if (added.length) writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length ? `added ${added.join(", ")}` : "complete");
