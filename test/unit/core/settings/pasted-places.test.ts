import { describe, expect, test } from 'vitest';
import { asTyped, isPlaceholder } from '../../../../lib/core/feeds/copied-text';
import { readAddress } from '../../../../lib/core/feeds/field-readers';
import { OLIE_OWN_PATH, OLIE_PATH } from '../../../../lib/core/olie/olie';
import { readPastedRequest } from '../../../../lib/core/settings/pasted-request';
import { computedMs } from '../../../support/examples/computed-ms';

const ID = 'a14afcbd-38b1-4b97-8950-02c09547611a';
const PATH = `/api/management/project-executions/${ID}`;
const URL = `https://api.olie.ai${PATH}`;
const placeOf = (text: string) => {
  const { address = null, executionId = null } = readPastedRequest(text, OLIE_PATH) ?? {};
  return { address, executionId };
};

describe('what the request goes through or comes from is not what it asks for', () => {
  test.each([
    `X-Forwarded-Host: app.empresa.com\nGET ${PATH} HTTP/1.1\nHost: api.olie.ai`,
    `Referer: https://evil.test/project-executions/zzz\nGET ${PATH} HTTP/1.1\nHost: api.olie.ai`,
    `{"referer":"https://evil.test/project-executions/zzz","url":"${URL}"}`,
    `proxies={"https":"https://proxy.test/project-executions/zzz"}\nrequests.get("${URL}", proxies=proxies)`,
  ])('%s', (text) => {
    expect(placeOf(text)).toEqual({ address: 'https://api.olie.ai', executionId: ID });
  });

  test.each([
    `axios.get('${PATH}', {proxy: {host: 'proxy.empresa.com', port: 8080}})`,
    `connect({host: "db.empresa.com"}); api({host: "api.olie.ai", path: "${PATH}"})`,
  ])('nobody knows where: %s', (text) => {
    expect(placeOf(text).address).toBeNull();
  });
});

test('this computer is asked over HTTP', () => {
  const { address } = placeOf(`GET ${PATH} HTTP/1.1\nHost: localhost:3000`);
  expect(address).toBe('http://localhost:3000');
});

describe('what a chat or a document writes around an address is not part of it', () => {
  test.each([
    `<${URL}|execução>`,
    `**${URL}**`,
    `*${URL}*`,
    `~~${URL}~~`,
    `[execução](${URL})`,
    `[${URL}](https://safelinks.test/?url=x)`,
  ])('%s', (text) => {
    expect(placeOf(text)).toEqual({ address: 'https://api.olie.ai', executionId: ID });
  });
});

describe('a link leads to its address, whatever a mail program makes of it', () => {
  const encoded = encodeURIComponent(URL);
  test.each([
    `https://eur01.safelinks.protection.outlook.com/?url=${encoded}&data=05%7C01&reserved=0`,
    `https://www.google.com/url?q=${encoded}&sa=D`,
    `https://urldefense.com/v3/__${URL}__;!!Ab-c$`,
    `${URL}<${URL}>`,
  ])('%s', (link) => {
    expect(placeOf(link)).toEqual({ address: 'https://api.olie.ai', executionId: ID });
    const command = `curl "${link}" -H "Authorization: Bearer 12|aBcd"`;
    expect(readPastedRequest(command, OLIE_PATH)).toEqual({
      ...{ address: 'https://api.olie.ai', executionId: ID },
      token: '12|aBcd',
    });
  });

  test.each(['it%27s', '%22', 'x%0AAuthorization:%20Bearer%20another', '%5C'])(
    'one that would end the text around it stays as it is: %s',
    (words) => {
      const command = `curl '${URL}' -H 'Referer: https://www.google.com/url?q=${words}' -H "Authorization: Bearer 12|aBcd"`;
      expect(readPastedRequest(command, OLIE_PATH)).toEqual({
        ...{ address: 'https://api.olie.ai', executionId: ID },
        token: '12|aBcd',
      });
      const link = `https://www.google.com/url?q=${words}`;
      expect(asTyped(link)).toBe(link);
    },
  );

  test('half of one stays as it is', () => {
    const half = 'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa%C3';
    expect(placeOf(half)).toEqual({ address: null, executionId: null });
  });
});

test.each([
  `<${URL}>`,
  `<${URL}|execução>`,
  `[${URL}](${URL})`,
  `[${URL.slice(0, 30)}…](${URL})`,
  `[execução](${URL})`,
  `"${URL}"<${URL}>`,
  URL.slice('https://'.length),
])('a command asks %s', (link) => {
  expect(placeOf(`curl ${link} -s`)).toEqual({ address: 'https://api.olie.ai', executionId: ID });
});

test.each([
  'https://api.olie.ai./',
  'https://api.olie.ai.',
  'https://api.olie.ai./api/management/',
])('%s is the address without the dot', (text) => {
  expect(readAddress(text, OLIE_OWN_PATH)).toEqual({ ok: true, value: 'https://api.olie.ai' });
});

test('no address is so long, and to say so takes no time', () => {
  const startedMs = computedMs();
  for (const part of ['/', '.', '\\']) {
    const text = `https://a.test${part.repeat(60_000)}x`;
    expect(readAddress(text, OLIE_OWN_PATH)).toEqual({ ok: false, error: 'addressUnreadable' });
  }
  expect(computedMs() - startedMs).toBeLessThan(500);
});

test.each(['meu-token', 'minha_chave', 'exemplo', 'REDACTED'])('%s is a placeholder', (text) => {
  expect(isPlaceholder(text)).toBe(true);
});
