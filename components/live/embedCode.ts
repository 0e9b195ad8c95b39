/** The code that puts a figure or a claim into another page, to copy. */

/** The frame, and the script that gives it the height it asks for, which may be left out. */
export function embedCode(address: string, title: string, height: number) {
  return {
    frame: `<iframe src="${quoted(address)}" title="${quoted(title)}" width="100%" height="${height}" loading="lazy" allow="" style="border: 0"></iframe>`,
    script: `<script>
  addEventListener("message", ({ source, data }) => {
    if (data?.from !== "two-layers" || data.kind !== "size") return;
    for (const frame of document.querySelectorAll("iframe"))
      if (frame.contentWindow === source) frame.height = data.height;
  });
</script>`,
  };
}

function quoted(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
