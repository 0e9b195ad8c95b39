// The code that puts a figure into another page: one frame, whatever is in its title and address.
import { parseHTML } from "linkedom";
import { expect, it } from "vitest";
import { embedCode } from "../../components/live/embedCode.ts";

it("is one frame with a title, an address and a height, and a script of few lines", () => {
  const address = "https://example.org/embed/a/b/?one=1&points=0,1";
  const title = `The "first" <b> & more`;
  const { frame, script } = embedCode(address, title, 480);
  const { document } = parseHTML(`<!doctype html><html><body>${frame}</body></html>`);
  expect(document.body.children.length).toBe(1);
  const attributes = Object.fromEntries(
    Array.from(document.querySelector("iframe")?.attributes ?? [], ({ name, value }) => [name, value]),
  );
  expect(attributes).toMatchObject({ src: address, title, height: "480", loading: "lazy", allow: "" });
  expect(script.split("\n").length).toBeLessThanOrEqual(7);
});
