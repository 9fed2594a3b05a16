/**
 * The cells of a sheet, by RFC 4180 to the letter: each line ends with CRLF; a cell with a separator, a quote or a line break
 * stands in quotes; quotes within it are doubled.
 * @throws if the text is anything else
 */
export function readCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { cell, endsAt } = text[at] === '"' ? quoted(text, at) : plain(text, at, separator);
    row.push(cell);
    if (text[endsAt] === separator) {
      at = endsAt + 1;
    } else if (text.startsWith('\r\n', endsAt)) {
      rows.push(row);
      row = [];
      at = endsAt + 2;
    } else {
      throw new Error(`Neither a separator nor CRLF at ${endsAt}: ${text.slice(endsAt)}`);
    }
  }
  if (row.length > 0) throw new Error('The last line does not end');
  return rows;
}

function quoted(text: string, from: number) {
  let cell = '';
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') {
      cell += text[at];
    } else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else {
      return { cell, endsAt: at + 1 };
    }
  }
  throw new Error('A quote that does not end');
}

function plain(text: string, from: number, separator: string) {
  let endsAt = from;
  while (endsAt < text.length && text[endsAt] !== separator && text[endsAt] !== '\r') {
    if (text[endsAt] === '"' || text[endsAt] === '\n') throw new Error(`Not in quotes: ${endsAt}`);
    endsAt += 1;
  }
  return { cell: text.slice(from, endsAt), endsAt };
}
