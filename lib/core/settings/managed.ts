import { dequal } from 'dequal/lite';
import { fieldSchema, readSavedAddress } from '../feeds/field-readers';
import { services } from '../services';
import * as z from '../zod';
import { choices, HISTORY_MONTHS, type HistoryMonths, type Preferences } from './preferences';
import { type ReminderPreferences, reminderFields } from './reminder-preferences';
import type { Settings } from './settings';

/** What the organization has set for the browsers that it manages (`storage.managed`). It holds no token. */
export interface Managed {
  /** Where a service is, by its kind. */
  addresses: Partial<Record<string, string>>;
  /** No service that is named there may be asked at another address. */
  addressesLocked?: boolean;
  /** The services that are not offered and not asked. */
  hidden: readonly string[];
  /** These count in place of the user's own. */
  preferences: Partial<Preferences>;
  /** The same for reminders. They can be off, or as the user has them. */
  reminders: Partial<ReminderPreferences>;
  /** How long the history may be kept, the shortest first. */
  historyMonths: readonly HistoryMonths[];
  /** Nothing is written into the history, and nothing of it is shown. */
  historyOff?: boolean;
}

const kinds = services.map(({ kind }) => kind);
/** The first one is the timer, which this extension is for. */
const [, ...HIDEABLE] = kinds;

const { refreshEveryS, badgeShows, whenIdle, olieWebAddress } = choices;
const { workDays, workFromMin, workToMin } = reminderFields;
const rules = {
  addressesLocked: z.boolean(),
  hiddenServices: z.array(z.unknown()),
  historyOff: z.boolean(),
  remindersOff: z.boolean(),
  mostHistoryMonths: choices.historyMonths,
};
const address = fieldSchema(readSavedAddress);

/**
 * Reads what the organization has set. What cannot be read counts as not set, and costs nothing else.
 * @param stored all of `storage.managed`
 */
export function parseManaged(stored: Record<string, unknown>): Managed {
  const { hiddenServices = [], mostHistoryMonths = 'ever', ...set } = read(rules, stored);
  const reminders = read({ workDays, workFromMin, workToMin }, stored);
  return {
    ...set,
    addresses: read(Object.fromEntries(kinds.map((kind) => [kind, address])), stored.addresses),
    hidden: HIDEABLE.filter((kind) => hiddenServices.includes(kind)),
    preferences: read({ refreshEveryS, badgeShows, whenIdle, olieWebAddress }, stored),
    reminders: set.remindersOff ? { ...reminders, isOn: false } : reminders,
    historyMonths: HISTORY_MONTHS.slice(0, HISTORY_MONTHS.indexOf(mostHistoryMonths) + 1),
  };
}

type Values<Rules> = {
  [Name in keyof Rules]?: Rules[Name] extends z.ZodMiniType<infer Value>
    ? Exclude<Value, undefined>
    : never;
};

/** The fields that are there and can be read. */
function read<Rules extends Record<string, z.ZodMiniType>>(
  fields: Rules,
  stored: unknown,
): Values<Rules> {
  const rows = Object.entries(fields).map(([name, schema]) => {
    return [name, z.safeParse(schema, Object(stored)[name]).data];
  });
  // By its own schema, each value is of the type that the field has.
  return Object.fromEntries(rows.filter(([, value]) => value !== undefined)) as Values<Rules>;
}

/** The preferences that count. What is stored of the user's own stays as it is, and counts again when this ends. */
export function withManaged(own: Preferences, managed: Managed): Preferences {
  const { preferences, reminders, historyMonths, historyOff } = managed;
  const { historyMonths: wanted = 24 } = own;
  const isTooLong = !historyMonths.includes(wanted);
  return {
    ...own,
    ...preferences,
    ...(isTooLong && { historyMonths: historyMonths.at(-1) }),
    ...(historyOff && { isHistoryOff: true }),
    ...(hasAny(reminders) && { reminders: { ...Object(own.reminders), ...reminders } }),
  };
}

function hasAny(fields: object): boolean {
  return Object.keys(fields).length > 0;
}

/**
 * The user's own preferences after a change of those that count: only what was changed is stored.
 * @param changed the preferences that count, as the user wants them
 * @param own as they were before
 */
export function ownAfter(changed: Preferences, own: Preferences, managed: Managed): Preferences {
  const shown = withManaged(own, managed);
  const kept = ownWithChanges(changed, shown, own);
  if (!hasAny(managed.reminders) || dequal(changed.reminders, shown.reminders)) return kept;
  const reminders = ownWithChanges(changed.reminders, shown.reminders, own.reminders);
  return { ...kept, reminders };
}

/** The user's own fields, with those of `changed` that differ from what was shown. */
function ownWithChanges<Fields>(changed: Fields, shown: Fields, own: Fields): Fields {
  const [after, before]: [object, object] = [Object(changed), Object(shown)];
  const rows = Object.entries(after).filter(
    ([name, value]) => !dequal(value, Reflect.get(before, name)),
  );
  // A field of the same object.
  return { ...own, ...Object.fromEntries(rows) };
}

/** Where a service must be; undefined if the user may say it. */
export function lockedAddress(managed: Managed, kind: string): string | undefined {
  return managed.addressesLocked ? managed.addresses[kind] : undefined;
}

/** May that service be asked there? */
export function isAllowed(managed: Managed, kind: string, address: string): boolean {
  return !managed.hidden.includes(kind) && (lockedAddress(managed, kind) ?? address) === address;
}

/** The connections that may be asked. The others stay stored, and count again when the organization allows them. */
export function allowedSettings(settings: Settings, managed: Managed): Settings {
  const isKept = ({ kind, address: at }: Settings['connections'][number]) =>
    isAllowed(managed, kind, at);
  return { ...settings, connections: settings.connections.filter(isKept) };
}
