const CLOCK = /^(\d{1,3})(?::|h)([0-5]\d)$/i;
const DECIMAL = /^(\d{1,3}(?:[.,]\d{1,4})?) ?h?$/i;

/**
 * Hours as people write them: "8", "7:30", "7h30", "7.5", "7,5 h".
 * @returns whole seconds; null for an empty text, NaN for any other
 */
export function readHours(text: string): number | null {
  const written = text.trim();
  if (written === '') return null;
  const [, hours, minutes] = CLOCK.exec(written) ?? [];
  if (hours !== undefined) return Number(hours) * 3600 + Number(minutes) * 60;
  const [, decimal = 'none'] = DECIMAL.exec(written) ?? [];
  return Math.round(Number(decimal.replace(',', '.')) * 3600);
}
