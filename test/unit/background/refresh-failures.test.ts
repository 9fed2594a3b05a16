import { describe, expect, test, vi } from 'vitest';
import { refresh } from '../../../entrypoints/background/refresh';
import { olieConnection } from '../../support/stand-ins/connections';
import { BEGIN_MS } from '../../support/worker/clock';
import { shownBadge } from '../../support/worker/fake-browser';
import { storedFeed, storedSchedule } from '../../support/worker/stored';
import { startOlie, ticks } from '../../support/worker/ticks';
import { connect, world } from '../../support/worker/world';

const GREEN = '#0a7a52';
const GREY = '#5f6b76';
const RED = '#b3261e';

describe('a server that fails', () => {
  test('is asked ever less, at least every 5 minutes', async () => {
    const olie = await startOlie();
    vi.spyOn(Math, 'random').mockReturnValue(1);
    olie.fail({ status: 500 });
    await ticks(180);
    const minutes = olie.requests.map(({ atMs }) => Math.round((atMs - BEGIN_MS) / 60_000));
    expect(minutes.slice(0, 9)).toEqual([0, 1, 3, 7, 11, 15, 19, 23, 27]);
  });

  test('turns the badge grey after three intervals, with the same text and its age', async () => {
    const olie = await startOlie();
    olie.fail({ status: 500 });
    await ticks(2);
    expect(await shownBadge()).toMatchObject({ text: '40m', colour: GREEN });
    await ticks(1);
    const { text, colour, title } = await shownBadge();
    expect({ text, colour }).toEqual({ text: '41m', colour: GREY });
    expect(title).toContain('Olie is having problems.');
    expect(title).toMatch(/Updated 3 ?m/);
  });

  test('that recovers is asked at the interval again', async () => {
    const olie = await startOlie();
    vi.spyOn(Math, 'random').mockReturnValue(0);
    olie.fail({ status: 500 });
    await ticks(5);
    expect((await storedSchedule()).failures).toBe(5);
    olie.fail(null);
    await ticks(1);
    expect(await storedFeed()).toMatchObject({ failure: null });
    expect(await storedSchedule()).toMatchObject({ failures: 0 });
    expect((await shownBadge()).colour).toBe(GREEN);
    const before = olie.requests.length;
    await ticks(10);
    expect(olie.requests.length - before).toBe(10);
  });

  test('that asks to be left alone is, also by the user, and then not by all at once', async () => {
    const olie = await startOlie();
    vi.spyOn(Math, 'random').mockReturnValue(0.5);
    olie.fail({ status: 429, headers: { 'Retry-After': '600' } });
    await ticks(1);
    olie.fail(null);
    await ticks(9);
    await refresh('user');
    // Ten minutes, and half of the jitter.
    await ticks(1);
    expect(olie.requests).toHaveLength(2);
    await ticks(1);
    expect(olie.requests).toHaveLength(3);
  });
});

test('a browser that is offline turns the badge grey at once', async () => {
  const olie = await startOlie();
  await olie.pause();
  vi.stubGlobal('navigator', { onLine: false });
  await ticks(1);
  expect(await storedFeed()).toMatchObject({ failure: { kind: 'offline' } });
  expect(await shownBadge()).toMatchObject({ text: '39m', colour: GREY });
});

describe.each([
  { status: 401, kind: 'token-refused', says: 'Olie refused the token', tries: 1 },
  { status: 403, kind: 'token-refused', says: 'Olie refused the token', tries: 1 },
  // The followed execution, and the two sessions that are known.
  { status: 404, kind: 'unknown-id', says: 'Olie does not know this execution', tries: 3 },
])('a refusal with $status', ({ status, kind, says, tries }) => {
  test('shows a red !, is not repeated on alarms, and is when the user asks', async () => {
    const olie = await startOlie();
    olie.fail({ status, body: { message: 'No.' } });
    await ticks(1);
    expect(await storedFeed()).toMatchObject({ failure: { kind, message: 'No.' } });
    expect(await shownBadge()).toMatchObject({ text: '!', colour: RED });
    expect((await shownBadge()).title).toContain(says);
    // What was known stays visible, as old.
    expect((await shownBadge()).title).toContain('AD-1 awdawd');
    await ticks(59);
    await refresh('popup');
    expect(olie.requests).toHaveLength(1 + tries);
    await refresh('user');
    expect(olie.requests).toHaveLength(1 + 2 * tries);
    await ticks(5);
    expect(olie.requests).toHaveLength(1 + 2 * tries);
  });
});

test('new settings mend a refusal', async () => {
  const { olie } = await world();
  await connect([olieConnection(olie, { token: 'wrong' })]);
  await refresh('user');
  expect((await shownBadge()).text).toBe('!');
  await connect([olieConnection(olie, { id: 'second' })]);
  await refresh('alarm');
  expect(await shownBadge()).toMatchObject({ text: '37m', colour: GREEN });
});
