import { expect, test } from 'vitest';
import {
  readExecutionId,
  readKey,
  readSavedId,
  readToken,
} from '../../../../lib/core/feeds/field-readers';

test.each([
  'curl https://api.olie.ai -H "Authorization: Bearer x"',
  'curl api.olie.ai',
  '$curl api.olie.ai',
  '$  curl.exe api.olie.ai',
  '$ curl https://api.olie.ai',
  '$curl https://api.olie.ai',
  '$  curl https://api.olie.ai',
  'curl.exe "https://api.olie.ai"',
  'https://api.b3os.org/v1/public/executions/e?token=x',
  'http://localhost/x',
  'wget https://api.olie.ai --header x',
  'http GET https://api.olie.ai',
  "fetch('https://api.olie.ai')",
  'GET /api/management HTTP/1.1',
  'https:\\/\\/api.olie.ai\\/api',
])('a whole command or address is no token and no key: %s', (text) => {
  expect(readToken(text)).toEqual({ ok: false, error: 'tokenIsRequest' });
  expect(readKey(text)).toEqual({ ok: false, error: 'tokenIsRequest' });
});

test.each([
  ...['Senha: zk_7', 'Minha chave: zk_7', 'password: zk_7', '-H "Authorization: zk_7"'],
  ...['?token=zk_7', 'ZAIA_SECRET=zk_7', 'zaia.api.key=zk_7', 'set "ZAIA_KEY=zk_7"'],
  ...['zk_7 id :7', '"zk_7" , "x"', '--token zk_7', '-a zk_7', '-Token "zk_7"'],
])('a key with a name that no field has is not saved together with it: %s', (text) => {
  expect(readKey(text)).toEqual({ ok: false, error: 'tokenIsRequest' });
});

test.each(['.zk_7', '--zk_7', '-zk-7=', 'zk:7', 'bW9u=', 'bW9uIGE==', 'a b'])(
  'a key of any shape is taken: %s',
  (text) => {
    expect(readKey(text)).toEqual({ ok: true, value: text });
  },
);

test.each([
  ['**7**', '7'],
  ['((7)),', '7'],
  ['a(b)c', 'a(b)c'],
  ['a,b', 'a,b'],
  ['7](x', '7](x'],
])('of %s the id is %s', (text, value) => {
  expect(readExecutionId(text)).toEqual({ ok: true, value });
});

test('an id that an answer names is taken without the blanks around it', () => {
  expect(readSavedId(' 7\n')).toEqual({ ok: true, value: '7' });
});
