import type { Asked } from './asked-addresses';

/** The rest of a request's first line, and whole headers up to the name of one. `curl -v` writes `> ` before each. */
const HEAD = /^[^\r\n]*(?:\r?\n[> \t]*[\w-]+:[^\r\n]*)*\r?\n[> \t]*[\w-]*$/;

/** PowerShell writes headers before the request that they are for: `$headers.Add("Authorization"`, `$headers = @{`. */
const BEFOREHAND = /\$\w+(?:(?:\.Add\(|\[)[^\r\n]*|\s*=\s*@\{[^}]*)$/;
/** Its commands that ask, before the address. Elsewhere an address may be in a variable, and its headers below. */
const POWERSHELL = /\b(?:irm|iwr|Invoke-\w+)\b[^\r\n]*$/i;
/** How far back the text is looked at, in characters. */
const LONGEST = 500;

/**
 * The request that a header at that place belongs to: the raw request above, if only headers stand between; the request
 * after PowerShell's list of headers; else the nearest one.
 * @param asked in any order
 */
export function askedWith(text: string, asked: Asked[], at: number): Asked | undefined {
  const before = asked.filter((one) => one.at < at);
  const above = nearest(before, at);
  const isInHead = above && HEAD.test(text.slice(above.at + above.url.length, at));
  if (isInHead) return above;
  const endOf = (end: number) => text.slice(Math.max(0, end - LONGEST), end);
  const isOver = above === undefined || POWERSHELL.test(endOf(above.at));
  const isBeforehand = isOver && BEFOREHAND.test(endOf(at));
  const after = asked.filter((one) => one.at > at);
  return (isBeforehand && nearest(after, at)) || nearest(asked, at);
}

/** The nearest one; of two at the same distance the first. */
function nearest(asked: Asked[], at: number): Asked | undefined {
  const distance = (one: Asked) =>
    at < one.at ? one.at - at : Math.max(0, at - one.at - one.url.length);
  let next = asked[0];
  for (const one of asked) if (next && distance(one) < distance(next)) next = one;
  return next;
}
