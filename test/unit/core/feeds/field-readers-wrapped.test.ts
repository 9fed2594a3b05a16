import { describe, expect, test } from 'vitest';
import { isPlaceholder } from '../../../../lib/core/feeds/copied-text';
import {
  readAddress,
  readExecutionId,
  readKey,
  readToken,
} from '../../../../lib/core/feeds/field-readers';
import { pastedFields } from '../../../../lib/core/feeds/pasted-fields';
import { onlyTokenIn, tokensIn } from '../../../../lib/core/feeds/token-shape';
import { OLIE_OWN_PATH } from '../../../../lib/core/olie/olie';

const ID = 'a14afcbd-38b1-4b97-8950-02c09547611a';
const TOKEN = '12|aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcd';
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P';

describe('a token that is known by its shape is taken without the words around it', () => {
  test.each([
    `${TOKEN}.`,
    `${TOKEN}, por favor.`,
    `${TOKEN} # prod`,
    `${TOKEN} (expira em 30 dias)`,
    `Seu token é: ${TOKEN}`,
    `Chave – ${TOKEN}`,
    `- ${TOKEN}`,
    `(${TOKEN})`,
    `**${TOKEN}**`,
    `Token ${TOKEN}`,
    `Authorization Bearer ${TOKEN}`,
    `--token ${TOKEN}`,
    TOKEN.replace('|', '\\|'),
    TOKEN.replace('|', '%7C'),
    ...[`Bearer%20${TOKEN}`, `%22${TOKEN}%22`, `token%3D${encodeURIComponent(TOKEN)}`],
    `🔑 ${TOKEN}`,
    `<${TOKEN}>`,
  ])('%s', (text) => {
    expect(readToken(text)).toEqual({ ok: true, value: TOKEN });
    expect(readKey(text)).toEqual({ ok: true, value: TOKEN });
  });

  test('behind its scheme, in the brackets of a placeholder, or in an address', () => {
    expect(readToken(`Bearer {${TOKEN}}`)).toEqual({ ok: true, value: TOKEN });
    expect(readToken('Bearer%20abc_1')).toEqual({ ok: true, value: 'abc_1' });
  });

  test('also if it is a JWT', () => {
    expect(readToken(`Token: ${JWT}.`)).toEqual({ ok: true, value: JWT });
    expect(onlyTokenIn(`${JWT} ${JWT}`)).toBe(JWT);
  });

  test.each([
    [`${TOKEN} 13|${TOKEN.slice(3)}`, 2],
    [`${TOKEN}|jq`, 0],
    [`${TOKEN}-more`, 0],
    [`x${TOKEN}`, 0],
    ['12|aBcd', 0],
    ['eyJhbGciOiJIUzI1NiJ9', 0],
    [`${TOKEN.slice(3)}`, 0],
  ])('%s has none that is known alone', (text, count) => {
    expect(tokensIn(text)).toHaveLength(count);
    expect(onlyTokenIn(text)).toBeNull();
  });
});

describe('a token that a line has cut in two is taken whole, or not at all', () => {
  const whole = `12|${'aBcDeFgHiJ'.repeat(4)}`;
  const withChecksum = `${whole}0a1b2c3d`;
  test.each([whole, withChecksum, TOKEN])('%s', (token) => {
    for (let at = 4; at < token.length; at += 1) {
      for (const gap of ['\n', '\r\n    ', '\n> ', ' ']) {
        const cut = token.slice(0, at) + gap + token.slice(at);
        expect(tokensIn(`Token: ${cut}\n`)).toEqual([token]);
      }
    }
  });

  test.each(['obrigado', 'Maria', '77', '20260313', ID, 'abcdefgh ijkl', '0a1b2c3d-4e5f'])(
    'the next line %s is no part of it',
    (next) => {
      expect(tokensIn(`${whole}\n${next}`)).toEqual([whole]);
    },
  );
});

test('another value that a line has cut is put together, as a field of one line does it', () => {
  const wrapped = (text: string) => pastedFields({ executionId: text })?.values.executionId;
  for (const at of [19, 20]) {
    expect(wrapped(`${ID.slice(0, at)}\r\n  ${ID.slice(at)}`)).toBe(ID);
  }
  expect(wrapped(`${ID}\nX-Other: a`)).toBe(`${ID}\nX-Other: a`);
});

describe("a value between a placeholder's brackets is the user's own", () => {
  test.each([
    `<${TOKEN}>`,
    `{${ID}}`,
    `[${JWT}]`,
    '‹ct_9f8e7d6c5b4a3928›',
    `{{zk_12345678901234}}`,
  ])('%s', (text) => {
    expect(isPlaceholder(text)).toBe(false);
    expect(pastedFields({ token: text })?.values.token).toBe(text.replace(/[<>{}[\]‹›]/g, ''));
  });

  test.each([
    '<token>',
    '{project_execution_id}',
    '<your-token-1>',
    '[a-very-long-name-of-a-token]',
  ])('but %s is none', (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });

  test('also if it is an id', () => {
    expect(readExecutionId(`{${ID}}`)).toEqual({ ok: true, value: ID });
  });
});

describe('a token is refused where something else belongs', () => {
  test.each([TOKEN, ` ${TOKEN}\n`, JWT, `Bearer ${TOKEN}`])('as an id: %s', (text) => {
    expect(readExecutionId(text)).toEqual({ ok: false, error: 'tokenElsewhere' });
  });

  test.each([TOKEN, JWT])('as an address: %s', (text) => {
    expect(readAddress(text, OLIE_OWN_PATH)).toEqual({ ok: false, error: 'tokenElsewhere' });
  });
});

test.each(['\u2010', '\u2011', '\u2013', '\u2212'])(
  'an id with the hyphens of a text processor is the id: %j',
  (hyphen) => {
    expect(readExecutionId(ID.replaceAll('-', hyphen))).toEqual({ ok: true, value: ID });
  },
);

test.each([
  'URL: https://api.olie.ai',
  'Endereço: api.olie.ai',
  'baseUrl:https://api.olie.ai',
  'Base URL :  api.olie.ai',
  'base_url: "https://api.olie.ai"',
  '"url" : "https://api.olie.ai",',
  'OLIE_API_URL=https://api.olie.ai',
  "export OLIE_API_URL='api.olie.ai'",
  '$env:OLIE_URL = "https://api.olie.ai"',
  'api.olie.ai./api',
  'https://api.olie.ai...',
  '<https://api.olie.ai>',
  '(https://api.olie.ai)',
  '[Olie](https://api.olie.ai)',
])('an address is taken without what stands around it: %s', (text) => {
  expect(readAddress(text, OLIE_OWN_PATH)).toEqual({ ok: true, value: 'https://api.olie.ai' });
});

test("this machine's name is taken without a dot behind it", () => {
  const local = { ok: true, value: 'http://localhost:3000' };
  expect(readAddress('http://localhost.:3000', OLIE_OWN_PATH)).toEqual(local);
});

test.each([
  ['github: https://api.github.com/user', 'addressNotHttps'],
  ['ftp:x.test', 'addressNotHttps'],
  ['javascript:alert.x/', 'addressNotHttps'],
  ['<https://olie.empresa.com.br>/x', 'addressUnreadable'],
  ['localhosts', 'addressUnreadable'],
  [`https://olie.empresa.com.br/${'x'.repeat(2_000)}`, 'addressUnreadable'],
  [`https://olie.empresa.com.br/api\nToken: ${TOKEN}`, 'tokenElsewhere'],
  [`URL: https://olie.empresa.com.br/api\nToken: ${TOKEN}`, 'tokenElsewhere'],
])('%j is no address: %s', (text, error) => {
  expect(readAddress(text, OLIE_OWN_PATH)).toEqual({ ok: false, error });
});

test.each([
  ['https://intranet-http/t', 'https://intranet-http/t'],
  ['https://https.empresa.com', 'https://https.empresa.com'],
  ['https://olie.empresa.com/v1./x', 'https://olie.empresa.com/v1./x'],
  ['https://olie.empresa.com/(v2)', 'https://olie.empresa.com/(v2)'],
  ['https://olie.empresa.com/<tenant>', 'https://olie.empresa.com/%3Ctenant%3E'],
])('what belongs to an address stays: %s', (text, value) => {
  expect(readAddress(text, OLIE_OWN_PATH)).toEqual({ ok: true, value });
});

test.each([`ws_1:${JWT}`, `${JWT}:sig`, `${JWT}#1`])(
  'a key with more of its own stays whole: %s',
  (text) => {
    expect(readKey(text)).toEqual({ ok: true, value: text });
  },
);
