/** A day as pages write it: "27 November 2026". */
export function longDate(day: Date | string): string {
  return new Date(day).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}
