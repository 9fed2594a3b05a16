import { expect, test } from 'vitest';
import { readKey, readToken } from '../../../../lib/core/feeds/field-readers';

test.each([
  'curl https://api.olie.ai -H "Authorization: Bearer x"',
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
