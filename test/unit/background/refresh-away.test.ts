import { expect, test } from 'vitest';
import { refresh } from '../../../entrypoints/background/refresh';
import { goOn } from '../../support/worker/clock';
import { becomeIdle, nextAlarm, shownBadge } from '../../support/worker/fake-browser';
import { roundAfter, startWorker } from '../../support/worker/rounds';
import { world } from '../../support/worker/world';

const GREEN = '#0a7a52';

/** Connected, with a worker that listens. */
async function startConnected() {
  const { olie } = await world({ services: ['olie'] });
  await startWorker();
  return olie;
}

async function twentyAlarms() {
  for (let minute = 0; minute < 20; minute += 1) await roundAfter(() => nextAlarm());
}

test('with somebody at the computer, the service is asked each minute: the first alarm comes seconds after the first answer', async () => {
  const olie = await startConnected();
  await twentyAlarms();
  expect(olie.requests).toHaveLength(1 + 19);
});

test.each(['idle', 'locked'] as const)(
  '%s, it is asked every five minutes, and the badge counts on',
  async (idle) => {
    const olie = await startConnected();
    await roundAfter(() => becomeIdle(idle));
    await twentyAlarms();
    // The first alarm was due before anybody left.
    expect(olie.requests).toHaveLength(1 + 1 + 3);
    expect(await shownBadge()).toMatchObject({ text: '57m', colour: GREEN });
  },
);

test('whoever comes back is shown what is true at once', async () => {
  const olie = await startConnected();
  becomeIdle('locked');
  await roundAfter(() => nextAlarm());
  const before = olie.requests.length;
  goOn(120_000);
  olie.stop();
  await roundAfter(() => becomeIdle('active'));
  expect(olie.requests).toHaveLength(before + 1);
  expect((await shownBadge()).text).toBe('');
});

test('a service that has failed since somebody is back is old after three rounds, not three of an absence', async () => {
  const olie = await startConnected();
  becomeIdle('idle');
  await roundAfter(() => nextAlarm());
  olie.fail({ status: 500 });
  await roundAfter(() => becomeIdle('active'));
  goOn(60_000);
  await refresh('user');
  expect((await shownBadge()).colour).toBe(GREEN);
  goOn(120_000);
  await refresh('user');
  expect((await shownBadge()).colour).not.toBe(GREEN);
});
