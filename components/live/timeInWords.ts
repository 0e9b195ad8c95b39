/** Seconds as people say them: "a second", "40 s", "3 min". */
export function timeInWords(seconds: number): string {
  if (seconds < 1) return "a second";
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`;
}
