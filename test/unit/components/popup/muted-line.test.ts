import { h } from 'preact';
import { expect, test, vi } from 'vitest';
import { MutedLine } from '../../../../components/popup/muted-line';
import { drawn } from '../../../support/examples/drawn';
import type { Language } from '../../../support/examples/texts';

const timeZone = 'America/Sao_Paulo';
const nowMs = Date.parse('2026-03-13T14:30:00-03:00');

test.each<[string, Language, string]>([
  ['2026-03-13T16:30:00-03:00', 'en', 'Reminders are muted until 4:30 PM'],
  ['2026-03-13T16:30:00-03:00', 'pt-BR', 'Lembretes silenciados até 16:30'],
  ['2026-03-13T16:30:00-03:00', 'es', 'Recordatorios silenciados hasta 16:30'],
  ['2026-03-14T00:00:00-03:00', 'en', 'Reminders are muted for today'],
])('muted until %s, it says in %s: %s', async (until, language, text) => {
  const untilMs = Date.parse(until);
  const view = h(MutedLine, { untilMs, nowMs, timeZone, onUnmute: () => undefined });
  expect((await drawn(view, language)).text()).toContain(text);
});

test('its button ends the mute', async () => {
  const onUnmute = vi.fn();
  const view = h(MutedLine, { untilMs: nowMs + 7_200_000, nowMs, timeZone, onUnmute });
  await (await drawn(view)).press('Unmute');
  expect(onUnmute).toHaveBeenCalledOnce();
});
