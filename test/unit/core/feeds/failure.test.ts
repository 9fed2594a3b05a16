import { expect, test } from 'vitest';
import {
  FAILURE_FIELDS,
  FAILURE_KINDS,
  FAILURE_TEXTS,
  failure,
  failureSchema,
} from '../../../../lib/core/feeds/failure';
import * as z from '../../../../lib/core/zod';
import en from '../../../../locales/en.json' with { type: 'json' };

test('every kind has a text of its own', () => {
  const texts = FAILURE_KINDS.map((kind) => en[FAILURE_TEXTS[kind].text]);
  expect(texts).not.toContain(undefined);
  expect(new Set(texts).size).toBe(FAILURE_KINDS.length);
});

test('a failure is shown at the field that mends it, or at none', () => {
  expect(FAILURE_FIELDS).toMatchObject({ 'token-refused': 'token', 'unknown-id': 'executionId' });
  const nowhere = Object.entries(FAILURE_FIELDS).filter(([, field]) => field === null);
  expect(nowhere.map(([kind]) => kind)).toEqual([
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
  expect(z.safeParse(failureSchema, { ...full, kind: 'new-kind' }).success).toBe(false);
});
