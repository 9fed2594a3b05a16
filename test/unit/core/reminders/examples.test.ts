import { expect, test } from 'vitest';
import { exampleReminder } from '../../../../lib/core/reminders/decide';
import { RULE_KEYS } from '../../../../lib/core/settings/reminder-preferences';
import { createFormat } from '../../../../lib/core/time/format';
import { localMs } from '../../../support/examples/example-history';
import { EXAMPLE_ZONE } from '../../../support/examples/example-timer';
import { textsOf } from '../../../support/examples/texts';

const words = { t: textsOf('en'), format: createFormat('en', { hours: '24' }) };

// Each reads as a real one does: its times and lengths agree with each other and with now.
test.each([
  ['still-running', 'Example project still runs', 'It has run for 4:00 h, since 10:52.'],
  ['after-hours', 'Example project still runs', 'Your working hours ended at 14:42.'],
  ['away', 'Example project ran while you were away', 'You were away 14:05 – 14:52 (0:47 h).'],
  [
    'not-started',
    'No timer running',
    'You have been at the computer since 14:42, and nothing is tracked.',
  ],
  ['goal', 'Daily goal reached', '8:00 h today, of 8:00 h.'],
  ['expected', 'Example project: 80% of the expected hours', '8:00 of 10:00 h expected'],
  ['workflow-failed', 'Example project: Failed', 'B3OS, ended at 14:52'],
  ['workflow-ended', 'Example project: Succeeded', 'B3OS, ended at 14:52'],
  ['run-failed', 'Agent run of 13:52: Failed', 'Zaia, ended at 14:52'],
  ['run-ended', 'Agent run of 13:52: Completed', 'Zaia, ended at 14:52'],
] as const)('at 14:52 the example of %s is "%s": "%s"', (rule, title, message) => {
  const nowMs = localMs('2026-03-13 14:52');
  const example = exampleReminder(rule, nowMs, EXAMPLE_ZONE, words);
  expect(example).toEqual({ id: `olie:${rule}:example`, rule, title, message });
});

// Both languages write 24 hours by themselves. Decimal hours are a choice.
test.each([
  [
    'pt-BR',
    [
      'Projeto de exemplo continua em execução. Em execução há 4,00 h, desde 10:52.',
      'Projeto de exemplo continua em execução. Seu horário de trabalho terminou às 14:42.',
      'Projeto de exemplo ficou em execução na sua ausência. Você esteve ausente: 14:05 – 14:52 (0,78 h).',
      'Nenhum cronômetro em execução. Você está no computador desde 14:42 e nada está sendo registrado.',
      'Meta diária alcançada. 8,00 h hoje, de 8,00 h.',
      'Projeto de exemplo: 80% das horas previstas. 8,00 de 10,00 h previstas',
      'Projeto de exemplo: Falhou. B3OS, término: 14:52',
      'Projeto de exemplo: Concluído. B3OS, término: 14:52',
      'Execução de agente de 13:52: Falhou. Zaia, término: 14:52',
      'Execução de agente de 13:52: Concluída. Zaia, término: 14:52',
    ],
  ],
  [
    'es',
    [
      'Proyecto de ejemplo sigue en marcha. Lleva 4,00 h en marcha, desde 10:52.',
      'Proyecto de ejemplo sigue en marcha. Tu horario de trabajo terminó a las 14:42.',
      'Proyecto de ejemplo siguió en marcha en tu ausencia. Estuviste ausente: 14:05 – 14:52 (0,78 h).',
      'Ningún cronómetro en marcha. Estás en el ordenador desde 14:42 y no se registra nada.',
      'Meta diaria alcanzada. 8,00 h hoy, de 8,00 h.',
      'Proyecto de ejemplo: 80 % de las horas previstas. 8,00 de 10,00 h previstas',
      'Proyecto de ejemplo: Fallido. B3OS, fin: 14:52',
      'Proyecto de ejemplo: Completado. B3OS, fin: 14:52',
      'Ejecución de agente de 13:52: Fallida. Zaia, fin: 14:52',
      'Ejecución de agente de 13:52: Completada. Zaia, fin: 14:52',
    ],
  ],
] as const)('at 14:52, with decimal hours, the examples in %s', (language, texts) => {
  const format = createFormat(language, { durations: 'decimal' });
  const said = RULE_KEYS.map((rule) => {
    const nowMs = localMs('2026-03-13 14:52');
    const one = exampleReminder(rule, nowMs, EXAMPLE_ZONE, { t: textsOf(language), format });
    return `${one.title}. ${one.message}`.replaceAll('\u00a0', ' ');
  });
  expect(said).toEqual(texts);
});

test("an example is on the clock of the browser's zone", () => {
  const nowMs = localMs('2026-03-13 14:52');
  const { message } = exampleReminder('after-hours', nowMs, 'Asia/Tokyo', words);
  expect(message).toBe('Your working hours ended at 02:42.');
});
