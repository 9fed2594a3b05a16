import { expect, test } from 'vitest';
import { readable } from '../../../../lib/core/history/readable';
import * as z from '../../../../lib/core/zod';

test('rows that can be read are read, with what only a newer version knows; a broken one costs no other', () => {
  const rows = [{ id: 'a' }, { id: 7 }, null, { id: 'b', later: true }];
  expect(readable(z.object({ id: z.string() }), rows)).toEqual([
    { id: 'a' },
    { id: 'b', later: true },
  ]);
});
