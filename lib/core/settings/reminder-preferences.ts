import * as z from '../zod';

/** How often a rule's condition must hold, or only whether it is wanted. */
export type RuleChoice = 'off' | 'on' | number;

/** One row of the table below. */
export interface RuleChoices {
  /** What may be chosen, in the order in which the options show it. */
  readonly choices: readonly RuleChoice[];
  /** What counts until the user chooses. */
  readonly preset: RuleChoice;
  /** What the numbers count. */
  readonly unit?: 'hours' | 'minutes';
}

const ON_OR_OFF = ['on', 'off'] as const;
const MINUTES = ['off', 5, 10, 15, 30] as const;

/** Every reminder that there is. What each one does is in `reminders/rules.ts`. */
export const RULE_CHOICES = {
  'still-running': { choices: ['off', 2, 3, 4, 6, 8], preset: 4, unit: 'hours' },
  'after-hours': { choices: ON_OR_OFF, preset: 'on' },
  away: { choices: MINUTES, preset: 15, unit: 'minutes' },
  'not-started': { choices: MINUTES, preset: 'off', unit: 'minutes' },
  goal: { choices: ON_OR_OFF, preset: 'on' },
  expected: { choices: ON_OR_OFF, preset: 'on' },
  'workflow-failed': { choices: ON_OR_OFF, preset: 'on' },
  'workflow-ended': { choices: ON_OR_OFF, preset: 'off' },
  'run-failed': { choices: ON_OR_OFF, preset: 'off' },
  'run-ended': { choices: ON_OR_OFF, preset: 'off' },
} as const satisfies Record<string, RuleChoices>;
export type RuleKey = keyof typeof RULE_CHOICES;

/** In the order of the table. */
// The compiler takes the keys of any object for texts of any kind.
export const RULE_KEYS = Object.keys(RULE_CHOICES) as RuleKey[];
/** How many reminders about time a day may bring. */
export const MOST_REMINDERS = [3, 6, 12] as const;
/** Monday to Sunday, as `Intl.Locale` counts them. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
type Weekday = (typeof WEEKDAYS)[number];
/** Minutes in a day without summer time. */
export const DAY_MIN = 24 * 60;

function areWeekdays(value: unknown): boolean {
  const isWeekday = (one: unknown) => WEEKDAYS.some((day) => day === one);
  return Array.isArray(value) && value.length <= WEEKDAYS.length && value.every(isWeekday);
}

// zod's own checks would be 0.6 kB more in the background.
const minutes = z.custom<number>(
  (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= DAY_MIN,
);

/** The values that each may have. All are left out until the user chooses: then `DEFAULT_REMINDERS` counts. */
export const reminderFields = {
  /** The switch *Remind me*. */
  isOn: z.optional(z.boolean()),
  workDays: z.optional(z.custom<Weekday[]>(areWeekdays)),
  /** Minutes after midnight on the wall clock. Working hours that end before they begin go on after midnight. */
  workFromMin: z.optional(minutes),
  workToMin: z.optional(minutes),
  atMostADay: z.optional(z.literal(MOST_REMINDERS)),
};

const ruleRows = RULE_KEYS.map((key) => {
  return [key, z.optional(z.literal<RuleChoice[]>([...RULE_CHOICES[key].choices]))];
});
// The compiler forgets that these are the keys of the table.
const ruleFields = Object.fromEntries(ruleRows) as Record<
  RuleKey,
  z.ZodMiniOptional<z.ZodMiniType<RuleChoice>>
>;

/** As a file has them: each is right or refused. */
export const reminderChoices = z.optional(
  z.object({ ...reminderFields, rules: z.optional(z.object(ruleFields)) }),
);

/** What was chosen of the reminders. Part of the preferences. */
export type ReminderPreferences = NonNullable<z.infer<typeof reminderChoices>>;

/** As the browser has stored them. */
const storedReminders = z.catch(
  z.optional(
    z.object({
      ...z.forgiving(reminderFields),
      rules: z.catch(z.optional(z.object(z.forgiving(ruleFields))), undefined),
    }),
  ),
  undefined,
);

/** When somebody works, on the wall clock of the browser's zone. */
export interface WorkingHours {
  /** 1 for Monday to 7 for Sunday. */
  days: readonly number[];
  /** Minutes after midnight. */
  fromMin: number;
  /** Minutes after midnight; of the next day if it is not after `fromMin`. */
  toMin: number;
}

/** What counts of the reminders, chosen or not. */
export interface Reminders {
  isOn: boolean;
  hours: WorkingHours;
  /** How many of those about time a day may bring. */
  atMostADay: number;
  rules: Record<RuleKey, RuleChoice>;
}

/** What counts until the user chooses: nothing is shown before the switch is on. */
export const DEFAULT_REMINDERS: Reminders = {
  isOn: false,
  hours: { days: [1, 2, 3, 4, 5], fromMin: 9 * 60, toMin: 18 * 60 },
  atMostADay: 6,
  rules: withRules(() => undefined),
};

/**
 * What was chosen, without what cannot be read.
 * @param stored `reminders` of the preferences
 * @returns undefined if nothing was chosen
 */
export function chosenReminders(stored: unknown): ReminderPreferences | undefined {
  return z.parse(storedReminders, stored);
}

/**
 * The choices with some of them changed. What this version does not know stays: another machine of the user may have a newer
 * one.
 * @param stored `reminders` of the preferences
 */
export function withChosen(stored: unknown, changed: ReminderPreferences): object {
  const chosen: { rules?: unknown } = z.withUnknown(stored, {});
  return { ...chosen, ...changed, rules: z.withUnknown(chosen.rules, changed.rules ?? {}) };
}

/**
 * What counts: the choices, with the default for each that was left out or cannot be read.
 * @param stored `reminders` of the preferences
 */
export function remindersOf(stored: unknown): Reminders {
  const { rules = {}, ...chosen } = chosenReminders(stored) ?? {};
  const { isOn, hours, atMostADay } = DEFAULT_REMINDERS;
  return {
    isOn: chosen.isOn ?? isOn,
    hours: {
      days: chosen.workDays ?? hours.days,
      fromMin: chosen.workFromMin ?? hours.fromMin,
      toMin: chosen.workToMin ?? hours.toMin,
    },
    atMostADay: chosen.atMostADay ?? atMostADay,
    rules: withRules((key) => rules[key]),
  };
}

function withRules(chosen: (key: RuleKey) => RuleChoice | undefined): Reminders['rules'] {
  const rows = RULE_KEYS.map((key) => [key, chosen(key) ?? RULE_CHOICES[key].preset]);
  // The compiler forgets that these are the keys of the table.
  return Object.fromEntries(rows) as Reminders['rules'];
}
