import { describe, expect, test } from 'vitest';
import {
  detailReplySchema,
  doneSchema,
  followReplySchema,
  notSavedSchema,
  testReplySchema,
} from '../../../../lib/core/messages/reply';
import * as z from '../../../../lib/core/zod';

const full = { kind: 'storage', message: null, retryAfterS: null };
const later = { kind: 'later', message: null, retryAfterS: null };

const SCHEMAS = {
  done: doneSchema,
  'not saved': notSavedSchema,
  test: testReplySchema,
  detail: detailReplySchema,
  follow: followReplySchema,
};

describe('a reply is read as it was sent', () => {
  test.each([
    { to: 'done', reply: { done: true } },
    { to: 'not saved', reply: { failure: full } },
    { to: 'test', reply: { failure: null, summary: 'Test User, AD-1 awdawd' } },
    { to: 'test', reply: { failure: full, summary: '' } },
    { to: 'detail', reply: { failure: null, data: { runs: [7] } } },
    { to: 'detail', reply: { failure: full, data: null } },
    { to: 'follow', reply: { isDone: true } },
    { to: 'follow', reply: { isDone: false, failure: full } },
  ] as const)('$to: $reply', ({ to, reply }) => {
    expect(z.safeParse(SCHEMAS[to], reply).data).toEqual(reply);
  });
});

describe('what is no such reply is none', () => {
  test.each([
    { to: 'done', reply: undefined },
    { to: 'done', reply: {} },
    { to: 'done', reply: { done: false } },
    { to: 'done', reply: { failure: full } },
    { to: 'not saved', reply: {} },
    { to: 'not saved', reply: { failure: null } },
    { to: 'not saved', reply: { failure: later } },
    // A test that failed has saved nothing because it should not.
    { to: 'not saved', reply: { failure: full, summary: '' } },
    { to: 'test', reply: { failure: full } },
    { to: 'test', reply: { summary: 'Test User' } },
    { to: 'test', reply: { failure: later, summary: '' } },
    { to: 'detail', reply: { data: 7 } },
    { to: 'detail', reply: { failure: later, data: 7 } },
    { to: 'follow', reply: {} },
    { to: 'follow', reply: { isDone: 'yes' } },
    { to: 'follow', reply: { isDone: false, failure: later } },
  ] as const)('$to: $reply', ({ to, reply }) => {
    expect(z.safeParse(SCHEMAS[to], reply).success).toBe(false);
  });
});
