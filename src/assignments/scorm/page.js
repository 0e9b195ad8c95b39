// Of a SCORM 1.2 package, taken along as it is: tells the course site that the assignment in the frame was begun, and that it is
// done once a file with all of its tasks was saved. No score is told. Without a course site that listens, the frame works alike.
(() => {
  /**
   * @typedef {{ configure(options: object): void, initialize(): boolean, terminate(): boolean, commit(): boolean,
   *   get(name: string): string, set(name: string, value: string): boolean }} Runtime
   */
  const { scorm } = /** @type {{ course: { scorm: Runtime } }} */ (/** @type {unknown} */ (window)).course;
  const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe"));
  const said = /** @type {HTMLElement} */ (document.querySelector("#said"));
  const STATUS = "cmi.core.lesson_status";

  /** Whether a course site listens. One of another origin refuses even to be asked. */
  function begin() {
    try {
      scorm.configure({ version: "1.2" });
      return scorm.initialize();
    } catch {
      return false;
    }
  }

  /** @param {string} status */
  function tell(status) {
    scorm.set(STATUS, status);
    scorm.commit();
  }

  const isHeard = begin();
  const isDone = () => ["completed", "passed"].includes(scorm.get(STATUS));
  if (isHeard && !isDone()) tell("incomplete");
  said.textContent = isHeard
    ? "This course site is told when a file with all tasks was saved. It is told no points: hand the file in."
    : "This course site does not listen: it is not told when you are done. Hand in your file.";

  addEventListener("message", ({ source, origin, data }) => {
    const isOfFrame = source === frame.contentWindow && origin === new URL(frame.src).origin;
    if (!isOfFrame || data?.from !== "two-layers") return;
    if (data.kind === "size") frame.height = data.height;
    if (data.kind !== "saved" || !(data.of > 0) || data.done !== data.of || !isHeard) return;
    if (!isDone()) tell("completed");
    said.textContent = "This course site knows that you are done. Hand in the file that you saved.";
  });
  addEventListener("pagehide", () => {
    if (isHeard) scorm.terminate();
  });
})();
