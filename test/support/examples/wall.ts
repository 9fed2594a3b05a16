const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', {
      ...{ timeZone, hourCycle: 'h23', weekday: 'short', year: 'numeric', month: '2-digit' },
      ...{ day: '2-digit', hour: '2-digit', minute: '2-digit' },
    } as const);
  formats.set(timeZone, format);
  return format;
}

/** The wall clock, by the browser's own arithmetic. `minute` is that of the day. */
export function wall(atMs: number, timeZone: string) {
  const format = formatOf(timeZone);
  const part = Object.fromEntries(
    format.formatToParts(atMs).map(({ type, value }) => [type, value]),
  );
  return {
    date: `${part.year}-${part.month}-${part.day}`,
    isWorkday: !(part.weekday ?? '').startsWith('Su'),
    minute: Number(part.hour) * 60 + Number(part.minute),
  };
}
