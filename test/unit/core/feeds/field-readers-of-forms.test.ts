import { describe, expect, test } from 'vitest';
import {
  checkFields,
  fieldSchema,
  isInPolicy,
  readAddress,
  readExecutionId,
  readSecret,
  readToken,
} from '../../../../lib/core/feeds/field-readers';
import { OLIE_OWN_PATH } from '../../../../lib/core/olie/olie';
import * as z from '../../../../lib/core/zod';

const OLIE = 'https://api.olie.ai';

describe('a secret', () => {
  const saved = { address: `${OLIE}/v2`, secret: 'saved' };
  const read = (text: string, address: string) =>
    readSecret(text, readAddress(address, OLIE_OWN_PATH), saved);

  test('that is typed is taken, whatever is saved', () => {
    expect(read('1|abc', OLIE)).toEqual({ ok: true, value: '1|abc' });
    expect(read('1|abc', 'https://evil.test')).toEqual({ ok: true, value: '1|abc' });
    const first = readSecret('Bearer 1|abc', readAddress(OLIE, OLIE_OWN_PATH), null);
    expect(first).toEqual({ ok: true, value: '1|abc' });
  });

  test.each(['', ' ', '\n'])('that is not typed (%j) is kept for the same origin', (text) => {
    for (const address of [OLIE, `${OLIE}/tenant`, `${OLIE}:443`]) {
      expect(read(text, address), address).toEqual({ ok: true, value: 'saved' });
    }
  });

  test.each([
    'https://api.olie.ai:8443',
    'http://localhost',
    'https://olie.ai',
    'https://tenant.api.olie.ai',
    'https://other.test',
    'https://api.olie.ai.evil.test',
  ])('that is saved never goes to another origin: %s', (address) => {
    expect(read('', address)).toEqual({ ok: false, error: 'tokenMissingForAddress' });
  });

  test('is missing where none is typed, and none is saved', () => {
    const missing = { ok: false, error: 'tokenMissing' };
    expect(readSecret('', readAddress(OLIE, OLIE_OWN_PATH), null)).toEqual(missing);
    // Where the address cannot be read, it is said there.
    expect(read('', 'olie')).toEqual(missing);
  });

  test('that cannot be sent is refused, also where one is saved', () => {
    expect(read('a\nb', OLIE)).toEqual({ ok: false, error: 'tokenCharacters' });
  });
});

describe('all fields together', () => {
  const check = (address: string, token: string, executionId: string) =>
    checkFields({
      address: readAddress(address, OLIE_OWN_PATH),
      token: readToken(token),
      executionId: readExecutionId(executionId),
    });

  test('are taken with all their values', () => {
    const values = { address: OLIE, token: '1|abc', executionId: '7' };
    expect(check(` ${OLIE}/`, 'Bearer 1|abc', '7')).toEqual({ ok: true, values });
  });

  test('say what is wrong at each field where it is', () => {
    expect(check('x', 'a\nb', '')).toEqual({
      ok: false,
      errors: {
        address: 'addressUnreadable',
        token: 'tokenCharacters',
        executionId: 'executionIdMissing',
      },
    });
  });

  test.each([
    { fields: ['x', '1|abc', '7'], errors: { address: 'addressUnreadable' } },
    { fields: [OLIE, '', '7'], errors: { token: 'tokenMissing' } },
    { fields: [OLIE, '1|abc', '..'], errors: { executionId: 'executionIdCharacters' } },
  ])(
    'and are refused where one is wrong: $errors',
    ({ fields: [address = '', token = '', id = ''], errors }) => {
      expect(check(address, token, id)).toEqual({ ok: false, errors });
    },
  );
});

test.each([
  ['https://api.olie.ai', true],
  ['http://localhost:8000', true],
  ['https://[::1]:8000', true],
  ['https://x.test/http://[::1]', true],
  ['http://[::1]:8000', false],
  ['HTTP://[::1]', false],
])('a security policy can admit %s: %s', (address, isAdmitted) => {
  expect(isInPolicy(address)).toBe(isAdmitted);
});

test('a stored field is read as its form reads it, and refused in the words of the form', () => {
  const schema = fieldSchema(readExecutionId);
  expect(z.safeParse(schema, ' 7 ').data).toBe('7');
  expect(z.safeParse(schema, 'a/b').error?.issues).toMatchObject([
    { code: 'custom', message: 'executionIdCharacters' },
  ]);
  expect(z.safeParse(schema, 7).success).toBe(false);
});
