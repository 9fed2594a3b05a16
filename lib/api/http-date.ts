/** The three forms of RFC 9110, 5.6.7. Of a header that came twice, which browsers join, the first value counts. */
const FORM = /^[a-z]{3,9},? [\w -]+ [\d:]{8} (GMT|\d{4})(?=, |$)/i;

/**
 * Reads the date of a header. Not by `Date.parse` alone: that takes "1" and "2026" for dates, too.
 * @returns epoch milliseconds, or NaN
 */
export function readHttpDate(text: string): number {
  const [date] = FORM.exec(text) ?? [];
  // The form that ends with a year has no zone, and means UTC.
  return date ? Date.parse(date.replace(/\d$/, '$& GMT')) : NaN;
}
