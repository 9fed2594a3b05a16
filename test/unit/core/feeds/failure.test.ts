import { expect, test } from 'vitest';
import {
  FAILURE_KINDS,
  FAILURE_TEXTS,
  failure,
  failureSchema,
  isForUser,
} from '../../../../lib/core/feeds/failure';
import { safeParse } from '../../../../lib/core/schema';
import en from '../../../../locales/en.json' with { type: 'json' };

test('only a permission, a refused token and an unknown id wait for the user', () => {
  const waiting = FAILURE_KINDS.filter((kind) => isForUser(failure(kind)));
  expect(waiting).toEqual(['permission', 'token-refused', 'unknown-id']);
});

test('every kind has a text of its own', () => {
  const texts = FAILURE_KINDS.map((kind) => en[FAILURE_TEXTS[kind].text]);
  expect(texts).not.toContain(undefined);
  expect(new Set(texts).size).toBe(FAILURE_KINDS.length);
});

test('a failure survives storage', () => {
  const full = failure('too-many-requests', 'Slow down', 30);
  expect(safeParse(failureSchema, JSON.parse(JSON.stringify(full))).data).toEqual(full);
  expect(safeParse(failureSchema, { ...full, kind: 'new-kind' }).success).toBe(false);
});
