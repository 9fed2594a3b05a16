import { h } from 'preact';
import { expect, test } from 'vitest';
import { useSecretOwner } from '../../../entrypoints/options/use-secret-owner';
import { drawn } from '../../support/examples/drawn';

const OURS = 'https://api.olie.ai';
const form = { address: OURS, token: 'SECRET', executionId: '7' };

interface Pasted {
  address?: string;
  token?: string;
  executionId?: string;
}

/** What is left of the form after each of these was pasted into it. */
async function leftAfter(...pastes: [Pasted, typeof form][]) {
  function View({ values, typed }: { values: Pasted; typed: typeof form }) {
    const ownedBy = useSecretOwner<keyof typeof form>();
    return h('output', {}, JSON.stringify(ownedBy({ values, placeholders: {} }, typed)));
  }
  const views = pastes.map(([values, typed]) => h(View, { values, typed }));
  const [first, ...others] = views;
  if (first === undefined) throw new Error('Paste something');
  const one = await drawn(first);
  for (const view of others) await one.redraw(view);
  return JSON.parse(one.page.querySelector('output')?.textContent ?? '');
}

test('a token that came with an address does not stay for another origin', async () => {
  const first: [Pasted, typeof form] = [{ address: OURS, token: 'SECRET' }, form];
  const evil = 'https://api.olie.ai.evil.test';
  expect(await leftAfter(first, [{ address: evil }, form])).toEqual({ ...form, token: '' });
  expect(await leftAfter(first, [{ address: `${OURS}/tenant` }, form])).toEqual(form);
  expect(await leftAfter(first, [{ executionId: '8' }, form])).toEqual(form);
  // Typed since: the user's own business.
  const typed = { ...form, token: 'typed' };
  expect(await leftAfter(first, [{ address: evil }, typed])).toEqual(typed);
});

test('one that came alone, or was typed, stays', async () => {
  const other: [Pasted, typeof form] = [{ address: 'https://olie.empresa.com' }, form];
  expect(await leftAfter([{ token: 'SECRET' }, form], other)).toEqual(form);
  expect(await leftAfter(other)).toEqual(form);
});
