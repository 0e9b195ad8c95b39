/** What a teacher's link asks for, when grading is to go by it. */
import { assignmentNamed } from "../../catalogue/assignments.ts";
import { type Course, readCourse } from "../course.ts";

/** A link that names no assignment, or asks for what does not fit; the message is a sentence. */
export class LinkError extends Error {
  override readonly name = "LinkError";
}

/** @throws LinkError */
export function courseOfLink(link: string): Course | null {
  // The site may be anywhere: of an address only its end and its query count.
  const url = URL.parse(link.trim(), "https://site.invalid/");
  const assignment = url && assignmentNamed(url.pathname.split("/").filter(Boolean).at(-1) ?? "");
  if (!url || !assignment)
    throw new LinkError(
      "The link must be the whole address of an assignment, as students were given it: https://…/assignments/…/?tasks=…",
    );
  const { course, refused } = readCourse(url.search, assignment);
  if (refused.length > 0) throw new LinkError(refused.join(" "));
  return course;
}
