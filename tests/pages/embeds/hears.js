// Of a page around: keeps what its frame says, and gives the frame its height.
/** @type {unknown[]} */
const heard = [];
addEventListener("message", ({ source, data }) => {
  if (data?.from !== "two-layers") return;
  heard.push(data);
  if (data.kind !== "size") return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source) frame.height = data.height;
});
Object.assign(window, {
  heard,
  say: (/** @type {unknown} */ message) => window.frames[0]?.postMessage(message, "*"),
});
