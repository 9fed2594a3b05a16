import { expect, test } from 'vitest';
import {
  FAILURE_FIELDS,
  FAILURE_KINDS,
  FAILURE_TEXTS,
  failure,
  failureSchema,
  REMEDIES,
} from '../../../../lib/core/feeds/failure';
import * as z from '../../../../lib/core/zod';
import en from '../../../../locales/en.json' with { type: 'json' };

test('every kind has a text of its own', () => {
  const texts = FAILURE_KINDS.map((kind) => en[FAILURE_TEXTS[kind]]);
  expect(texts).not.toContain(undefined);
  expect(new Set(texts).size).toBe(FAILURE_KINDS.length);
});

test('only the user can allow an address, and mend a token or an id', () => {
  const remedies = FAILURE_KINDS.map((kind) => [kind, REMEDIES[kind]]);
  expect(remedies.filter(([, remedy]) => remedy !== undefined)).toEqual([
    ['permission', 'allow'],
    ['token-refused', 'options'],
    ['unknown-id', 'options'],
  ]);
});

test('a failure is shown at the field that mends it, or at none', () => {
  const shownAt = (field: string | null) =>
    FAILURE_KINDS.filter((kind) => FAILURE_FIELDS[kind] === field);
  expect(shownAt('token')).toEqual(['token-refused']);
  expect(shownAt('executionId')).toEqual(['unknown-id']);
  expect(shownAt('address')).toEqual([
    ...['network', 'timeout', 'intercepted', 'server-error', 'unexpected-answer'],
  ]);
  expect(shownAt(null)).toEqual([
    'permission',
    'offline',
    'too-many-requests',
    'refused',
    'storage',
  ]);
});

test('a failure survives storage', () => {
  const full = failure('too-many-requests', 'Slow down', 30);
  expect(z.safeParse(failureSchema, JSON.parse(JSON.stringify(full))).data).toEqual(full);
  for (const broken of [{ kind: 'new-kind' }, { message: 7 }, { retryAfterS: 'x' }]) {
    expect(z.safeParse(failureSchema, { ...full, ...broken }).success).toBe(false);
  }
});
