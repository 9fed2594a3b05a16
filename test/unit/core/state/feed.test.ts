import { describe, expect, test } from 'vitest';
import { serviceOf } from '../../../../lib/core/services';
import type { Connection } from '../../../../lib/core/settings/settings';
import { dayToldBy, endedBadly, nameOf, newFeed, seen } from '../../../../lib/core/state/feed';
import { olieFeed, workflow, workflowFeed } from '../../../support/examples/example-feed';

test('every service is found under its own name', () => {
  for (const name of ['olie', 'b3os', 'zaia']) expect(serviceOf(name)?.kind).toBe(name);
  for (const name of ['later', 'constructor', '']) expect(serviceOf(name)).toBeUndefined();
});

test('a feed is called as the user calls it, otherwise as it calls itself', () => {
  expect(nameOf(workflowFeed({ label: 'Order 7' }))).toBe('Order 7');
  expect(nameOf(workflowFeed())).toBe('exe');
});

describe('the feed of a connection that was never asked', () => {
  const olie: Connection = {
    ...{ id: 'a', kind: 'olie', address: 'https://api.olie.ai' },
    ...{ token: 'secret', executionId: 'first' },
  };
  const watched: Connection = {
    ...{ id: 'w', kind: 'b3os', address: 'https://api.b3os.org', label: 'Order 7' },
    ...{ executionId: 'exe', token: 'client secret', apiKey: 'api secret' },
  };

  test('knows nothing yet', () => {
    expect(newFeed(olie)).toEqual({
      connectionId: 'a',
      kind: 'olie',
      address: 'https://api.olie.ai',
      label: '',
      reference: 'first',
      failure: null,
      offsetMs: null,
      learntAtMs: null,
      isSeen: false,
      etag: null,
      data: null,
    });
    expect(newFeed(watched)).toMatchObject({ label: 'Order 7', reference: 'exe', data: null });
  });

  test('never holds a secret', () => {
    expect(JSON.stringify([newFeed(olie), newFeed(watched)])).not.toContain('secret');
  });
});

test("the user's day is told by a service that counts days, once it has answered", () => {
  expect(dayToldBy(olieFeed(), 'America/Sao_Paulo')).toEqual({
    startMs: Date.parse('2026-03-13T03:00:00Z'),
    endMs: Date.parse('2026-03-14T03:00:00Z'),
    zone: { kind: 'named', timeZone: 'America/Sao_Paulo' },
  });
  expect(dayToldBy(olieFeed({ data: null }), 'America/Sao_Paulo')).toBeNull();
  expect(dayToldBy(workflowFeed(), 'America/Sao_Paulo')).toBeNull();
});

describe('what ended badly', () => {
  const bad = workflowFeed({ data: workflow('workflow_failed') });

  test('is seen once the popup was opened', () => {
    expect(endedBadly(bad)).toBe(true);
    expect(seen(bad)).toEqual({ ...bad, isSeen: true });
    expect(seen(seen(bad))).toEqual({ ...bad, isSeen: true });
  });

  test.each([
    workflowFeed(),
    workflowFeed({ data: null }),
    workflowFeed({ data: workflow('workflow_succeeded') }),
    workflowFeed({ data: workflow('workflow_cancelled') }),
    olieFeed(),
  ])('is not: $kind, $data.status', (feed) => {
    expect(endedBadly(feed)).toBe(false);
    // The very same one: nothing is to be stored.
    expect(seen(feed)).toBe(feed);
  });
});
