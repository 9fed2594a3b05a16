import { describe, expect, test } from 'vitest';
import { withDirectLinks, withPlainLinks } from '../../../../lib/core/feeds/copied-links';

const OLIE = 'https://api.olie.ai/x/7?a=1';
const ENCODED = encodeURIComponent(OLIE);

describe('a link through a page that checks or counts it leads straight to its address', () => {
  test.each([
    ['Outlook', `https://nam02.safelinks.protection.outlook.com/?url=${ENCODED}&data=05%7C02`],
    [
      'Outlook, below a path',
      `https://eur-1.safelinks.protection.outlook.com/ap/w-59/?url=${ENCODED}`,
    ],
    ['Google', `https://www.google.com/url?q=${ENCODED}&source=gmail`],
    ['Google, with nothing behind it', `https://www.google.com/url?q=${ENCODED}`],
    ['Proofpoint', `https://urldefense.com/v3/__${OLIE}__;!!AbC-12$`],
    ['Proofpoint, without https', `https://urldefense.com/v3/__http://a.test/b__;JQ!!x`],
  ])('%s', (name, link) => {
    const address = name.endsWith('without https') ? 'http://a.test/b' : OLIE;
    expect(withDirectLinks(link)).toBe(address);
    // Two of them, and the quotes around them stay.
    expect(withDirectLinks(`curl '${link}' "${link}" -v`)).toBe(
      `curl '${address}' "${address}" -v`,
    );
  });

  test('one that is cut within a character stays, as does any other link', () => {
    const cut = 'https://www.google.com/url?q=https%3A%2F%2Fa.test%2F%E2%82';
    const others =
      'https://www.google.com/search?q=x https://outlook.com/?url=y https://api.olie.ai';
    expect(withDirectLinks(cut)).toBe(cut);
    expect(withDirectLinks(others)).toBe(others);
  });
});

test.each([
  ["Markdown's", `[${OLIE}](${OLIE})`],
  ["Markdown's, whose text a chat has cut", `[https://api.olie.ai/x…](${OLIE})`],
  ["Markdown's, cut with dots", `[https://api.olie.ai/x...](${OLIE})`],
  ["Markdown's, without an address as its text", `[here](${OLIE})`],
  ["Markdown's, with a word before that", `[Olie:https://api.olie.ai](${OLIE})`],
  ["a mail program's, with its own address behind it", `${OLIE}<https://api.olie.ai/tracked>`],
  ['in brackets', `<${OLIE}>`],
  ["a chat's, with a text", `<${OLIE}|the timer of Ana>`],
])('an address stands as it was typed: %s', (_, link) => {
  const command = `curl ${link} -H 'a: b'`;
  expect(withPlainLinks(command)).toBe(`curl ${OLIE} -H 'a: b'`);
  // On this machine, services are asked over http.
  const local = (text: string) => text.replaceAll('https://api.olie.ai', 'http://localhost:3000');
  expect(withPlainLinks(local(command))).toBe(local(`curl ${OLIE} -H 'a: b'`));
});

test("of Markdown's link, the address that is seen counts", () => {
  expect(withPlainLinks('[http://a.test/b](https://c.test/d)')).toBe('http://a.test/b');
});

test.each(["-d '[1](2)'", "-H 'x: <y>'", 'a <b> c', '[a b](c)'])(
  'what is no link stays: %s',
  (text) => {
    expect(withPlainLinks(text)).toBe(text);
  },
);
