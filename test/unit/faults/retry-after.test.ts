import { describe, test } from 'vitest';
import { type FaultCase, runFault } from '../../support/faults/fault-run';
import { SERVICES } from '../../support/stand-ins/stand-ins';

/** One interval to two. */
const BACK_OFF = { fromS: 60, toS: 120 };
/** With a minute of jitter, so that not every browser returns at once. */
const TEN_MINUTES = { fromS: 600, toS: 660 };
/** The longest pause. */
const HOUR = { fromS: 3600, toS: 3660 };

const dateIn = (seconds: number) => new Date(Date.now() + seconds * 1000).toUTCString();

const STATUSES = [
  { status: 429, state: 'too-many-requests' },
  { status: 503, state: 'server-error' },
] as const;

type Row = { value: string | (() => string) | null; says: string; nextTry: FaultCase['nextTry'] };

const ROWS: Row[] = [
  { says: '600', value: '600', nextTry: TEN_MINUTES },
  { says: 'a date in 10 minutes', value: () => dateIn(600), nextTry: TEN_MINUTES },
  { says: 'missing', value: null, nextTry: BACK_OFF },
  // Shorter than the back-off: the back-off stands.
  { says: '1', value: '1', nextTry: BACK_OFF },
  { says: '0', value: '0', nextTry: BACK_OFF },
  { says: 'a date in the past', value: () => dateIn(-600), nextTry: BACK_OFF },
  { says: 'a date in the year 9999', value: 'Fri, 31 Dec 9999 23:59:59 GMT', nextTry: HOUR },
  { says: '1000000000', value: '1000000000', nextTry: HOUR },
  { says: '400 digits', value: '9'.repeat(400), nextTry: HOUR },
  { says: '1e9', value: '1e9', nextTry: BACK_OFF },
  { says: '-600', value: '-600', nextTry: BACK_OFF },
  { says: '90.5', value: '90.5', nextTry: BACK_OFF },
  { says: 'in a while', value: 'in a while', nextTry: BACK_OFF },
];

describe.each(SERVICES)('%s', (service) => {
  describe.each(STATUSES)('$status', ({ status, state }) => {
    test.for(ROWS)(
      'with Retry-After: $says is tried again after $nextTry.fromS to $nextTry.toS s',
      async ({ value, says, nextTry }, { task }) => {
        await runFault(task, service, {
          fault: `${status} with Retry-After: ${says}`,
          meets: () => {
            const header = typeof value === 'function' ? value() : value;
            return { status, headers: header === null ? {} : { 'Retry-After': header }, body: {} };
          },
          state,
          ...(nextTry && { nextTry }),
        });
      },
    );
  });

  test.for(STATUSES)(
    'a pause that a success asks for, with $status in its body, is kept',
    async ({ status, state }, { task }) => {
      await runFault(task, service, {
        fault: `200 with code ${status} and Retry-After: 600`,
        meets: () => ({
          status: 200,
          headers: { 'Retry-After': '600' },
          body: { code: status, data: null },
        }),
        state,
        nextTry: TEN_MINUTES,
      });
    },
  );
});
