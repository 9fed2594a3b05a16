import { expect, test } from 'vitest';
import { loadAllRecords, loadPersons } from '../../../lib/browser/history-storage';
import { olieConnection } from '../../support/stand-ins/connections';
import { BEGIN_MS, serverNowMs } from '../../support/worker/clock';
import { askAfter, rememberedEvening } from '../../support/worker/remembered-evening';
import { connect } from '../../support/worker/world';

const MINUTE_MS = 60_000;

test.each([24 * 60, 60, 2, -24 * 60])(
  'one answer whose clock is %i minutes off changes no day',
  async (offMin) => {
    const { olie } = await rememberedEvening();
    await askAfter(MINUTE_MS);
    const [person] = await loadPersons();
    const records = () => loadAllRecords(person?.id ?? '');
    const before = await records();
    olie.sendDate(new Date(serverNowMs() + (1 + offMin) * MINUTE_MS).toUTCString());
    await askAfter(MINUTE_MS);
    expect(await records()).toEqual(before);
    olie.sendDate(undefined);
    await askAfter(MINUTE_MS);
    await askAfter(5 * MINUTE_MS);
    const after = await records();
    expect(after.days.map(({ date }) => date)).toEqual(before.days.map(({ date }) => date));
    // The clock is corrected only as far as it must be.
    const answeredS = ((after.days[0]?.answeredAtMs ?? 0) - BEGIN_MS) / 1000;
    expect([480, 481]).toContain(answeredS);
  },
);

test('a clock that differs twice is the clock', async () => {
  const { olie } = await rememberedEvening();
  const shift = (minutes: number) =>
    olie.sendDate(new Date(serverNowMs() + minutes * MINUTE_MS).toUTCString());
  shift(5 + 30);
  await askAfter(5 * MINUTE_MS);
  shift(10 + 30);
  await askAfter(10 * MINUTE_MS);
  const [person] = await loadPersons();
  const { days } = await loadAllRecords(person?.id ?? '');
  expect(days[0]?.answeredAtMs).toBeGreaterThan(BEGIN_MS + 40 * MINUTE_MS);
});

test('once a clock that was ahead is right again, a new connection still has its history', async () => {
  const { olie } = await rememberedEvening();
  for (const minutes of [5, 10]) {
    olie.sendDate(new Date(serverNowMs() + (minutes + 24 * 60) * MINUTE_MS).toUTCString());
    await askAfter(minutes * MINUTE_MS);
  }
  olie.sendDate(undefined);
  await connect([{ ...olieConnection(olie), id: 'again' }]);
  await askAfter(MINUTE_MS);
  expect((await loadPersons()).map(({ connectionId }) => connectionId)).toEqual(['again']);
});

test('of two servers whose clocks differ, one is believed', async () => {
  const { olie } = await rememberedEvening();
  for (let round = 1; round <= 6; round += 1) {
    const offMin = round % 2 === 0 ? 0 : 2;
    olie.sendDate(new Date(serverNowMs() + (10 + offMin) * MINUTE_MS).toUTCString());
    await askAfter(10 * MINUTE_MS);
  }
  const [person] = await loadPersons();
  const { days } = await loadAllRecords(person?.id ?? '');
  expect(days[0]?.answeredAtMs).toBeGreaterThan(BEGIN_MS + 49 * MINUTE_MS);
});
