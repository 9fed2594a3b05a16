import { type ComponentProps, h } from 'preact';
import { describe, expect, test, vi } from 'vitest';
import { RemindersSection } from '../../../../components/options/reminders-section';
import { DEFAULT_REMINDERS, WEEKDAYS } from '../../../../lib/core/settings/reminder-preferences';
import { drawn } from '../../../support/examples/drawn';

type Props = ComponentProps<typeof RemindersSection>;
const NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const nowMs = Date.parse('2026-03-13T14:30:00-03:00');
const on = { ...DEFAULT_REMINDERS, isOn: true };

async function section(patch: Partial<Props> = {}) {
  const said = {
    ...{ onSwitch: vi.fn(), onAllow: vi.fn(), onChange: vi.fn() },
    ...{ onShow: vi.fn(), onMute: vi.fn() },
  };
  const props: Props = {
    reminders: on,
    weekdays: WEEKDAYS.map((day) => ({ day, name: NAMES[day - 1] ?? '' })),
    isAllowed: true,
    hasGoal: true,
    message: null,
    mutedUntilMs: null,
    nowMs,
    timeZone: 'America/Sao_Paulo',
    ...said,
    ...patch,
  };
  const shown = await drawn(h(RemindersSection, props));
  const field = <Kind extends HTMLElement>(label: string) => {
    const labels = [...shown.page.querySelectorAll('label')];
    const own = labels.find(({ textContent }) => textContent?.trim() === label);
    if (own === undefined) throw new Error(`There is no "${label}"`);
    const id = own.getAttribute('for');
    const found = id === null ? own.querySelector('input') : shown.page.getElementById(id);
    // The page is made by the test: what is looked for is of that kind.
    return found as unknown as Kind;
  };
  const change = async (element: HTMLElement, values: object, kind = 'change') => {
    Object.assign(element, values);
    element.dispatchEvent(new (shown.page.defaultView ?? window).Event(kind));
  };
  return { ...shown, ...said, field, change };
}

describe('while it is off', () => {
  const off = { reminders: { ...on, isOn: false } };

  test('only the switch is there, and what it does', async () => {
    const { page, text } = await section({ ...off, isAllowed: false });
    expect(page.querySelectorAll('input, select, button')).toHaveLength(1);
    expect(text()).toContain('Remind me');
    expect(text()).toContain('Your browser will ask');
  });

  test('the switch turns it on', async () => {
    const { tick, onSwitch } = await section(off);
    await tick(true);
    expect(onSwitch.mock.calls).toEqual([[true]]);
  });
});

test('once it is on, nobody is told that the browser will ask', async () => {
  const { text } = await section();
  expect(text()).toContain('When a timer runs for long');
  expect(text()).not.toContain('will ask');
});

test('a permission that is gone is said, and asked for with a button', async () => {
  const { press, text, onAllow } = await section({ isAllowed: false });
  expect(text()).toContain('this browser does not let Olie Timer show notifications');
  await press('Allow notifications');
  expect(onAllow).toHaveBeenCalledOnce();
});

test.each([[null], [true]])('nothing is said of it if it is there: %s', async (isAllowed) => {
  expect((await section({ isAllowed })).text()).not.toContain('Allow notifications');
});

describe('working hours', () => {
  test('each day is ticked or not', async () => {
    const { page, field, change, onChange } = await section();
    const boxes = [...page.querySelectorAll<HTMLInputElement>('.days input')];
    expect(boxes.map((box) => box.hasAttribute('checked'))).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    await change(field('Sat'), { checked: true });
    await change(field('Mon'), { checked: false });
    expect(onChange.mock.calls.map(([changed]) => changed.workDays)).toEqual([
      [1, 2, 3, 4, 5, 6],
      [2, 3, 4, 5],
    ]);
  });

  test.each([
    ['Work begins at', '07:05', { workFromMin: 425, workToMin: 1080 }],
    ['Work ends at', '00:00', { workFromMin: 540, workToMin: 0 }],
    ['Work ends at', '23:59', { workFromMin: 540, workToMin: 1439 }],
  ])('%s %s', async (label, value, times) => {
    const { field, change, onChange } = await section();
    await change(field(label), { value }, 'input');
    expect(onChange.mock.calls).toEqual([[{ workDays: [1, 2, 3, 4, 5], ...times }, true]]);
  });

  test('a time that is half typed changes nothing', async () => {
    const { field, change, onChange } = await section();
    await change(field('Work begins at'), { value: '' }, 'input');
    expect(onChange).not.toHaveBeenCalled();
    expect(field('Work begins at')).toMatchObject({ value: '' });
    // Left so, the field says what counts.
    await change(field('Work begins at'), {}, 'blur');
    expect(field('Work begins at')).toMatchObject({ value: '09:00' });
  });

  test.each([
    [540, 1080, false],
    [1320, 360, true],
    [540, 540, true],
  ])(
    'from minute %i to minute %i, they end on the next day: %s',
    async (fromMin, toMin, isNext) => {
      const hours = { ...on.hours, fromMin, toMin };
      const { text } = await section({ reminders: { ...on, hours } });
      expect(text().includes('They end on the next day.')).toBe(isNext);
    },
  );
});

describe('each reminder', () => {
  test('has its choice', async () => {
    const { field, change, onChange } = await section();
    await change(field('A timer has run for'), { selectedIndex: 5 });
    await change(field('A timer ran while I was away for'), { selectedIndex: 0 });
    await change(field('I reach my daily goal'), { checked: false });
    await change(field('An agent run fails'), { checked: true });
    expect(onChange.mock.calls).toEqual([
      [{ rules: { 'still-running': 8 } }],
      [{ rules: { away: 'off' } }],
      [{ rules: { goal: 'off' } }],
      [{ rules: { 'run-failed': 'on' } }],
    ]);
  });

  test('says its choices in words', async () => {
    const { field } = await section();
    const texts = [...field('A timer has run for').querySelectorAll('option')];
    expect(texts.map(({ textContent }) => textContent)).toEqual([
      ...['Off', '2 hours', '3 hours', '4 hours', '6 hours', '8 hours'],
    ]);
  });

  test('is shown by a button that names it', async () => {
    const { press, page, onShow } = await section();
    expect(page.querySelectorAll('button[aria-label^="Show: "]')).toHaveLength(10);
    await press('Show: A workflow fails');
    expect(onShow.mock.calls).toEqual([['workflow-failed']]);
  });

  test.each([
    [true, false],
    [false, true],
  ])('with a goal: %s, it leads to where one is set: %s', async (hasGoal, isLinked) => {
    const { page } = await section({ hasGoal });
    expect(page.querySelector('a[href="#daily-goal"]') !== null).toBe(isLinked);
  });
});

test('a day may bring 3, 6 or 12', async () => {
  const { field, change, onChange } = await section();
  await change(field('Reminders about time, at most'), { selectedIndex: 2 });
  expect(onChange.mock.calls).toEqual([[{ atMostADay: 12 }]]);
});

describe('mute', () => {
  test.each([
    [null, 'Mute for 2 hours', 'two-hours'],
    [null, 'Mute today', 'today'],
    [nowMs + 7_200_000, 'Unmute', 'not'],
  ])('until %s: %s', async (mutedUntilMs, name, until) => {
    const { press, onMute } = await section({ mutedUntilMs });
    await press(name);
    expect(onMute.mock.calls).toEqual([[until]]);
  });

  test('says until when', async () => {
    const { text } = await section({ mutedUntilMs: nowMs + 7_200_000 });
    expect(text()).toContain('Reminders are muted until 4:30 PM');
    expect(text()).not.toContain('Mute today');
  });
});
